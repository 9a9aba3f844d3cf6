"""What the staff list says of the reader."""

from __future__ import annotations

from cards.people.who_am_i import Away, WhoAmI
from domain.refs import Ref
from usecases.audits.turns import next_roles
from usecases.showing import Look, shows


@shows("who_am_i")
async def show_who_am_i(look: Look) -> WhoAmI:
    """Name, roles, team, line manager, and days away with their cover."""
    me = look.reader
    manager = await look.uow.people.get(me.line_manager) if me.line_manager else None
    absence = me.absence_on(look.today)
    cover = await look.uow.people.get(absence.cover) if absence and absence.cover else None
    away = (
        Away(
            first_day=absence.first_day,
            last_day=absence.last_day,
            cover=cover.name if cover else "",
        )
        if absence
        else None
    )
    return WhoAmI(
        ref=Ref("person", me.id),
        version=1,
        name=me.name,
        roles=tuple(look.council.role_titles(me)),
        team=me.team,
        line_manager=manager.name if manager else "",
        away=away,
        next_roles=await next_roles(look.uow, look.council, me, look.today),
    )
