"""Who is excused by a deep dive, for its auditors and for those who run cycles."""

from __future__ import annotations

from datetime import date

from cards.cycles.auditors_excused import AuditorsExcused, MovedLine
from domain.people.person import Person
from domain.refs import Ref
from usecases.audits.excusing_auditors import MOVED
from usecases.audits.scene import scene_of_seat
from usecases.showing import Look, shows


@shows("auditors_excused")
async def show_auditors_excused(look: Look) -> AuditorsExcused | None:
    """An auditor sees what of theirs moved, whoever runs cycles all of it; else None."""
    cycle = await look.uow.audits.cycle(look.about.number)
    spells = await look.uow.exemptions.of_cycle(cycle.id) if cycle else []
    excused = [spell.person_id for spell in spells]
    mine = look.reader.id in excused
    if cycle is None or not (mine or look.council.coordinates(look.reader)):
        return None
    people = await look.uow.people.all()
    by = people.get(cycle.opened_by)
    moved = await _moved(look, people, look.reader.id if mine else None)
    return AuditorsExcused(
        ref=look.about,
        version=1,
        home=Ref("person", look.reader.id),
        programme=look.council.framework.programme(cycle.programme).title,
        month=cycle.opens_on.replace(day=1),
        theme=cycle.theme,
        auditors=tuple(sorted(people[one].name for one in excused)),
        by=by.name if by else "",
        moved=tuple(moved),
        mine=mine,
        notice=look.notice or None,
    )


async def _moved(look: Look, people: dict[str, Person], only: str | None) -> list[MovedLine]:
    """Out of the trail of the cycle: what moved because of it, with its holder of today.

    ``only`` one person's, or everybody's.
    """
    found = []
    for entry in await look.uow.trail.of(look.about):
        if entry.action != MOVED:
            continue
        number = int(entry.details["seat"] or 0)
        scene = await scene_of_seat(look.uow, look.council, number)
        if scene is None:
            continue
        seat = scene.seat(number)
        if only and seat.holder != only:
            continue
        holder = people.get(seat.holder or "")
        found.append(
            MovedLine(
                what=f"{scene.case.ref}, {scene.rule(seat).label}",
                whose=holder.name if holder else "Nobody",
                before=date.fromisoformat(str(entry.details["before"])),
                until=date.fromisoformat(str(entry.details["until"])),
            )
        )
    return found
