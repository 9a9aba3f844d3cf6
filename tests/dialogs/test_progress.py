"""cycle progress: coordinators get the newest cycle of each kind of audit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cards.audits.cycle_progress import CycleProgress
from dialogs.commands.command import command_words
from dialogs.commands.progress import NONE_YET, NOT_FOR_YOU
from tests.town import Town

NEXT_MONTH = date(2027, 1, 4)
SPECIAL = "special_audit"


async def opened(town: Town, programme: str, day: date) -> int:
    """A cycle of a programme with the records and people of the monthly audit."""
    plan = await town.plan(day)
    cycle = replace(plan.cycle, programme=programme)
    return await town.open_cycle(replace(plan, cycle=cycle))


def with_two_programmes(town: Town) -> None:
    """The council also runs a special audit, made like its monthly one."""
    known = town.council.framework.programmes
    monthly = known[town.programme]
    special = monthly.model_copy(update={"key": SPECIAL, "title": "Special audit"})
    both = {**known, SPECIAL: special}
    framework = town.council.framework.model_copy(update={"programmes": both})
    town.council = replace(town.council, framework=framework)


@pytest.mark.parametrize("said", ["cycle progress", "Show progress!", "progress of cycles"])
async def test_a_coordinator_gets_the_card_as_the_answer(sefton: Town, said: str) -> None:
    await sefton.open_cycle(await sefton.plan())
    reply = await sefton.chat("cora").says(said)
    assert isinstance(reply.card, CycleProgress)
    assert len(reply.card.audits) == 7
    assert reply.line == ""


async def test_it_is_the_newest_cycle(sefton: Town) -> None:
    await sefton.open_cycle(await sefton.plan())
    newest = await sefton.open_cycle(await sefton.plan(NEXT_MONTH))
    reply = await sefton.chat("cora").says("cycle progress")
    assert isinstance(reply.card, CycleProgress)
    assert reply.card.ref.number == newest
    assert reply.card.cycle == "January 2027"


async def test_of_several_kinds_of_audit_each_has_a_card(sefton: Town) -> None:
    with_two_programmes(sefton)
    await sefton.open_cycle(await sefton.plan())
    monthly = await opened(sefton, sefton.programme, NEXT_MONTH)
    special = await opened(sefton, SPECIAL, date(2027, 2, 1))
    cora = sefton.chat("cora")
    reply = await cora.says("cycle progress")
    assert reply.card is None
    assert reply.line == "Here is the newest cycle of each of the 2 kinds of audit."
    shown = [posted.about.number for posted in cora.cards if posted.kind == "cycle_progress"]
    assert shown == [monthly, special]
    assert "Special audit" in cora.words("cycle_progress")


async def test_a_kind_of_audit_without_a_cycle_is_left_out(sefton: Town) -> None:
    with_two_programmes(sefton)
    await sefton.open_cycle(await sefton.plan())
    reply = await sefton.chat("cora").says("cycle progress")
    assert isinstance(reply.card, CycleProgress)


async def test_before_the_first_cycle_there_is_nothing_to_show(sefton: Town) -> None:
    reply = await sefton.chat("cora").says("cycle progress")
    assert (reply.line, reply.card) == (NONE_YET, None)


@pytest.mark.parametrize("person", ["ada", "tess", "hal"])
async def test_others_are_told_politely_what_they_can_see(sefton: Town, person: str) -> None:
    await sefton.open_cycle(await sefton.plan())
    reply = await sefton.chat(person).says("cycle progress")
    assert (reply.line, reply.card) == (NOT_FOR_YOU, None)
    assert "cycle_progress" not in sefton.chat(person).kinds


def test_it_belongs_to_no_other_command() -> None:
    assert command_words()["progress"] == "progress"
