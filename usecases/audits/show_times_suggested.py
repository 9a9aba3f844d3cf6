"""An answer to a notice, for those who hold a seat."""

from __future__ import annotations

from cards.audits.times_suggested import TimesSuggested
from usecases.audits.noticing import talkers
from usecases.audits.scene import scene_of_audit
from usecases.showing import Look, shows


@shows("times_suggested")
async def show_times_suggested(look: Look) -> TimesSuggested | None:
    """The times and the note; None for anybody who holds no seat.

    Whoever has no part in the talk reads the note alone.
    """
    notice = await look.uow.notices.get(look.about.number)
    scene = await scene_of_audit(look.uow, look.council, notice.audit_id) if notice else None
    if notice is None or scene is None:
        return None
    if all(seat.holder != look.reader.id for seat in scene.first_seats):
        return None
    talks = any(seat.holder == look.reader.id for seat in talkers(scene))
    who = await look.uow.people.get(notice.person_id)
    return TimesSuggested(
        ref=look.about,
        version=notice.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        who=who.name if who else "Somebody who has left",
        times=notice.times if talks else (),
        agreed=notice.agreed if talks else None,
        note=notice.note,
        notice=look.notice or None,
    )
