"""How nominations, nominees to choose, entries and pages of the library are found."""

from __future__ import annotations

from domain.nominations.nomination import Nomination, NominationState
from domain.nominations.verifying import rule_of
from domain.permissions.relations import Relation
from domain.refs import BadRefFault, Ref
from usecases.asking import Ask, Subject, subject
from usecases.nominations.steps import FORM, SENT, TO_VERIFY, nomination_ref


@subject("nomination")
async def find_nomination(ask: Ask) -> Subject | None:
    """One nomination, for whoever began it and whoever verifies it."""
    nomination = await ask.uow.nominations.get(ask.ref.number)
    return _subject(ask, nomination) if nomination else None


def _subject(ask: Ask, nomination: Nomination) -> Subject:
    found = {Relation.COLLEAGUE}
    own = nomination.nominator == ask.actor.id
    found |= {Relation.SELF} if own else set()
    found |= {Relation.HOLDER} if nomination.verifier == ask.actor.id else set()
    return Subject(
        version=nomination.version,
        relations=frozenset(found),
        view=view_of(nomination) if own else TO_VERIFY,
        about=nomination_ref(nomination),
        what=f"Nomination {nomination.number}",
        kept={"reason": nomination.reason, "seen": nomination.seen, "who": nomination.said_who},
    )


def view_of(nomination: Nomination) -> str:
    """The nominator's card of it."""
    return FORM if nomination.state is NominationState.DRAFT else SENT


@subject("nominee")
async def find_nominee(ask: Ask) -> Subject | None:
    """Choosing whom a draft means; the version is the draft's."""
    nomination = await ask.uow.nominations.get(split_nominee(ask.ref)[0])
    return _subject(ask, nomination) if nomination else None


def split_nominee(ref: Ref) -> tuple[int, str]:
    """The nomination's number and the person's id; raises BadRefFault on anything else."""
    number, dash, person = ref.key.partition("-")
    if not (dash and person):
        raise BadRefFault
    return Ref("nomination", number).number, person


@subject("entry")
async def find_entry(ask: Ask) -> Subject | None:
    """An entry: its nominee's, and of all who verify for that library."""
    entry = await ask.uow.library.get(ask.ref.number)
    if entry is None:
        return None
    rule = rule_of(ask.council.framework, entry.rule)
    verifies = entry.verifier == ask.actor.id or ask.actor.holds(frozenset(rule.verified_by))
    found = {Relation.COLLEAGUE}
    found |= {Relation.SELF} if entry.nominee == ask.actor.id else set()
    found |= {Relation.HOLDER} if verifies else set()
    own = entry.nominee == ask.actor.id
    return Subject(
        version=entry.version,
        relations=frozenset(found),
        view="library_entry" if own else TO_VERIFY,
        about=ask.ref if own else Ref("nomination", str(entry.nomination_id)),
        what="An entry of the library",
    )


@subject("library")
async def find_library(ask: Ask) -> Subject:
    """A page of what was looked for: the reader's own, who has no right to it but to read."""
    return Subject(
        version=1,
        relations=frozenset({Relation.SELF}),
        view="library",
        about=ask.ref,
        what="The library",
    )
