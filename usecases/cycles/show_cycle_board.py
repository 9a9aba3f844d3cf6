"""The board of a cycle, for those who run it."""

from __future__ import annotations

from collections.abc import Mapping

from cards.cycles.cycle_board import MOST_LINES, CycleBoard, SeatLine, StageCount
from domain.audits.board import BoardLine, counted
from domain.delivery.message import Doubt
from domain.people.person import Person
from domain.refs import Ref
from usecases.cycles.boards import filter_of, lines_of
from usecases.showing import Look, shows


@shows("cycle_board", doubt=Doubt.LET_BE)
async def show_cycle_board(look: Look) -> CycleBoard | None:
    """Every seat by stage, filtered as it was asked for; None for anybody who runs no cycles."""
    cycle = await look.uow.audits.cycle(look.about.number)
    if cycle is None or not look.council.coordinates(look.reader):
        return None
    every = await lines_of(look, cycle.id)
    asked = filter_of(dict(look.typed))
    kept = asked.keep(every)
    people = await look.uow.people.all()
    return CycleBoard(
        ref=look.about,
        version=1,
        programme=look.council.framework.programme(cycle.programme).title,
        cycle=f"{cycle.opens_on:%B %Y}",
        counts=tuple(
            StageCount(stage=stage, seats=n, late=late)
            for stage, (n, late) in counted(kept).items()
            if n
        ),
        shown=tuple(_line(look, people, line) for line in kept[:MOST_LINES]),
        found=len(kept),
        teams=tuple(sorted({line.team for line in every if line.team})),
        team=asked.team,
        stage=asked.stage,
        notice=look.notice or None,
    )


def _line(look: Look, people: Mapping[str, Person], line: BoardLine) -> SeatLine:
    seat = line.seat
    holder = people.get(seat.holder or "")
    late = -look.council.days_left(look.today, seat.due_on) if line.late else None
    return SeatLine(
        ref=Ref("audit", str(line.audit.id)),
        version=line.audit.version,
        case=line.audit.case_ref,
        seat_label=seat.role.replace("_", " "),
        holder=holder.name if holder else "Nobody",
        stage=line.stage,
        due=seat.due_on,
        days_late=late,
    )
