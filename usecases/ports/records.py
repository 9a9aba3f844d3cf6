"""Repositories of what the service keeps. Every one lives inside a unit of work."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.audits.assessment import AreaEntry, Assessment
from domain.audits.audit import Audit, AuditState, Cycle, NewAudit, NewCycle, NewSeat, Refusal, Seat
from domain.audits.rota import Held
from domain.cases.case import Case
from domain.cases.noticing import CaseEvent
from domain.duties import Duty, DutyState, NewDuty
from domain.frameworks.selection import EventKind
from domain.people.access import AccessRequest
from domain.people.person import Absence, Person
from domain.refs import Ref
from domain.trail import Deed, Entry


class People(Protocol):
    """The staff list, with absences."""

    async def get(self, person_id: str) -> Person | None:
        """One person, here or gone."""

    async def by_aad_object_id(self, aad_object_id: str) -> Person | None:
        """The person who signs in to Teams under that id."""

    async def all(self) -> dict[str, Person]:
        """Everybody, here or gone, by id."""

    async def put(self, people: Iterable[Person]) -> None:
        """Write people as they are given, new or known; absences stay as they are."""

    async def put_absence(self, person_id: str, absence: Absence) -> None:
        """Add days away; the same days again change the cover."""

    async def drop_absence(self, person_id: str, first_day: date, last_day: date) -> None:
        """Take days away back."""


class Cases(Protocol):
    """The records, by reference, and what is audited beside them."""

    async def get(self, ref: str) -> Case | None:
        """A record, or a team, setting, supervision or sample, by its reference."""

    async def all(self) -> dict[str, Case]:
        """Every child's record by reference."""

    async def beside(self) -> dict[str, Case]:
        """Everything else that is or was audited, by reference."""

    async def named(self, refs: Collection[str]) -> dict[str, Case]:
        """Whatever is audited under these references, by reference."""

    async def put(self, cases: Iterable[Case]) -> None:
        """Write them as they are given, new or known."""

    async def notice(self, kind: EventKind, case_ref: str, on: date) -> None:
        """Keep that something happened to a record; nothing where it is known."""

    async def noticed(self) -> list[CaseEvent]:
        """What was noticed and has led to nothing yet, oldest first."""

    async def event_done(self, event_id: int, now: datetime) -> None:
        """It was looked at; what it called for is open."""


class Audits(Protocol):
    """Cycles, audits and seats. ``save_*`` raises MovedOnFault where the version has moved."""

    async def open_cycle(
        self, cycle: NewCycle, audits: Sequence[NewAudit], now: datetime
    ) -> int | None:
        """Write a cycle with its audits and seats in one go; gives the cycle's id.

        None, and nothing is written, where the programme has a cycle of that occasion.
        """

    async def cycle(self, cycle_id: int) -> Cycle | None:
        """One cycle."""

    async def to_begin(self) -> list[Cycle]:
        """Cycles whose notices or allocation cards have not all gone out yet, oldest first."""

    async def begin(
        self,
        cycle: Cycle,
        *,
        noticed_at: datetime | None,
        offered_at: datetime | None,
        noticed_to: int = 0,
        offered_to: int = 0,
    ) -> bool:
        """Note what has gone out, and up to which audits; False where another has just noted it."""

    async def some_of_cycle(
        self, cycle_id: int, *, after: int, most: int
    ) -> list[tuple[Audit, list[Seat]]]:
        """The next audits of a cycle after one of them, with their seats, in order of id."""

    async def offer_held(self, held: Sequence[Seat], now: datetime) -> list[Seat]:
        """Offer seats that were held until their day; those of them that still are, by id."""

    async def cycles(self, programme: str) -> list[Cycle]:
        """Every cycle of a programme, newest first."""

    async def of_cycle(self, cycle_id: int) -> list[tuple[Audit, list[Seat]]]:
        """All audits of a cycle with their seats, in order of id."""

    async def audited_since(self, day: date) -> set[str]:
        """References of the records in any cycle that opened on or after the day."""

    async def ready(self, submitted_by: datetime) -> list[Audit]:
        """Open audits of which every first seat was submitted at that moment or before."""

    async def loads(self) -> Mapping[str, int]:
        """How many live seats each person holds; who holds none is not in it."""

    async def roles_held(self, programme: str, since: date, before: date) -> list[Held]:
        """Who held which seats in the programme's cycles from one printed day to before another.

        Seats of cancelled audits are left out.
        """

    async def add_seats(self, audit_id: int, new: Sequence[NewSeat], now: datetime) -> list[Seat]:
        """Add seats to an audit that runs; gives them in the same order."""

    async def held_seats(self) -> list[Seat]:
        """Every seat whose card is kept back until its day."""

    async def live_seats(self) -> list[Seat]:
        """Every seat that somebody still has something to do for."""

    async def get(self, audit_id: int) -> Audit | None:
        """One audit."""

    async def seats_of(self, audit_id: int) -> list[Seat]:
        """The seats of one audit, in the framework's order."""

    async def seat(self, seat_id: int) -> Seat | None:
        """One seat."""

    async def save_seat(self, seat: Seat) -> Seat:
        """Write a seat whose ``version`` is the one read; gives it back with the next version."""

    async def set_state(self, audit: Audit, state: AuditState) -> Audit:
        """Move an audit on, if its version is still the one read."""

    async def refusals(self, seat_id: int) -> list[Refusal]:
        """Who gave the seat back, oldest first; they are not asked again."""

    async def add_refusal(self, seat_id: int, refusal: Refusal) -> None:
        """Keep that somebody gave the seat back; the note is encrypted at rest."""


class Assessments(Protocol):
    """Drafts and what was submitted. Free text is encrypted at rest."""

    async def of_seat(self, seat_id: int) -> Assessment | None:
        """The seat's present assessment with its areas; superseded ones stay in the database."""

    async def get(self, assessment_id: int) -> Assessment | None:
        """One assessment with its areas."""

    async def start(self, seat_id: int, now: datetime) -> Assessment:
        """A new draft at area 1."""

    async def save_area(self, assessment: Assessment, area: AreaEntry) -> AreaEntry:
        """Write one area of a draft if ``area.version`` is the one read (1 where it is new)."""

    async def save(self, assessment: Assessment) -> Assessment:
        """Write all but the areas, if ``version`` is the one read; gives the next version.

        Only drafts and the step between draft and submitted can be written; what was
        submitted is superseded, never overwritten.
        """

    async def set_aside(self, assessment: Assessment, now: datetime) -> None:
        """Keep a draft as it is, no longer the seat's present assessment."""

    async def supersede(self, assessment: Assessment, now: datetime) -> Assessment:
        """Keep a submitted one as it is and copy it to a new draft, the present one from now."""


class Duties(Protocol):
    """Who must do what by when."""

    async def open(self, duty: NewDuty, now: datetime) -> Duty:
        """Write a new open duty; an open one of the same kind, subject and holder is given back."""

    async def open_all(self, duties: Sequence[NewDuty], now: datetime) -> None:
        """Write many new open duties; of each that is open already nothing changes."""

    async def close(
        self, subject: Ref, state: DutyState, now: datetime, *, kinds: Collection[str] = ()
    ) -> int:
        """End the open duties of a subject, all or those of some kinds; gives how many."""

    async def postpone(self, subject: Ref, due_at: datetime, now: datetime) -> int:
        """Give a subject's open duties another time; gives how many. Nudges start afresh."""

    async def to_nudge(self, now: datetime) -> list[Duty]:
        """Open duties with a step that is due, the longest due first."""

    async def step_on(self, duty: Duty, step: int, next_at: datetime | None) -> bool:
        """Note the steps that are over; False where another has just done so."""

    async def hand_on(self, duty: Duty, to: Sequence[NewDuty], now: datetime) -> bool:
        """End an open duty as handed over and open these in its place; False where it had ended.

        Of what somebody of them has open already nothing changes.
        """

    async def left_behind(self, today: date) -> list[Duty]:
        """Open duties of those who have left by then, by holder, the soonest first."""

    async def handed_on(self, person_id: str, since: datetime) -> list[Duty]:
        """What a person had and others have open since then, the soonest first."""

    async def plan_anew(self, duty_id: int, now: datetime) -> None:
        """Have an open duty's steps counted afresh from now on."""

    async def get(self, duty_id: int) -> Duty | None:
        """One duty."""

    async def open_of(self, person_id: str) -> list[Duty]:
        """A person's open duties, soonest first."""

    async def open_of_all(self, people: Collection[str]) -> list[Duty]:
        """The open duties of several people, soonest first."""

    async def of_subject(self, subject: Ref) -> list[Duty]:
        """The open duties about a subject, soonest first."""

    async def counts(self) -> Mapping[str, int]:
        """How many open duties each person holds; who holds none is not in it."""


class Trail(Protocol):
    """The chain of what was done."""

    async def record(
        self,
        subject: Ref,
        action: str,
        *,
        actor: str,
        now: datetime,
        details: Mapping[str, str | int | None] | None = None,
    ) -> Entry:
        """Append an entry to the subject's chain."""

    async def record_all(self, deeds: Sequence[Deed], *, actor: str, now: datetime) -> None:
        """Append an entry to each of many subjects' chains; no subject may be there twice."""

    async def of(self, subject: Ref) -> list[Entry]:
        """A subject's entries, oldest first."""

    def chains(self) -> AsyncIterator[list[Entry]]:
        """Every subject's entries, one subject at a time."""


class AccessRequests(Protocol):
    """People of the tenant who are not in the staff list and asked for a way in."""

    async def reference_for(self, aad_object_id: str, name: str, now: datetime) -> str:
        """A short code such as ``7QF2``, the same for the same person."""

    async def get(self, reference: str) -> AccessRequest | None:
        """A request by its code."""

    async def told(self, reference: str, now: datetime) -> None:
        """Keep that the QA team has been told."""
