"""How seats, assessments, areas and notices are found, and who stands how to them."""

from __future__ import annotations

from domain.audits.audit import Seat
from domain.audits.outcome import findings_are_out
from domain.permissions.relations import Relation
from domain.refs import Ref
from usecases.asking import Ask, Subject, subject
from usecases.audits.allocating import form_ref
from usecases.audits.holding import holds_seat
from usecases.audits.scene import scene_of_audit


def area_ref(assessment_id: int, number: int) -> Ref:
    """``area-3107-3``: an area of an assessment."""
    return Ref("area", f"{assessment_id}-{number}")


def split_area(ref: Ref) -> tuple[int, int]:
    """The assessment's id and the area's number; raises BadRefFault on anything else."""
    assessment, _, number = ref.key.partition("-")
    return Ref("assessment", assessment).number, Ref("area", number).number


async def relations_to_seat(ask: Ask, seat: Seat) -> frozenset[Relation]:
    """How the asking person stands to a seat."""
    found = {Relation.COLLEAGUE}
    if await holds_seat(ask.uow, ask.actor, seat, ask.today):
        found.add(Relation.HOLDER)
    if ask.council.coordinates(ask.actor):
        found.add(Relation.COORDINATOR)
    return frozenset(found)


@subject("seat")
async def find_seat(ask: Ask) -> Subject | None:
    """A seat, shown by its allocation card."""
    seat = await ask.uow.audits.seat(ask.ref.number)
    if seat is None:
        return None
    relations = await relations_to_seat(ask, seat)
    return Subject(
        version=seat.version,
        relations=relations,
        view="seat_vacant" if seat.holder is None else "audit_allocated",
        about=ask.ref,
        what=await _named(ask, seat),
        opens=_opens(seat, relations),
    )


@subject("assessment")
async def find_assessment(ask: Ask) -> Subject | None:
    """An assessment, shown by the grading form."""
    return await _assessment(ask, ask.ref.number, area=None)


@subject("area")
async def find_area(ask: Ask) -> Subject | None:
    """An area of an assessment; its version is its own."""
    assessment_id, number = split_area(ask.ref)
    return await _assessment(ask, assessment_id, area=number)


async def _assessment(ask: Ask, assessment_id: int, *, area: int | None) -> Subject | None:
    found = await ask.uow.assessments.get(assessment_id)
    seat = await ask.uow.audits.seat(found.seat_id) if found else None
    if found is None or seat is None:
        return None
    entry = None if area is None else found.area(area)
    relations = await relations_to_seat(ask, seat)
    return Subject(
        version=entry.version if entry else found.version,
        relations=relations,
        view="grading",
        about=form_ref(seat.id),
        what=await _named(ask, seat),
        opens=_opens(seat, relations),
        kept=entry.texts if entry else {"reason": found.reason},
    )


def _opens(seat: Seat, relations: frozenset[Relation]) -> tuple[str, Ref, int]:
    verb = "open_audit" if Relation.HOLDER in relations else "open_seat"
    return verb, Ref("seat", str(seat.id)), seat.version


async def _named(ask: Ask, seat: Seat) -> str:
    audit = await ask.uow.audits.get(seat.audit_id)
    return f"Audit of {audit.case_ref}" if audit else "Audit"


@subject("notice")
async def find_notice(ask: Ask) -> Subject | None:
    """A notice to one person of one audit; the auditors stand to it as holders."""
    notice = await ask.uow.notices.get(ask.ref.number)
    if notice is None:
        return None
    found = {Relation.COLLEAGUE}
    if notice.person_id == ask.actor.id:
        found.add(Relation.TOLD)
        if notice.role == "worker":
            found.add(Relation.WORKER)
    for seat in await ask.uow.audits.seats_of(notice.audit_id):
        if not seat.panel and await holds_seat(ask.uow, ask.actor, seat, ask.today):
            found.add(Relation.HOLDER)
    scene = await scene_of_audit(ask.uow, ask.council, notice.audit_id)
    out = scene is not None and findings_are_out(scene.programme, scene.audit.state)
    return Subject(
        version=notice.version,
        relations=frozenset(found),
        view="audit_findings" if out else "audit_notice",
        about=ask.ref,
        what=f"Audit of {scene.case.ref}" if scene else "Audit",
    )
