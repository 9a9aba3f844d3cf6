"""Say that a duty is not one's own: whoever answers for it decides who has it."""

from __future__ import annotations

from domain.agenda.ask import AskKind, NewAsk
from domain.calendar.wording import say_list
from domain.duties import Duty
from domain.faults import Fault
from domain.refs import Ref
from usecases.agenda.deciders import deciders
from usecases.agenda.handing_over import hands_of
from usecases.agenda.own_duty import own_duty
from usecases.asking import Answer, Ask, verb
from usecases.people.duties import why_it_stays
from usecases.showing import tell


@verb(subject="person", past="said that it is not theirs")
async def not_mine(ask: Ask) -> Answer:
    """It stays in one's work, and is reminded of, until somebody decides.

    Raises Fault with who can change it where nobody can give it to another.
    """
    duty, found = await own_duty(ask, urgent_too=True)
    if why := why_it_stays(duty.kind):
        raise Fault(f"{found.text} stays with you. {why}", field="duty")
    people = await deciders(ask.uow, ask.council, ask.actor, ask.now)
    if not people or not await _others(ask, duty):
        who = say_list([one.name for one in people], "or") or "whoever keeps the staff list"
        raise Fault(
            f"{found.text} stays with you: nobody else in the staff list may have it. Please "
            f"ask {who} who should be in it.",
            field="duty",
        )
    new = NewAsk(duty_id=duty.id, kind=AskKind.HAND_OVER, asked_by=ask.actor.id)
    kept = await ask.uow.duty_asks.add(new, ask.now)
    await ask.uow.trail.record(duty.ref, "not_mine", actor=ask.actor.id, now=ask.now)
    for person in people:
        await tell(ask.uow, "duty_ask", kept.ref, person.id, now=ask.now, once="asked")
    who = say_list([one.name for one in people], "or")
    line = f"{found.text}: {who} decides who has it. Until then it stays in your work."
    return Answer(view="duty_later", about=Ref("person", ask.actor.id), notice=line, line=line)


async def _others(ask: Ask, duty: Duty) -> bool:
    """Whether there is anybody who may have it."""
    hands = hands_of(duty.kind)
    able = await hands.candidates(ask.uow, ask.council, duty, ask.today) if hands else []
    return any(one.id != ask.actor.id for one in able)
