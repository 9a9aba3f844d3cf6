"""How the family is heard: consent first where the council asks for it, else a reason.

HER-05 and E-48: the worker asks, is reminded, and a reason stands in once the reminders are over.
E-15, E-90, LEI-05: elsewhere the auditor asks, and without words or a reason nothing is submitted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.frameworks.meeting import FamilyContact
from domain.frameworks.programme import Programme


class Agreed(StrEnum):
    """What came of the worker's question to the family."""

    WAITING = "waiting"
    GIVEN = "given"
    REFUSED = "refused"
    NO_REPLY = "no_reply"
    NOT_APPROPRIATE = "not_appropriate"


CONSENT_TITLES = {
    Agreed.GIVEN: "They agree",
    Agreed.REFUSED: "They do not want to be contacted",
    Agreed.NO_REPLY: "No reply so far",
    Agreed.NOT_APPROPRIATE: "Not right to ask now",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The worker's question to the family of one audit.

    ``asked`` says who was asked, ``answered_on`` when. ``chased`` counts the reminders;
    ``next_chase_at`` is None after the last and once the family has answered.
    """

    id: int
    audit_id: int
    worker: str | None
    version: int
    asked_at: datetime
    agreed: Agreed = Agreed.WAITING
    asked: str = ""
    answered_on: date | None = None
    chased: int = 0
    next_chase_at: datetime | None = None

    @property
    def answered(self) -> bool:
        """Whether the family has answered, so that nobody is reminded any more."""
        return self.agreed not in {Agreed.WAITING, Agreed.NO_REPLY}


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyEntry:
    """Whether the family of one audit was heard; not heard needs a ``reason``.

    ``who`` was spoken to, in words without names; ``words`` say more of the reason.
    """

    id: int
    audit_id: int
    version: int
    heard: bool | None = None
    who: str = ""
    reason: str = ""
    words: str = ""
    noted_by: str | None = None
    noted_at: datetime | None = None


class FamilyStep(StrEnum):
    """What the auditor may do about the family now."""

    LOCKED = "locked"  # the worker has not said yet whether the family agrees
    OPEN = "open"  # hear them, or say why not
    REASON_ONLY = "reason_only"  # nobody agreed, so nobody is rung; say why
    DONE = "done"


def family_rule(programme: Programme) -> FamilyContact | None:
    """The programme's rule, if it is switched on."""
    return programme.family if programme.family and programme.family.on else None


def family_step(
    rule: FamilyContact, entry: FamilyEntry | None, consent: Consent | None
) -> FamilyStep:
    """How far the family's part has come."""
    if entry and entry.heard is not None:
        return FamilyStep.DONE
    if rule.consent != "worker_first" or (consent and consent.agreed is Agreed.GIVEN):
        return FamilyStep.OPEN
    if consent and consent.answered:
        return FamilyStep.DONE  # what the family answered is the reason
    return FamilyStep.REASON_ONLY if chased_out(rule, consent) else FamilyStep.LOCKED


def chased_out(rule: FamilyContact, consent: Consent | None) -> bool:
    """Whether every reminder is over, or there is nobody to ask the family (E-48)."""
    if consent is None or consent.worker is None:
        return True
    return consent.chased >= len(rule.chase_days)


def next_chase(rule: FamilyContact, consent: Consent) -> datetime | None:
    """When the worker is reminded next; days count from the request."""
    if consent.worker is None or consent.chased >= len(rule.chase_days):
        return None
    return consent.asked_at + timedelta(days=rule.chase_days[consent.chased])


def family_holds_up(programme: Programme, role: str) -> bool:
    """Whether a seat cannot submit before the family was heard or there is a reason."""
    rule = family_rule(programme)
    return rule is not None and rule.required and role in rule.seats
