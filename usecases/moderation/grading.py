"""Where a panel's seat parts from an auditor's: what opens it, and what follows its grades."""

from __future__ import annotations

from datetime import timedelta

from domain.audits.assessment import Assessment
from domain.audits.audit import AuditState, Seat, SeatState
from domain.calendar.wording import say_day, say_list
from domain.calendar.working_days import end_of_day
from domain.duties import NewDuty
from domain.faults import Fault
from domain.focus import Focus
from domain.moderation.panel import is_blind
from domain.refs import Ref
from usecases.asking import Answer, Ask
from usecases.audits.allocating import form_ref, take_on
from usecases.audits.scene import Scene
from usecases.moderation.sitting import Sitting, decision_ref, sitting_of
from usecases.showing import tell

DECIDE = "decide_moderation"


async def open_case(ask: Ask, scene: Scene, seat: Seat) -> Answer | None:
    """Open the case to a member who sees it at once; None where they grade alone first."""
    if seat.state is SeatState.HELD:
        raise Fault(f"{_ahead(scene, seat)} Nothing was changed.")
    if is_blind(scene.programme):
        return None
    if scene.audit.state is AuditState.OPEN:
        raise Fault(f"{waits_for_first(scene)} Nothing was changed: you get a card when it is in.")
    if seat.state is not SeatState.STARTED:
        saved = await take_on(ask.uow, seat, SeatState.STARTED, ask.now)
        await ask.uow.trail.record(
            ask.ref,
            "start_audit",
            actor=ask.actor.id,
            now=ask.now,
            details={"version": saved.version},
        )
    await tell(ask.uow, "moderation_decision", decision_ref(seat.id), ask.actor.id, now=ask.now)
    await take_focus(ask, seat)
    line = f"Here is {scene.case.ref}. Press on the card, or type."
    return Answer(view="audit_allocated", about=ask.ref, changed=scene.seat_refs(), line=line)


def _ahead(scene: Scene, seat: Seat) -> str:
    rule = scene.rule(seat).hand_over
    if rule is None:
        return "It comes to you later."
    first = scene.cycle.opens_on + timedelta(days=rule.from_day)
    return f"It comes to you from {say_day(first)} on."


def waits_for_first(scene: Scene) -> str:
    """Whose work is not in yet: ``The evaluator is not in yet.`` and the like."""
    missing = [s for s in scene.first_seats if s.state is not SeatState.SUBMITTED]
    who = say_list([f"the {scene.rule(seat).label}" for seat in missing])
    return f"{who[:1].upper()}{who[1:]} is not in yet." if who else "It is being compared."


async def take_focus(ask: Ask, seat: Seat) -> None:
    """Typed words go to the decision from now on."""
    focus = Focus(kind="moderation_decision", subject=decision_ref(seat.id))
    await ask.uow.focuses.set(ask.actor.id, focus, ask.now)


async def graded_alone(ask: Ask, scene: Scene, sent: Assessment) -> Answer:
    """A member's own grades are in: everybody's lie open to them, and they decide or have said."""
    sitting = await sitting_of(ask.uow, ask.council, sent.seat_id)
    form = form_ref(sent.seat_id)
    changed = (form, *scene.seat_refs())
    if sitting and sitting.sees:
        await take_focus(ask, sitting.seat)
        if sitting.decides:
            await open_decision_duty(ask, sitting)
        changed = (*changed, *decision_refs(scene))
    line = "Your grades are saved. Now compare them with the first ones, side by side."
    return Answer(view="grading", about=form, changed=changed, line=line)


async def open_decision_duty(ask: Ask, sitting: Sitting) -> None:
    """What is left to do is to decide."""
    if sitting.seat.holder is None:
        return
    duty = NewDuty(
        kind=DECIDE,
        subject=decision_ref(sitting.seat.id),
        holder=sitting.seat.holder,
        due_at=end_of_day(sitting.seat.due_on),
    )
    await ask.uow.duties.open(duty, ask.now)


def decision_refs(scene: Scene) -> tuple[Ref, ...]:
    """The subjects of every compare-and-decide card of an audit, in place or posted anew."""
    found = [(decision_ref(seat.id), form_ref(seat.id)) for seat in scene.panel_seats]
    return tuple(ref for pair in found for ref in pair)
