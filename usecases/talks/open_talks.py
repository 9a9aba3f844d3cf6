"""Open the talks of an audit, one of them, or the family's part."""

from __future__ import annotations

from domain.audits.audit import Seat
from domain.faults import NotFoundFault
from domain.focus import Focus
from domain.refs import Ref
from domain.talks.family import family_rule
from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import form_ref
from usecases.audits.drafting import move_to, save_typed_overall
from usecases.audits.scene import Scene, scene_of_audit, scene_of_seat
from usecases.showing import tell
from usecases.talks.finding import my_seat, talk_for
from usecases.talks.preparing import prepare_talks
from usecases.talks.subjects import view_of


@verb(subject="seat")
async def open_talks(ask: Ask) -> Answer:
    """Post the list of the audit's talks."""
    scene = await scene_of_seat(ask.uow, ask.council, ask.ref.number)
    if scene is None:
        raise NotFoundFault
    await prepare_talks(ask.uow, scene, ask.now)  # an older audit may have no rows yet
    await _post(ask, "audit_talks", ask.ref)
    return Answer(view="audit_allocated", about=ask.ref, line="Here are the talks.")


@verb(subject="talk")
async def open_talk(ask: Ask) -> Answer:
    """Post the card of one talk, from the list."""
    _, seat, view = await _talk(ask)
    await _post(ask, view, ask.ref)
    about = Ref("seat", str(seat.id))
    return Answer(view="audit_talks", about=about, line="Here is the talk.")


@verb(subject="talk")
async def go_to_talk(ask: Ask) -> Answer:
    """Post the card of one talk, from the summary; what was typed there is kept."""
    scene, seat, view = await _talk(ask)
    await _keep_typed(ask, scene, seat)
    await _post(ask, view, ask.ref)
    form = form_ref(seat.id)
    return Answer(view="grading", about=form, changed=(form,), line="Here is the talk.")


@verb(subject="family")
async def open_family(ask: Ask) -> Answer:
    """Post the family's part, from the list."""
    _, seat = await _family(ask)
    await _post(ask, "family_contact", ask.ref)
    about = Ref("seat", str(seat.id))
    return Answer(view="audit_talks", about=about, line="Here is the family's part.")


@verb(subject="family")
async def go_to_family(ask: Ask) -> Answer:
    """Post the family's part, from the summary; what was typed there is kept."""
    scene, seat = await _family(ask)
    await _keep_typed(ask, scene, seat)
    await _post(ask, "family_contact", ask.ref)
    form = form_ref(seat.id)
    return Answer(view="grading", about=form, changed=(form,), line="Here is the family's part.")


def family_seats(scene: Scene) -> tuple[Seat, ...]:
    """The seats whose holders hear the family."""
    rule = family_rule(scene.programme)
    return tuple(seat for seat in scene.seats if rule and seat.role in rule.seats)


async def _talk(ask: Ask) -> tuple[Scene, Seat, str]:
    at = await talk_for(ask)
    seat = await my_seat(ask, at.seats)
    if seat is None:
        raise NotFoundFault
    return at.scene, seat, view_of(at.rule)


async def _family(ask: Ask) -> tuple[Scene, Seat]:
    entry = await ask.uow.families.get(ask.ref.number)
    scene = await scene_of_audit(ask.uow, ask.council, entry.audit_id) if entry else None
    seat = await my_seat(ask, family_seats(scene)) if scene else None
    if scene is None or seat is None:
        raise NotFoundFault
    return scene, seat


async def _keep_typed(ask: Ask, scene: Scene, seat: Seat) -> None:
    draft = await ask.uow.assessments.of_seat(seat.id)
    if draft and not draft.submitted and not ask.inputs.keys().isdisjoint({"overall", "reason"}):
        await move_to(ask, await save_typed_overall(ask, scene, draft), 0)


async def _post(ask: Ask, kind: str, about: Ref) -> None:
    await tell(ask.uow, kind, about, ask.actor.id, now=ask.now)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=kind, subject=about), ask.now)
