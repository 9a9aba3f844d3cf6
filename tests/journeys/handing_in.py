"""Audits that people hand in one after another: every press through the endpoint, no reading.

What they press stands on their cards (other journeys press it there); here the presses are sent
as Teams sends them, without waiting for each card to be brought up to date, so that a whole year
or month of somebody's work takes seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.audits.audit import NewAudit, NewCycle, NewSeat
from storage import tables
from tests.journeys.client import buttons
from tests.journeys.person import Answer, Somebody
from tests.journeys.world import World
from tests.talking import note_everything
from usecases.audits.scene import scene_of_audit
from usecases.audits.subjects import area_ref
from usecases.talks.preparing import prepare_talks

WORDS = "Seen in the record"


async def stands_open(
    world: World, programme: str, cases: list[str], opens_on: date, *, due_on: date, holder: str
) -> list[int]:
    """A cycle that was opened earlier, each record with one auditor; gives the seats' ids.

    Talks and the family's part are noted already.
    """
    role = world.council.framework.programme(programme).seats[0].key
    seats = (NewSeat(role=role, holder=holder, due_on=due_on, why="By hand"),)
    cycle = NewCycle(
        framework=world.council.framework.id,
        programme=programme,
        opens_on=opens_on,
        due_on=due_on,
        seed=5518,
        pool_size=len(cases),
        opened_by="cora",
    )
    async with world.units() as uow:
        new = [NewAudit(case_ref=case, seats=seats) for case in cases]
        number = await uow.audits.open_cycle(cycle, new, world.clock())
        assert number is not None
        opened = await uow.audits.of_cycle(number)
        for audit, _ in opened:
            if scene := await scene_of_audit(uow, world.council, audit.id):
                await prepare_talks(uow, scene, world.clock())
        await uow.commit()
    for audit, _ in opened:
        await note_everything(world.units, audit.id, world.clock())
    return [seat.id for _, (seat,) in opened]


async def hands_in(
    world: World,
    who: Somebody,
    seat_id: int,
    *,
    grade: str = "",
    but: Mapping[int, str] | None = None,
    words: str = WORDS,
) -> Answer:
    """Start the audit, work through its areas, submit it; ``but`` grades some differently.

    Without a grade the council gives none. Area 0 is the overall grade.
    """
    given, at_once = but or {}, world.at_once
    world.at_once = False
    await who.sends_press("start_audit", await _seat(world, seat_id))
    data = await _first_area(world, seat_id)
    area, answer = 1, Answer(None, "")
    while "submit_assessment" not in _verbs(answer):
        said = {"grade": given.get(area, grade), "evidence": words}
        said |= {"strengths": f"Strong, {words}", "develop": f"To develop, {words}"}
        pressed = await who.sends_press("finish_area", data | {k: v for k, v in said.items() if v})
        answer, area = pressed.answer, area + 1
        assert answer.card is not None, answer.line
        data = _verbs(answer).get("finish_area") or _verbs(answer)["submit_assessment"]
    last = {"overall": given.get(0, grade), "reason": words}
    world.at_once = at_once
    sent = await who.sends_press(
        "submit_assessment",
        _verbs(answer)["submit_assessment"] | {k: v for k, v in last.items() if v},
    )
    (seat,) = [row for row in await world.rows(tables.seats) if row["id"] == seat_id]
    assert seat["state"] == "submitted", sent.answer.text
    return sent.answer


async def grades_alone(world: World, who: Somebody, seat_id: int, **how: Any) -> Answer:
    """A member of a panel gives their own grades; gives the sets side by side."""
    return await hands_in(world, who, seat_id, **how)


async def _seat(world: World, seat_id: int) -> dict[str, Any]:
    (seat,) = [row for row in await world.rows(tables.seats) if row["id"] == seat_id]
    return {"id": f"seat-{seat_id}", "version": seat["version"]}


async def _first_area(world: World, seat_id: int) -> dict[str, Any]:
    """The data of the button on the first area of a draft."""
    async with world.units(reading=True) as uow:
        draft = await uow.assessments.of_seat(seat_id)
    assert draft is not None
    return {"id": str(area_ref(draft.id, 1)), "version": draft.area(1).version}


def _verbs(answer: Answer) -> dict[str, dict[str, Any]]:
    """The data of the buttons on an answer, by verb."""
    found = buttons(answer.card) if answer.card else ()
    return {button.verb: dict(button.action["data"]) for button in found}
