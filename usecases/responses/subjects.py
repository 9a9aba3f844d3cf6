"""How worries, their answers and incidents are found; a stranger learns nothing of any of them."""

from __future__ import annotations

from dataclasses import replace

from domain.permissions.relations import Relation
from domain.responses.response import Part, Response, ResponseState
from domain.responses.rules import stage
from usecases.asking import Ask, Subject, finders, subject
from usecases.responses.about import about_of, split_concern
from usecases.responses.matter import answer_ref, draft_ref, matter_of, view_of
from usecases.responses.standing import may_raise, relations_to
from usecases.responses.talking import managers
from usecases.responses.writing import FORM
from usecases.standing import stands_for

NEVER_STALE = 1
"""A press that says "I have it", or that opens a form, counts whatever has changed since."""
STRANGER = frozenset({Relation.COLLEAGUE})
NEAR = frozenset({Relation.HOLDER, Relation.TOLD, Relation.WORKER})


@subject("concern")
async def find_concern(ask: Ask) -> Subject | None:
    """A worry that comes up on a card: whoever has that card, or stands to its record."""
    inner, _ = split_concern(ask.ref)
    find = finders().get(inner.kind)
    about = await about_of(ask.uow, inner)
    card = await find(replace(ask, ref=inner)) if find and about else None
    if about is None or card is None:
        return None
    case = await ask.uow.cases.get(about.case_ref)
    theirs = bool(card.relations & NEAR) or (case and await may_raise(ask, case))
    return Subject(
        version=NEVER_STALE,
        relations=frozenset({Relation.COLLEAGUE} | ({Relation.HOLDER} if theirs else set())),
        view=card.view,
        about=card.about,
        what=card.what,
    )


@subject("draft")
async def find_draft(ask: Ask) -> Subject | None:
    """What somebody is writing; nobody else sees it."""
    response = await ask.uow.responses.get(ask.ref.number)
    if response is None:
        return None
    mine = response.raised_by == ask.actor.id
    return Subject(
        version=response.version if response.state is ResponseState.DRAFT else 0,
        relations=frozenset({Relation.COLLEAGUE} | ({Relation.HOLDER} if mine else set())),
        view=FORM,
        about=draft_ref(response),
        what="What you were writing",
        kept={"facts": response.facts, "spoken_to": response.spoken_to},
    )


@subject("response")
async def find_response(ask: Ask) -> Subject | None:
    """The story, for everybody in it; whoever must act holds it."""
    response = await _raised(ask)
    if response is None:
        return None
    relations = await relations_to(ask, response, Part.ANSWERS)
    return _subject(response, relations, NEVER_STALE)


@subject("answer")
async def find_answer(ask: Ask) -> Subject | None:
    """The form for the answer; its version is the round, so that a step up loses nobody's words."""
    response = await _raised(ask)
    if response is None:
        return None
    relations = await relations_to(ask, response, Part.ANSWERS)
    found = _subject(response, relations, response.round)
    about = answer_ref(response)
    return replace(found, view="immediate_response_answer", about=about) if found else None


@subject("raised")
async def find_raised(ask: Ask) -> Subject | None:
    """What the raiser reads; those who run cycles stand in for one who has left."""
    response = await _raised(ask)
    if response is None:
        return None
    holds = await stands_for(ask.uow, ask.actor, response.raised_by, ask.today)
    raiser = await ask.uow.people.get(response.raised_by)
    gone = raiser is None or not raiser.here_on(ask.today)
    holds = holds or (gone and ask.council.coordinates(ask.actor))
    relations = await relations_to(ask, response)
    held = relations | {Relation.HOLDER} if holds else relations
    return _subject(response, frozenset(held), response.round)


@subject("response_talk")
async def find_response_talk(ask: Ask) -> Subject | None:
    """The talk in supervision, for the worker's line manager (SEF-09)."""
    response = await _raised(ask)
    if response is None:
        return None
    matter = await matter_of(ask.uow, ask.council, response, ask.now)
    holds = [await stands_for(ask.uow, ask.actor, e, ask.today) for e in managers(matter)]
    relations = await relations_to(ask, response)
    held = relations | {Relation.HOLDER} if any(holds) else relations
    return _subject(response, frozenset(held), NEVER_STALE)


@subject("incident")
async def find_incident(ask: Ask) -> Subject | None:
    """An incident's decision, its way to learn, its review."""
    response = await _raised(ask)
    if response is None:
        return None
    decides = stage(ask.council.framework, "decision", response.rule)
    part = Part.DECIDES if decides else Part.ANSWERS
    return _subject(response, await relations_to(ask, response, part), NEVER_STALE)


@subject("agreement")
async def find_agreement(ask: Ask) -> Subject | None:
    """The second word on an incident's decision (SOM-44)."""
    response = await _raised(ask)
    if response is None:
        return None
    return _subject(response, await relations_to(ask, response, Part.AGREES), NEVER_STALE)


async def _raised(ask: Ask) -> Response | None:
    response = await ask.uow.responses.get(ask.ref.number)
    return response if response and response.raised_at else None


def _subject(response: Response, relations: frozenset[Relation], version: int) -> Subject | None:
    """None for whoever is no party: they learn as much as of a number that there is not."""
    if not relations - STRANGER:
        return None
    return Subject(
        version=version,
        relations=relations,
        view=view_of(response),
        about=response.ref,
        what=response.number,
        kept=dict(response.draft),
    )
