"""Cards of audits: the seat, the draw behind it, the area that is graded, who was told."""

from __future__ import annotations

from collections.abc import Iterable

from domain.frameworks.parts import Entry
from storage.tables import assessments, audits, cycles, notices, proposals, seats
from usecases.audits.scene import Scene, scene_of_audit
from year.tracing import Reached, traces

Found = Iterable[Entry | None]
SUMMARY = 0


async def scene_of(reached: Reached, audit_id: object) -> Scene | None:
    """The audit that something is about."""
    if not isinstance(audit_id, int):
        return None
    return await scene_of_audit(reached.uow, reached.council, audit_id)


@traces("seat")
async def of_seat(reached: Reached) -> Found:
    """A seat is held because of its rule, on a record that the programme's selection chose."""
    row = await reached.row(seats)
    scene = await scene_of(reached, row.get("audit_id"))
    if scene is None:
        return []
    programme = scene.programme
    rule = next((one for one in programme.seats if one.key == row["role"]), None)
    if rule is None:
        return await _panel(reached, scene, str(row["role"]))
    handed = rule.hand_over if rule.after else None
    return [programme, rule, programme.selection, handed]


async def _panel(reached: Reached, scene: Scene, role: str) -> Found:
    """A moderator's seat, and the draws that sent the audit there."""
    rules = scene.programme.moderation
    moderation = await reached.uow.moderations.of_audit(scene.audit.id)
    if rules is None:
        return []
    drawn = {reason.key for reason in moderation.reasons} if moderation else set()
    panel = [one for one in rules.panel if one.key == role]
    return [rules, *panel, *(one for one in rules.draws if one.key in drawn)]


@traces("decision")
async def of_decision(reached: Reached) -> Found:
    """The panel's own card."""
    return await of_seat(reached)


@traces("form", "assessment", "area")
async def of_form(reached: Reached) -> Found:
    """The areas that its auditor has come to so far, and the overall grade at the end of them."""
    seat_id = reached.number
    if reached.about.kind != "form":
        seat_id = int((await reached.row(assessments)).get("seat_id", -1))
    seat = await reached.row(seats, seat_id)
    scene = await scene_of(reached, seat.get("audit_id"))
    draft = await reached.uow.assessments.of_seat(seat_id)
    if scene is None or draft is None or seat["panel"]:
        return []
    asked = {draft.at_area} | {entry.number for entry in draft.areas if entry.begun}
    areas = [area for area in scene.programme.areas if area.number in asked]
    return [*areas, scene.programme.overall if draft.at_area == SUMMARY else None]


@traces("notice")
async def of_notice(reached: Reached) -> Found:
    """Somebody was told because the notice's rule names them."""
    if reached.kind != "audit_notice":
        return []
    row = await reached.row(notices)
    scene = await scene_of(reached, row.get("audit_id"))
    return [scene.programme, scene.programme.notice] if scene else []


@traces("proposal")
async def of_proposal(reached: Reached) -> Found:
    """A draw that waits for a word."""
    row = await reached.row(proposals)
    programme = reached.framework.programmes.get(str(row.get("programme")))
    return [programme.selection] if programme else []


@traces("check")
async def of_check(reached: Reached) -> Found:
    """The look over finished audits."""
    row = await reached.row(cycles)
    programme = reached.framework.programmes.get(str(row.get("programme")))
    return [programme.final_check] if programme else []


@traces("cycle")
async def of_cycle(reached: Reached) -> Found:
    """Whoever is excused hears of it; whoever runs cycles hears that one is open."""
    row = await reached.row(cycles)
    programme = reached.framework.programmes.get(str(row.get("programme")))
    if programme is None:
        return []
    return [programme.excuses] if reached.kind == "auditors_excused" else [programme.selection]


@traces("audit")
async def of_audit(reached: Reached) -> Found:
    """What is recommended; the second reader of a moderated audit."""
    row = await reached.row(audits)
    scene = await scene_of(reached, row.get("id"))
    if scene is None:
        return []
    if reached.kind in {"recommendations", "recommendation_agenda"}:
        return [scene.programme.recommendations]
    return []


@traces("recommendations")
async def of_recommendations(reached: Reached) -> Found:
    """What an audit recommends."""
    scene = await scene_of(reached, reached.number)
    return [scene.programme.recommendations] if scene else []
