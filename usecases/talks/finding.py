"""A talk with everything around it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.audits.audit import AuditState, Seat
from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from domain.frameworks.meeting import Conversation
from domain.people.on_record import on_record
from domain.people.person import Person
from domain.refs import Ref
from domain.talks.rules import conversation, holds_up, is_asked_for
from domain.talks.talk import Talk
from usecases.asking import Ask
from usecases.audits.allocating import form_ref
from usecases.audits.holding import holds_seat
from usecases.audits.scene import Scene, scene_of_audit
from usecases.council import Council
from usecases.moderation.grading import take_focus
from usecases.moderation.sitting import decision_ref
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkAt:
    """A talk, the council's rule for it, and its audit."""

    scene: Scene
    talk: Talk
    rule: Conversation

    @property
    def ref(self) -> Ref:
        """The subject of the talk's cards."""
        return Ref("talk", str(self.talk.id))

    @property
    def seats(self) -> tuple[Seat, ...]:
        """The seats that hold the talk."""
        return tuple(seat for seat in self.scene.seats if seat.role in self.rule.between)

    @property
    def changed(self) -> tuple[Ref, ...]:
        """The subjects whose cards say how the talk stands."""
        forms = tuple(form_ref(seat.id) for seat in self.seats)
        decisions = tuple(decision_ref(seat.id) for seat in self.seats if seat.panel)
        return (self.ref, *forms, *decisions, *self.scene.seat_refs())

    @property
    def protected(self) -> bool:
        """Whether its time is kept free: somebody evaluates in it and must note it (SOM-04)."""
        rules = [self.scene.rule(seat) for seat in self.seats]
        return any(one.protected_time and holds_up(self.rule, one.key) for one in rules)

    @property
    def asked(self) -> tuple[Seat, ...]:
        """The seats of others that are asked to it (HER-09)."""
        return tuple(seat for seat in self.scene.seats if seat.role in self.rule.joined_by)


async def talk_at(uow: UnitOfWork, council: Council, talk_id: int) -> TalkAt | None:
    """The talk; None where it is gone, or the council's file has it no more."""
    talk = await uow.talks.get(talk_id)
    scene = await scene_of_audit(uow, council, talk.audit_id) if talk else None
    rule = conversation(scene.programme, talk.key) if talk and scene else None
    if talk is None or scene is None or rule is None:
        return None
    return TalkAt(scene=scene, talk=talk, rule=rule)


async def talk_for(ask: Ask) -> TalkAt:
    """The talk that is asked about, of an audit that still runs; raises Fault."""
    found = await talk_at(ask.uow, ask.council, ask.ref.number)
    if found is None:
        raise NotFoundFault
    check_running(found.scene)
    return found


def check_running(scene: Scene) -> None:
    """Raise Fault where the audit is over."""
    if scene.audit.state is AuditState.CANCELLED:
        raise Fault("This audit was cancelled, so nothing was changed. You need do no more.")
    if scene.audit.state is AuditState.FINAL:
        raise Fault("This audit is final, so nothing was changed. What was noted stays as it is.")


async def others_of(uow: UnitOfWork, at: TalkAt, but: str | None = None) -> list[Person]:
    """Whoever can take part, apart from one: people of the record, then other auditors."""
    people = await uow.people.all()
    ids = [*on_record(at.rule.people, at.scene.case, people)]
    joined = at.asked if is_asked_for(at.rule) else at.seats
    ids += [seat.holder for seat in joined if seat.holder]
    return [people[one] for one in dict.fromkeys(ids) if one != but and one in people]


async def my_seat(ask: Ask, seats: tuple[Seat, ...]) -> Seat | None:
    """The one of these seats that the asking person holds or covers."""
    for seat in seats:
        if await holds_seat(ask.uow, ask.actor, seat, ask.today):
            return seat
    return None


async def back_to_grading(ask: Ask, seats: tuple[Seat, ...]) -> None:
    """Typed words go to the open grading form again, or to the decision, where there is one."""
    seat = await my_seat(ask, seats)
    if seat and seat.panel:
        await take_focus(ask, seat)
        return
    draft = await ask.uow.assessments.of_seat(seat.id) if seat else None
    if seat and draft and not draft.submitted:
        focus = Focus(kind="grading", subject=form_ref(seat.id))
        await ask.uow.focuses.set(ask.actor.id, focus, ask.now)
    else:
        await ask.uow.focuses.clear(ask.actor.id)
