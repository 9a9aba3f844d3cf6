"""The cards of a nomination: being written, sent, to verify."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from cards.card import Card
from cards.kit import Target
from cards.nominations.nomination_form import Alike, Candidate, NominationForm
from cards.nominations.nomination_sent import NominationSent
from cards.nominations.nomination_sent import State as SentState
from cards.nominations.nomination_to_verify import NominationToVerify, Words
from cards.nominations.nomination_to_verify import State as VerifyState
from domain.calendar.wording import say_day
from domain.calendar.working_days import local_day
from domain.nominations.anonymity import telling
from domain.nominations.entry import Entry
from domain.nominations.naming import Meant
from domain.nominations.nomination import Nomination, NominationState, NoteKind
from domain.nominations.verifying import REMEMBERED, rule_of, rules_for
from domain.people.person import Person
from domain.people.roles import say_roles
from usecases.nominations.areas import areas_of
from usecases.nominations.beginning import meant, stands_behind
from usecases.nominations.steps import FORM, SENT, TO_VERIFY, entry_ref, nominee_ref
from usecases.showing import Look, shows

GONE = "Somebody who has left"
People = Mapping[str, Person]


@shows(FORM)
async def show_nomination_form(look: Look) -> Card | None:
    """For the nominator: the form while it is a draft, then what became of it."""
    nomination = await look.uow.nominations.get(look.about.number)
    if nomination is None or nomination.nominator != look.reader.id:
        return None
    if nomination.state is not NominationState.DRAFT:
        return await show_nomination_sent(look)
    return await _form(look, nomination, await look.uow.people.all())


async def _form(look: Look, draft: Nomination, people: People) -> NominationForm:
    put = look.typed
    who = put.get("who", draft.said_who)
    found = meant(draft, who, people, look.now)
    nominee = people.get(draft.nominee or "")
    framework = look.council.framework
    rules = rules_for(framework, look.reader)
    return NominationForm(
        ref=look.about,
        version=draft.version,
        number=draft.number,
        verified_by=_verifiers(look, draft),
        who=who,
        nominee=nominee.name if nominee else "",
        nominee_detail=_detail(look, nominee) if nominee else "",
        candidates=()
        if nominee
        else tuple(
            Candidate(ref=nominee_ref(draft, one), name=one.name, detail=_detail(look, one))
            for one in found.to_choose
            if one.id != draft.nominator
        ),
        several=len(found.people) > 1,
        reason=put.get("reason", draft.reason),
        seen=put.get("seen", draft.seen),
        telling=_telling(put.get("reason", draft.reason), nominee),
        rules=tuple((rule.key, rule.title) for rule in rules),
        rule=draft.rule,
        alike=await _alike(look, draft),
        notice=look.notice or _nobody(draft, who, found),
        field=look.field if look.notice else "who",
    )


def _telling(reason: str, nominee: Person | None) -> tuple[str, ...]:
    """Places that may give a family away; that the nominee is named is what a nomination is."""
    own = set(nominee.name.casefold().split()) if nominee else set[str]()
    return tuple(each for each in telling(reason) if each.casefold() not in own)


def _nobody(draft: Nomination, who: str, found: Meant) -> str | None:
    if draft.nominee or not who or found.people or found.near:
        return None
    return f"Nobody in the staff list is called {who[:60]}. Please write the whole name."


def _verifiers(look: Look, nomination: Nomination) -> str:
    roles = rule_of(look.council.framework, nomination.rule).verified_by
    said = say_roles(roles, joint="or", count=1)
    return f"the {said}" if said.endswith("team") else f"a {said}"


def _detail(look: Look, person: Person) -> str:
    role = look.council.main_role(person)
    return ", ".join(part for part in (role, person.team or person.service) if part)


async def _alike(look: Look, draft: Nomination) -> Alike | None:
    other = await look.uow.nominations.get(draft.endorses) if draft.endorses else None
    if other is None or other.sent_at is None:
        return None
    return Alike(
        on=local_day(other.sent_at),
        accepted=other.state is NominationState.ACCEPTED,
        own=stands_behind(other, look.reader.id),
    )


@shows(SENT)
async def show_nomination_sent(look: Look) -> NominationSent | None:
    """For the nominator, once it was sent, dropped or given to another one."""
    nomination = await look.uow.nominations.get(look.about.number)
    if nomination is None or nomination.nominator != look.reader.id:
        return None
    if nomination.state is NominationState.DRAFT:
        return None
    people = await look.uow.people.all()
    verifier = people.get(nomination.verifier or "")
    return NominationSent(
        ref=look.about,
        version=nomination.version,
        number=nomination.number,
        state=cast("SentState", nomination.state.value),
        nominee=_name(people, nomination.nominee) if nomination.nominee else "",
        reason=nomination.reason,
        seen=nomination.seen,
        verifier=verifier.name if verifier else "",
        due=nomination.due_on if verifier else None,
        said=_last_word(nomination),
        kept_in=rule_of(look.council.framework, nomination.rule).kept_in or "the library",
        endorsed_by=len(nomination.said(NoteKind.ENDORSED)),
        notice=look.notice or None,
        field=look.field,
    )


def _last_word(nomination: Nomination) -> str:
    """The question that is open, or why it was declined."""
    kinds = {
        NominationState.QUERIED: NoteKind.QUESTION,
        NominationState.DECLINED: NoteKind.DECLINED,
    }
    kind = kinds.get(nomination.state)
    said = nomination.said(kind) if kind else ()
    return said[-1].words if said else ""


@shows(TO_VERIFY)
async def show_nomination_to_verify(look: Look) -> NominationToVerify | None:
    """For the verifier; who passed it on sees that it is gone, and nothing of it."""
    nomination = await look.uow.nominations.get(look.about.number)
    if nomination is None:
        return None
    rule = rule_of(look.council.framework, nomination.rule)
    if nomination.verifier != look.reader.id:
        return NominationToVerify(
            ref=look.about,
            version=nomination.version,
            number=nomination.number,
            state="gone",
            rule=rule.title,
        )
    return await _to_verify(look, nomination, rule.title)


async def _to_verify(look: Look, nomination: Nomination, title: str) -> NominationToVerify:
    people = await look.uow.people.all()
    nominee = _name(people, nomination.nominee)
    entry = await look.uow.library.of_nomination(nomination.id)
    text = entry.text if entry else look.typed.get("text", nomination.reason)
    others = await look.uow.nominations.of_nominee(nomination.nominee or "", look.now - REMEMBERED)
    return NominationToVerify(
        ref=look.about,
        version=nomination.version,
        number=nomination.number,
        state=_state(nomination, entry),
        rule=title,
        nominator=_name(people, nomination.nominator),
        nominee=nominee,
        nominated=local_day(nomination.sent_at) if nomination.sent_at else None,
        due=nomination.due_on,
        reason=nomination.reason,
        seen=nomination.seen,
        alike=len([one for one in others if one.id != nomination.id]),
        endorsed=_words(people, nomination, NoteKind.ENDORSED),
        exchanged=_exchanged(people, nomination),
        text=text,
        telling=telling(text, [nominee]),
        areas=tuple((area.key, area.name) for area in areas_of(look.council.framework)),
        area=look.typed.get("area", "none"),
        interviews=rule_of(look.council.framework, nomination.rule).interview,
        booked=_booked(nomination),
        entry=Target(entry_ref(entry), entry.version) if entry and entry.live else None,
        notice=look.notice or None,
        field=look.field,
    )


def _booked(nomination: Nomination) -> str:
    """``Thursday 3 December, 14:00, Room 2``."""
    if nomination.booked is None:
        return ""
    day, place = nomination.booked
    return f"{say_day(day)}, {place}"


def _state(nomination: Nomination, entry: Entry | None) -> VerifyState:
    if nomination.state is NominationState.QUERIED:
        return "queried"
    if nomination.state is NominationState.DECLINED:
        return "declined"
    if entry is not None:
        return "accepted" if entry.live else "withdrawn"
    return "open"


def _words(people: People, nomination: Nomination, kind: NoteKind) -> tuple[Words, ...]:
    said = nomination.said(kind)
    return tuple(Words(by=_name(people, note.person_id), text=note.words) for note in said)


def _exchanged(people: People, nomination: Nomination) -> tuple[Words, ...]:
    does = {NoteKind.QUESTION: "asked", NoteKind.ANSWER: "answered"}
    return tuple(
        Words(by=f"{_name(people, note.person_id)} {does[note.kind]}", text=note.words)
        for note in nomination.notes
        if note.kind in does
    )


def _name(people: People, person_id: str | None) -> str:
    found = people.get(person_id or "")
    return found.name if found else GONE
