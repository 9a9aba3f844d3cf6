"""A seat with everything around it: audit, cycle, record, the other seats, the people."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.audits.audit import Audit, Cycle, Seat
from domain.audits.grading import Grading
from domain.audits.looked_at import with_sample
from domain.cases.case import Case
from domain.frameworks.programme import Programme
from domain.frameworks.seats import SeatRule
from domain.moderation.panel import rule_of
from domain.people.person import Person
from domain.refs import Ref
from usecases.council import Council
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a card about an audit draws on."""

    council: Council
    cycle: Cycle
    audit: Audit
    case: Case
    seats: tuple[Seat, ...]
    members: tuple[Case, ...] = ()

    @property
    def looked_at(self) -> tuple[Case, ...]:
        """Everything that the audit looks at: the case, and the records in its sample."""
        return (self.case, *self.members)

    @property
    def cycle_ref(self) -> Ref:
        """The subject of the cycle's cards."""
        return Ref("cycle", str(self.cycle.id))

    @property
    def programme(self) -> Programme:
        """The kind of audit, with an area for each record in its sample."""
        return with_sample(self.council.framework.programme(self.cycle.programme), self.case)

    @property
    def rules(self) -> Grading:
        """The rules of grading in this cycle."""
        return replace(self.council.grading(self.cycle), programme=self.programme)

    def rules_for(self, seat_id: int) -> Grading:
        """The rules for one seat: a panel gives grades, words where it likes (HER-09)."""
        return replace(self.rules, words_needed=not self.seat(seat_id).panel)

    def rule(self, seat: Seat) -> SeatRule:
        """The framework's rule for a seat, a first auditor's or a moderator's."""
        return rule_of(self.programme, seat.role)

    @property
    def first_seats(self) -> tuple[Seat, ...]:
        """The seats of the first auditors, whose grades are kept for ever (E-47)."""
        return tuple(seat for seat in self.seats if not seat.panel)

    @property
    def panel_seats(self) -> tuple[Seat, ...]:
        """The seats of those who moderate."""
        return tuple(seat for seat in self.seats if seat.panel)

    def others(self, seat: Seat) -> tuple[Seat, ...]:
        """The other seats beside it: a first auditor's partners, the panel's other members."""
        return tuple(o for o in self.seats if o.id != seat.id and o.panel == seat.panel)

    def partners(self, seat: Seat) -> tuple[Seat, ...]:
        """Whoever works on the audit beside the seat, those of the same part first."""
        rest = (other for other in self.seats if other.panel != seat.panel)
        return (*self.others(seat), *rest)

    def seat(self, seat_id: int) -> Seat:
        """One of its seats; raises KeyError where it has none of that id."""
        for seat in self.seats:
            if seat.id == seat_id:
                return seat
        raise KeyError(seat_id)

    def seat_refs(self) -> tuple[Ref, ...]:
        """The subjects of the allocation cards of this audit."""
        return tuple(Ref("seat", str(seat.id)) for seat in self.seats)


async def scene_of_audit(uow: UnitOfWork, council: Council, audit_id: int) -> Scene | None:
    """The audit's scene; None where there is no such audit."""
    audit = await uow.audits.get(audit_id)
    if audit is None:
        return None
    cycle = await uow.audits.cycle(audit.cycle_id)
    case = await uow.cases.get(audit.case_ref)
    seats = tuple(await uow.audits.seats_of(audit.id))
    if cycle is None or case is None:
        return None
    members = [found for ref in case.records if (found := await uow.cases.get(ref))]
    return Scene(
        council=council,
        cycle=cycle,
        audit=audit,
        case=case,
        seats=seats,
        members=tuple(members),
    )


async def scene_of_seat(uow: UnitOfWork, council: Council, seat_id: int) -> Scene | None:
    """The scene around a seat; None where there is no such seat."""
    seat = await uow.audits.seat(seat_id)
    return await scene_of_audit(uow, council, seat.audit_id) if seat else None


async def holders_of(uow: UnitOfWork, seats: tuple[Seat, ...]) -> dict[str, Person]:
    """The people who hold the seats, by id."""
    held = [await uow.people.get(seat.holder) for seat in seats if seat.holder]
    return {person.id: person for person in held if person}
