"""What waits for somebody's sign-off, in the order in which it is due."""

from __future__ import annotations

from datetime import date

from domain.people.person import Person
from domain.refs import Ref
from usecases.actions.around import SIGN, covered
from usecases.ports import UnitOfWork


def queue_ref(person: Person) -> Ref:
    """The list of all that wait for somebody."""
    return Ref("sign_offs", person.id)


async def waiting_for(uow: UnitOfWork, person: Person, today: date) -> list[int]:
    """Numbers of actions, those included for which the person stands in today."""
    people = await uow.people.all()
    duties = [
        duty
        for each in sorted(covered(person, people, today))
        for duty in await uow.duties.open_of(each)
        if duty.kind == SIGN
    ]
    found = dict.fromkeys(d.subject.number for d in sorted(duties, key=lambda d: (d.due_at, d.id)))
    own = [number for number in found if await _own(uow, number, person)]
    return [number for number in found if number not in own]


async def _own(uow: UnitOfWork, number: int, person: Person) -> bool:
    action = await uow.actions.get(number)
    claim = action.claim if action else None
    return action is None or person.id in {action.owner, claim.person_id if claim else ""}
