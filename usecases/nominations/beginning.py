"""A nomination begins: from a sentence, or from the findings of an audit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from domain.audits.grading import accept_words
from domain.calendar.working_days import local_day
from domain.faults import Fault
from domain.focus import Focus
from domain.nominations.naming import Meant, plain_name, whom
from domain.nominations.nomination import Nomination, NoteKind
from domain.nominations.verifying import REMEMBERED, rules_for
from domain.nominations.words import say_about_the_same
from domain.people.person import Person
from domain.refs import Ref
from usecases.council import Council
from usecases.nominations.steps import FORM, nomination_ref
from usecases.ports import UnitOfWork
from usecases.showing import tell


class NobodyVerifiesFault(Fault):
    """This council's framework names nobody who verifies good practice, so nothing was kept."""


class OwnPracticeFault(Fault):
    """Somebody else can nominate you: your own practice is not yours to nominate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody has given so far; empty where it is missing."""

    who: str = ""
    reason: str = ""
    seen: str = ""


async def begin_nomination(
    uow: UnitOfWork,
    council: Council,
    actor: Person,
    said: Said,
    now: datetime,
    *,
    audit: tuple[int, str] | None = None,
) -> Nomination:
    """Keep what was given, show the form in the nominator's own chat; raises Fault.

    ``audit`` is the audit and the worker whom its findings are about.
    """
    rules = rules_for(council.framework, actor)
    if not rules:
        raise NobodyVerifiesFault
    empty = Nomination(id=0, rule=rules[0].key, nominator=actor.id, begun_at=now)
    if audit:
        empty = replace(empty, audit_id=audit[0], nominee=audit[1])
    people = await uow.people.all()
    filled = await with_alike(uow, fill(empty, said, people, now), now)
    draft = await uow.nominations.begin(filled)
    about = nomination_ref(draft)
    await uow.trail.record(about, "begin_nomination", actor=actor.id, now=now)
    await show_form(uow, about, actor, now)
    return draft


async def show_form(uow: UnitOfWork, about: Ref, actor: Person, now: datetime) -> None:
    """Post the form below, and let typed words go to it."""
    await tell(uow, FORM, about, actor.id, now=now)
    await uow.focuses.set(actor.id, Focus(kind=FORM, subject=about), now)


def fill(draft: Nomination, said: Said, people: Mapping[str, Person], now: datetime) -> Nomination:
    """The draft with what was given, word for word; raises Fault where it cannot be kept."""
    who = accept_words("who", said.who, said="name")
    nominee = _nominee(draft, who, people, now)
    if nominee == draft.nominator:
        raise OwnPracticeFault(field="who")
    return replace(
        draft,
        said_who=who,
        nominee=nominee,
        reason=accept_words("reason", said.reason),
        seen=accept_words("seen", said.seen, said="place"),
    )


def _nominee(
    draft: Nomination, who: str, people: Mapping[str, Person], now: datetime
) -> str | None:
    """Whoever was chosen stays while the name stays; else the only one who is meant."""
    chosen = people.get(draft.nominee or "")
    if chosen and plain_name(chosen.name) == plain_name(who):
        return chosen.id
    found = meant(draft, who, people, now).one
    return found.id if found else None


def meant(draft: Nomination, who: str, people: Mapping[str, Person], now: datetime) -> Meant:
    """Whom the name may mean, of those who work here."""
    today = local_day(now)
    here = [person for person in people.values() if person.here_on(today)]
    found = whom(who, here)
    others = tuple(person for person in found.people if person.id != draft.nominator)
    return replace(found, people=others) if others else found


async def with_alike(uow: UnitOfWork, draft: Nomination, now: datetime) -> Nomination:
    """With the number of one that says about the same of the same person in the last year."""
    if draft.apart or not (draft.nominee and draft.reason):
        return replace(draft, endorses=None)
    others = await uow.nominations.of_nominee(draft.nominee, now - REMEMBERED)
    same = [one for one in others if say_about_the_same(one.reason, draft.reason)]
    return replace(draft, endorses=same[0].id if same else None)


def stands_behind(nomination: Nomination, person_id: str) -> bool:
    """Whether somebody has nominated or endorsed it, or decides about it: so may not endorse."""
    involved = {nomination.nominator, nomination.verifier, nomination.nominee}
    return person_id in involved | nomination.people(NoteKind.ENDORSED)
