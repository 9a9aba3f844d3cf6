"""One colleague's audit for each holder of a role, never their own (SEF-20)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.audits.eligibility import Requirement, absent, ties
from domain.audits.spreading import Assigner, Places
from domain.cases.case import Case
from domain.frameworks.moderation import ColleagueDraw
from domain.moderation.dates import Window
from domain.moderation.draw import Candidate
from domain.people.person import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """What a pairing starts from: the audits in order of their lots, and who there is.

    ``seated`` are the people of each audit's own seats, ``days`` when the reading happens.
    """

    candidates: Sequence[Candidate]
    cases: Mapping[str, Case]
    seated: Mapping[int, frozenset[str]]
    people: Mapping[str, Person]
    days: Window


def pair_colleagues(draw: ColleagueDraw, what: Readings, assigner: Assigner) -> dict[int, str]:
    """Who reads which audit: the reader's id by audit.

    Every reader gets ``number`` audits, an audit one reader; where audits are short, some readers
    get none.
    """
    rule = Requirement(roles=frozenset(draw.roles))
    able = [p for p in what.people.values() if _may_read(p, rule, what.days)]
    readers = sorted(able, key=lambda person: person.id)
    barred = {
        one.audit_id: what.seated[one.audit_id]
        | ties(readers, what.cases[one.case_ref], rule, what.people).keys()
        for one in what.candidates
    }
    wants = [reader for reader in readers for _ in range(draw.number)]
    numbered = list(enumerate(what.candidates))
    # the other way round than usual: each reading is a place, and every audit may take one
    places = Places(
        open_to=[
            frozenset(n for n, one in numbered if reader.id not in barred[one.audit_id])
            for reader in wants
        ],
        groups=list(range(len(wants))),
        loads=[0] * len(numbered),
        most=1,
    )
    taken = assigner.assign(places)
    return {
        what.candidates[number].audit_id: reader.id
        for reader, number in zip(wants, taken, strict=True)
        if number is not None
    }


def _may_read(person: Person, requirement: Requirement, days: Window) -> bool:
    return person.holds(requirement.roles) and not absent(person, days.opens_on, days.due_on)
