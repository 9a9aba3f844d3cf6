"""Repositories of talks, the family's part, new auditors' readers and sessions.

``save`` raises MovedOnFault where the version has moved. Words are encrypted at rest.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from domain.talks.family import Consent, FamilyEntry
from domain.talks.pairing import Pairing
from domain.talks.session import Place, Session
from domain.talks.talk import Invitation, Talk, TalkTick


class Talks(Protocol):
    """The talks of audits, who was asked to them, and who ticked them."""

    async def start(self, audit_id: int, keys: Collection[str]) -> list[Talk]:
        """Make sure that an audit has a row for each talk; gives them in the order of ``keys``."""

    async def start_all(self, audit_ids: Collection[int], keys: Collection[str]) -> None:
        """Make sure that each of the audits has a row for each talk."""

    async def get(self, talk_id: int) -> Talk | None:
        """One talk."""

    async def of_audit(self, audit_id: int) -> dict[str, Talk]:
        """An audit's talks by their key."""

    async def save(self, talk: Talk) -> Talk:
        """Write a talk whose ``version`` is the one read; gives it with the next version."""

    async def invite(self, talk_id: int, person_id: str) -> Invitation:
        """Note that a person is asked; whoever was asked before keeps the row."""

    async def invitation(self, invitation_id: int) -> Invitation | None:
        """One invitation."""

    async def invitations(self, talk_id: int) -> list[Invitation]:
        """Everybody asked to a talk, in the order in which they were noted."""

    async def save_invitation(self, invitation: Invitation) -> Invitation:
        """Write an invitation whose ``version`` is the one read."""

    async def tick(self, talk_id: int, tick: TalkTick) -> None:
        """Note that a seat's holder says the talk was held; a newer holder's takes its place."""

    async def ticks(self, talk_id: int) -> Mapping[int, TalkTick]:
        """The ticks of a talk by seat."""


class Families(Protocol):
    """What the family was asked, and whether they were heard."""

    async def ask(self, consent: Consent) -> Consent:
        """Write a new question to a family (its ``id`` is not read), or give the one there is."""

    async def ask_all(self, new: Sequence[Consent]) -> list[Consent]:
        """Write many questions; gives those of audits that had none, by id."""

    async def consent(self, consent_id: int) -> Consent | None:
        """One question."""

    async def consent_of(self, audit_id: int) -> Consent | None:
        """An audit's question to the family, if it has one."""

    async def save_consent(self, consent: Consent) -> Consent:
        """Write a question whose ``version`` is the one read."""

    async def to_chase(self, now: datetime) -> list[Consent]:
        """Questions whose next reminder is due, oldest first."""

    async def start(self, audit_id: int) -> FamilyEntry:
        """An audit's entry, made where there is none."""

    async def start_all(self, audit_ids: Collection[int]) -> None:
        """Make sure that each of the audits has its entry."""

    async def get(self, entry_id: int) -> FamilyEntry | None:
        """One entry."""

    async def of_audit(self, audit_id: int) -> FamilyEntry | None:
        """An audit's entry."""

    async def save(self, entry: FamilyEntry) -> FamilyEntry:
        """Write an entry whose ``version`` is the one read."""


class Pairings(Protocol):
    """Experienced auditors beside new ones."""

    async def completed(self) -> Mapping[str, int]:
        """How many audits each person has submitted; who has none is not in it."""

    async def pair(self, seat_id: int, auditor: str, helper: str) -> Pairing:
        """Put a helper beside the holder of a seat; an earlier pair of that seat ends."""

    async def pair_all(self, pairs: Sequence[tuple[int, str, str]]) -> list[Pairing]:
        """``pair`` for many seats without a pair: (seat, its holder, their helper)."""

    async def part(self, seat_id: int) -> None:
        """The seat has no pair any more."""

    async def get(self, pairing_id: int) -> Pairing | None:
        """One pair."""

    async def of_seat(self, seat_id: int) -> Pairing | None:
        """A seat's pair."""

    async def of_seats(self, seat_ids: Collection[int]) -> Mapping[int, Pairing]:
        """The pairs of many seats, by seat."""

    async def open(self) -> list[Pairing]:
        """Pairs whose work is not read yet."""

    async def save(self, pairing: Pairing) -> Pairing:
        """Write a pair whose ``version`` is the one read."""


class Sessions(Protocol):
    """The monthly sessions and who was asked to them."""

    async def known(self, activity: str, month: date) -> bool:
        """Whether that month has a session."""

    async def open(self, activity: str, month: date) -> Session | None:
        """A new session; None where that month has one."""

    async def get(self, session_id: int) -> Session | None:
        """One session."""

    async def save(self, session: Session) -> Session:
        """Write a session whose ``version`` is the one read."""

    async def invite(self, session_id: int, people: Collection[str]) -> list[Place]:
        """Give everybody a place who has none; gives all places."""

    async def place(self, place_id: int) -> Place | None:
        """One place."""

    async def places(self, session_id: int) -> list[Place]:
        """All places of a session, in the order in which they were noted."""

    async def save_place(self, place: Place) -> Place:
        """Write a place whose ``version`` is the one read."""

    async def audits_of_month(self, month: date) -> list[int]:
        """The audits of cycles that opened in that month, by id."""
