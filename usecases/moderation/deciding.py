"""What a member typed into compare-and-decide, checked; and what recording it does."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.audit import AuditState, Seat, SeatState
from domain.audits.grading import accept_words
from domain.audits.outcome import Outcome, Settled
from domain.calendar.wording import say_list
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from domain.moderation.comparing import accept_areas, accept_final
from domain.moderation.moderation import Decision, Moderation
from domain.refs import Ref
from usecases.asking import Ask
from usecases.audits.finishing import finish, outcome_of
from usecases.coordinating import tell_coordinators
from usecases.moderation.grading import decision_refs
from usecases.moderation.sitting import Sitting, sitting_of
from usecases.showing import tell

FINAL = "final_"
NOT_YET = "Please give your own grades first. Nothing was changed."
FIELD_WORDS = {"reason": "reasons", "plan": "action plan", "wider": "wider findings"}


async def sitting_for(ask: Ask) -> Sitting:
    """The member's sitting while there is something to decide, and they may see it."""
    sitting = await sitting_of(ask.uow, ask.council, ask.ref.number)
    if sitting is None:
        raise NotFoundFault
    if sitting.scene.audit.state is not AuditState.MODERATING:
        raise Fault("This audit is decided, so nothing was changed. You need do no more.")
    if not sitting.sees:
        raise Fault(NOT_YET)
    if not sitting.decides:
        raise Fault("Your grades are with the panel, which decides. Nothing was changed.")
    return sitting


def typed_decision(ask: Ask, sitting: Sitting) -> Decision:
    """The decision with what was typed; raises Fault, and keeps nothing, on a bad grade or text."""
    before, rules = sitting.decision, sitting.scene.rules
    typed = {area: ask.typed(f"{FINAL}{area}") for area in sitting.to_decide}
    words = {key: accept_words(key, ask.typed(key), said=said) for key, said in FIELD_WORDS.items()}
    return replace(
        before,
        areas=accept_areas(rules, before, typed, sitting.settled),
        overall=accept_final(rules, ask.typed("overall")) or before.overall,
        **words,
    )


async def keep(
    ask: Ask, sitting: Sitting, decision: Decision, *, agreed: tuple[int, ...]
) -> Moderation:
    """Write the decision as it stands, and who stands behind it."""
    saved = await ask.uow.moderations.save(
        replace(sitting.moderation, decision=decision, agreed=agreed)
    )
    await ask.uow.trail.record(
        ask.ref,
        "save_moderation",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version},
    )
    return saved


def agreed_with(sitting: Sitting, decision: Decision) -> tuple[int, ...]:
    """The seats behind a decision once this member records it; a change takes the others off."""
    mine = sitting.seat.id
    if decision != replace(
        sitting.moderation.decision,
        areas={**sitting.moderation.decision.areas, **sitting.settled},
    ):
        return (mine,)
    return (*(seat for seat in sitting.moderation.agreed if seat != mine), mine)


async def make_final(ask: Ask, sitting: Sitting, moderation: Moderation) -> None:
    """The grades are final: the outcome is kept, and everybody concerned hears of it."""
    scene = sitting.scene
    await ask.uow.moderations.save(replace(moderation, decided_at=ask.now))
    await ask.uow.trail.record(
        ask.ref,
        "decide_moderation",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": moderation.version + 1},
    )
    for seat in scene.panel_seats:
        await _close(ask, seat, moderation)
    await finish(ask.uow, scene, _outcome(ask, sitting, moderation.decision), ask.now)
    await _tell(ask, sitting)


def _outcome(ask: Ask, sitting: Sitting, decision: Decision) -> Outcome:
    first = list(sitting.first)
    found = outcome_of(sitting.scene, first, Settled.MODERATED, first[0], ask.now)
    return replace(
        found, overall=decision.overall, areas=dict(decision.areas), reason=decision.reason
    )


async def _close(ask: Ask, seat: Seat, moderation: Moderation) -> None:
    """Members who decided are done; the others have nothing left to do (E-96)."""
    decided = seat.id in moderation.agreed
    state = DutyState.DONE if decided else DutyState.CANCELLED
    for subject in (Ref("seat", str(seat.id)), Ref("decision", str(seat.id))):
        await ask.uow.duties.close(subject, state, ask.now)
    if seat.state is not SeatState.SUBMITTED and seat.holder:
        state_now = SeatState.SUBMITTED if decided else SeatState.RELEASED
        await ask.uow.audits.save_seat(replace(seat, state=state_now, since=ask.now))
        await ask.uow.focuses.clear(seat.holder)


async def _tell(ask: Ask, sitting: Sitting) -> None:
    """Auditors, coordinators and the rest of the panel get the outcome; views need no answer."""
    scene = sitting.scene
    about = Ref("audit", str(scene.audit.id))
    await ask.uow.focuses.clear(ask.actor.id)
    for seat in scene.first_seats:
        if seat.holder:
            await tell(
                ask.uow, "moderation_outcome", about, seat.holder, now=ask.now, once="decided"
            )
    await tell_coordinators(
        ask.uow, ask.council, "moderation_outcome", about, ask.now, once="decided"
    )
    for view in await ask.uow.moderations.views_of(scene.audit.id):
        subject = Ref("view", str(view.id))
        await ask.uow.duties.close(subject, DutyState.CANCELLED, ask.now)
        await ask.uow.outbox.refresh(subject, now=ask.now)
    for ref in (about, *decision_refs(scene), *scene.seat_refs()):
        await ask.uow.outbox.refresh(ref, now=ask.now)


def others_to_agree(sitting: Sitting, agreed: tuple[int, ...]) -> str:
    """``Helen Brandt or Mo Rahman``: who else can agree."""
    left = [seat for seat in sitting.deciders if seat.id not in agreed]
    return say_list([sitting.name_of(seat) for seat in left], "or")
