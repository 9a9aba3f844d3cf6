"""A month of Sefton's deep dives, all in: one auditor each, graded as the test says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from domain.audits.audit import NewAudit, NewCycle, NewSeat
from domain.people.person import Person
from tests.cast import CASES, CORA
from tests.town import Town
from tests.usecases.moderation.panels import at, person, settled
from tests.usecases.moderation.seeding import submits

OPENED, DUE = date(2026, 11, 2), date(2026, 11, 30)
PANEL = (
    person("Gail Moss", "safeguarding_review_service_manager"),
    person("Dora Lane", "assistant_director"),
    person("Pia Wynn", "practice_improvement_manager"),
    person("Pat Rowe", "practice_improvement_manager"),
)
"""Beside Cora, QA service manager, and Mo, principal social worker."""


async def deep_dives(
    town: Town, grades: Sequence[str], *, people: Sequence[Person] = PANEL, seed: int = 5518
) -> list[int]:
    """A cycle of so many audits, submitted on 30 November and settled; gives their ids."""
    town.now = at("2026-11-02 09:00")
    await town.hires(*people)
    auditors = ["ada", "chip", *(one.id for one in people if one.id == "pia")]
    base = CASES["C-24113"]
    cases = [replace(base, ref=f"C-3{n:04}", iro=None) for n in range(1, len(grades) + 1)]
    audits = [
        NewAudit(case_ref=case.ref, seats=(_seat(auditors[n % len(auditors)]),))
        for n, case in enumerate(cases)
    ]
    cycle = NewCycle(
        framework="sefton",
        programme=town.programme,
        opens_on=OPENED,
        due_on=DUE,
        seed=seed,
        pool_size=len(cases),
        opened_by=CORA.id,
    )
    async with town.units() as uow:
        await uow.cases.put(cases)
        cycle_id = await uow.audits.open_cycle(cycle, audits, town.now)
        assert cycle_id is not None
        opened = await uow.audits.of_cycle(cycle_id)
        await uow.commit()
    town.now = at("2026-11-30 15:00")
    for (_, (seat,)), grade in zip(opened, grades, strict=True):
        await submits(town.units, seat.id, dict.fromkeys(range(9), grade), now=town.now)
    await settled(town)
    return [audit.id for audit, _ in opened]


def _seat(auditor: str) -> NewSeat:
    return NewSeat(role="auditor", holder=auditor, due_on=DUE, why="By hand")
