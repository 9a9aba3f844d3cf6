"""Service managers are asked for good practice, and what they name can be audited."""

from __future__ import annotations

from typing import Any

import pytest

from domain.audits.example import ExampleState
from tests.cards.walk import words
from tests.cast import PEOPLE
from tests.town import Town

NAMED: dict[str, Any] = {"record": "c-24113", "why": "The life-story work with the child"}


async def asked(town: Town) -> Town:
    reply = await town.chat("cora").says("ask for examples")
    await town.deliver()
    assert reply.line == "1 person was asked for good practice."
    return town


async def state(town: Town) -> ExampleState:
    example = await town.read(lambda uow: uow.examples.get(1))
    assert example is not None
    return example.state


@pytest.mark.rows("SEF-30")
async def test_service_managers_are_asked(sefton: Town) -> None:
    town = await asked(sefton)
    assert {name for name in PEOPLE if "example_requested" in town.chat(name).kinds} == {"sam"}
    (duty,) = await town.duties("sam")
    assert duty.kind == "name_example"
    work = await town.chat("sam").says("my work")
    assert work.card is not None
    assert "Name good practice" in words(work.card.render())


async def test_nobody_is_asked_twice_at_a_time(sefton: Town) -> None:
    town = await asked(sefton)
    again = await town.chat("cora").says("ask for examples")
    assert again.line == "0 people were asked for good practice."


@pytest.mark.rows("SEF-30")
async def test_what_is_named_can_be_audited(sefton: Town) -> None:
    town = await asked(sefton)
    await town.chat("sam").press("name_example", **NAMED)
    assert await town.duties("sam") == []
    told = town.chat("cora").words("example_requested")
    assert "C-24113 was named" in told
    assert "The life-story work with the child" in told
    await town.chat("cora").press("audit_example")
    (cycle,) = await town.read(lambda uow: uow.audits.cycles("deep_dive_audit"))
    ((audit, seats),) = await town.audits(cycle.id)
    assert audit.case_ref == "C-24113"
    assert "audit_allocated" in town.chat(seats[0].holder or "").kinds
    assert await state(town) is ExampleState.AUDITED


async def test_none_is_an_answer(sefton: Town) -> None:
    town = await asked(sefton)
    await town.chat("sam").press("name_no_example")
    assert await state(town) is ExampleState.NONE
    assert "example_requested" not in town.chat("cora").kinds
    await asked(town)


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({**NAMED, "record": "C-9"}, "I know no record C-9"),
        ({**NAMED, "why": ""}, "Please say what is good about it."),
    ],
)
async def test_what_is_wrong_keeps_the_request_open(
    sefton: Town, inputs: dict[str, Any], said: str
) -> None:
    town = await asked(sefton)
    outcome = await town.chat("sam").press("name_example", **inputs)
    assert outcome.card is not None
    assert said in words(outcome.card.render())
    assert await state(town) is ExampleState.ASKED


async def test_an_answer_stands(sefton: Town) -> None:
    town = await asked(sefton)
    await town.chat("sam").press("name_example", **NAMED)
    line = await town.chat("sam").tampers("name_no_example", "example-1", 2)
    assert "answered already" in line
    assert await state(town) is ExampleState.NAMED


@pytest.mark.parametrize("verb", ["name_example", "name_no_example", "audit_example"])
async def test_nobody_else_answers(sefton: Town, verb: str) -> None:
    town = await asked(sefton)
    for name in ("will", "ada", "theo"):
        await town.chat(name).tampers(verb, "example-1", 1, **NAMED)
    assert await state(town) is ExampleState.ASKED


async def test_only_those_who_run_audits_ask(sefton: Town, herefordshire: Town) -> None:
    assert "those who run the audits" in (await sefton.chat("sam").says("ask for examples")).line
    said = (await herefordshire.chat("cora").says("ask for examples")).line
    assert "asks nobody for examples" in said


async def test_who_chooses_all_that_is_looked_at_is_not_asked_for_examples(
    city_of_london: Town,
) -> None:
    said = (await city_of_london.chat("cora").says("ask for examples")).line
    assert "asks nobody for examples" in said
