"""What moderation came to reaches everybody whom each council's rows name, and nobody else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from domain.audits.audit import AuditState
from storage.work import SqlUnitsOfWork
from tests.cast_leicestershire import OTHERS
from tests.town import Town, council_of
from tests.usecases.moderation.months import PANEL, deep_dives
from tests.usecases.moderation.panels import (
    GOOD,
    RI,
    at,
    grades_alone,
    panel,
    person,
    settled,
    ticks,
)
from tests.usecases.moderation.seeding import submits
from tests.usecases.moderation.test_after_an_evaluator import allocated, evaluates

WHY = "Visits are analysed; oversight is thin."
PLAN = "Record oversight monthly."
MEMBER_AND_DIRECTOR = PANEL[:2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One council: how its audit comes to a decision, and who must hear of it.

    ``moderated`` brings it there and gives the audit and whoever decided; ``beside`` is the grade
    that differs, as everybody who may see grades reads it.
    """

    council: str
    moderated: Callable[[Town], Awaitable[tuple[int, str]]]
    auditors: frozenset[str]
    coordinators: frozenset[str]
    on_record: frozenset[str]
    beside: str
    final: str


async def of_a_pair(town: Town) -> tuple[int, str]:
    """HER-08, HER-09: the peer differs in area 4 on a record with a reviewing officer."""
    audit = await town.audit("C-24113", lead="theo", peer="ada")
    alike: dict[int, str | None] = dict.fromkeys(range(7), GOOD)
    for role, given in (("lead", alike), ("peer", {**alike, 4: RI})):
        await submits(town.units, (await town.seat(audit, role)).id, given, now=town.now)
    await settled(town)
    town.now = at("2026-12-22 09:00")
    await ticks(town)
    (seat,) = await panel(town, audit)
    moderator = str(seat.holder)
    await grades_alone(town, moderator)
    await decide(town, moderator, final_4=RI, plan=PLAN, wider="Oversight across the service.")
    return audit, moderator


async def of_a_month(town: Town) -> tuple[int, str]:
    """SEF-17, SEF-18: a Good with an assistant director beside the panel's member."""
    (audit,) = await deep_dives(town, [GOOD], people=MEMBER_AND_DIRECTOR)
    town.now = at("2026-12-07 09:00")
    await ticks(town)
    seats = {seat.role: str(seat.holder) for seat in await panel(town, audit)}
    director = seats.pop("by_every_good")
    (member,) = seats.values()
    await grades_alone(town, director)
    await grades_alone(town, member, {3: RI})
    await decide(town, member, final_3=RI)
    return audit, member


async def of_an_evaluation(town: Town) -> tuple[int, str]:
    """SOM-06: the moderator's grade is not the evaluator's."""
    audit = await allocated(town)
    await evaluates(town, audit, "2026-02-16 09:00")
    await ticks(town)
    await town.chat("max").press("start_audit")
    await decide(town, "max", overall=RI)
    return audit, "max"


async def of_a_second_reader(town: Town) -> tuple[int, str]:
    """LEI-02: no grades at all; a second manager says what they see."""
    town.now = at("2026-01-01 09:00")
    await town.hires(person("Rae Holm", "team_manager"))
    audit = await town.audit("C-24113", date(2026, 1, 1), auditor="tina")
    town.later(days=20)
    areas = range(1, len(town.council.framework.programme(town.programme).areas) + 1)
    seat = await town.seat(audit, "auditor")
    nothing: dict[int, str | None] = dict.fromkeys(areas)
    await submits(town.units, seat.id, nothing, now=town.now)
    await settled(town)
    await ticks(town)
    (second,) = await panel(town, audit)
    reader = str(second.holder)
    await town.chat(reader).press("start_audit")
    await decide(town, reader)
    return audit, reader


async def decide(town: Town, who: str, **inputs: Any) -> None:
    """Record as final, with a reason."""
    done = await town.chat(who).press("decide_moderation", reason=WHY, **inputs)
    assert done.done, done.line
    assert not done.notice, done.notice


HEREFORDSHIRE = Told(
    council="herefordshire",
    moderated=of_a_pair,
    auditors=frozenset({"theo", "ada"}),
    coordinators=frozenset({"cora"}),
    on_record=frozenset({"will", "sam", "ivy"}),
    beside="Lead\nGood\nPeer\nRequires improvement\nFinal\nRequires improvement",
    final="Final\nGood",
)
SEFTON = Told(
    council="sefton",
    moderated=of_a_month,
    auditors=frozenset({"ada"}),
    coordinators=frozenset({"cora"}),
    on_record=frozenset({"will", "theo", "sam"}),
    beside="Auditor\nGood\nFinal\nRequires improvement",
    final="Final\nGood",
)
SOMERSET = Told(
    council="somerset",
    moderated=of_an_evaluation,
    auditors=frozenset({"eve"}),
    coordinators=frozenset({"cora", "sia"}),
    on_record=frozenset({"wes", "tess"}),
    beside="Evaluator\nGood\nFinal\nRequires improvement",
    final="Final\nRequires improvement",
)
LEICESTERSHIRE = Told(
    council="leicestershire",
    moderated=of_a_second_reader,
    auditors=frozenset({"tina"}),
    coordinators=frozenset({"quin"}),
    on_record=frozenset({"will", "theo"}),
    beside="read it as well.",
    final="read it as well",
)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(HEREFORDSHIRE, marks=pytest.mark.rows("HER-09")),
        pytest.param(SEFTON, marks=pytest.mark.rows("SEF-17", "SEF-18")),
        pytest.param(SOMERSET, marks=pytest.mark.rows("SOM-06")),
        pytest.param(LEICESTERSHIRE, marks=pytest.mark.rows("LEI-02")),
    ],
    ids=lambda told: told.council,
)
async def test_the_outcome_reaches_everybody_concerned_and_nobody_else(
    units: SqlUnitsOfWork, told: Told
) -> None:
    town = Town(units, council_of(told.council))
    await town.move_in(OTHERS.values() if told.council == "leicestershire" else ())
    audit, decider = await told.moderated(town)
    assert await town.state(audit) is AuditState.FINAL
    people = await town.read(lambda uow: uow.people.all())
    name = people[decider].name

    for reader in told.auditors | told.coordinators:
        said = town.chat(reader).words("moderation_outcome")
        assert told.beside in said, reader
        assert ("You " if reader == decider else f"{name} ") in said
        assert WHY in said
        assert ("Oversight across" in said) <= (reader not in told.auditors)
    for reader in told.on_record:
        said = town.chat(reader).words("audit_findings")
        assert name in said, reader
        assert told.final in said
        assert WHY in said
        assert "Not final yet" not in said
    assert told.beside in own(town, decider)
    assert having(town, people, "moderation_outcome") == told.auditors | told.coordinators
    assert having(town, people, "audit_findings") == told.on_record


def own(town: Town, decider: str) -> str:
    """The form of whoever decided, as it has become."""
    chat = town.chat(decider)
    return chat.words("grading" if "grading" in chat.kinds else "moderation_decision")


def having(town: Town, people: Iterable[str], kind: str) -> set[str]:
    """Who has a card of that kind."""
    return {one for one in people if kind in town.chat(one).kinds}


async def test_the_cards_that_people_had_become_final(herefordshire: Town) -> None:
    _, moderator = await of_a_pair(herefordshire)
    for auditor in ("theo", "ada"):
        chat = herefordshire.chat(auditor)
        assert "Final\nYour audit of C-24113 is in" in chat.words("grading")
        assert "It is final now." in chat.words("audit_allocated")
    assert "You decided it on Tuesday 22 December." in herefordshire.chat(moderator).words(
        "audit_allocated"
    )
    assert "Decided\n1 grade differed" in herefordshire.chat("cora").words("audit_compared")


async def test_a_line_of_the_plan_without_a_day_has_a_month_from_the_decision(
    herefordshire: Town,
) -> None:
    audit, _ = await of_a_pair(herefordshire)
    (action,) = await herefordshire.read(lambda uow: uow.actions.of_audit(audit))
    # handed in on 1 December, decided on the 22nd
    assert (action.what, action.due_on) == (PLAN, date(2027, 1, 22))
