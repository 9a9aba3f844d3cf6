"""Keep, send or give up what is being written."""

from __future__ import annotations

from dataclasses import replace

from domain.calendar.wording import say_list
from domain.responses.response import Part, Response, ResponseState, Step, StepKind
from domain.responses.rules import terms_of
from domain.responses.times import due_at
from usecases.asking import Answer, Ask, verb
from usecases.responses.deciders import appoint_deciders
from usecases.responses.form_answers import complete, draft_for, typed_into
from usecases.responses.matter import Matter, draft_ref, matter_of
from usecases.responses.telling import tell_first
from usecases.responses.writing import FORM, clock_of, resume


@verb(subject="draft", past="saved it")
async def keep_response(ask: Ask) -> Answer:
    """Keep what was typed; nobody is told."""
    kept = await typed_into(ask, await draft_for(ask))
    terms = terms_of(ask.council.framework, kept.rule)
    kept = replace(kept, sort=terms.sort) if terms else kept
    saved = await ask.uow.responses.save(clock_of(kept, terms, ask.now) if terms else kept)
    line = "Kept. Nobody has been told yet: type send when it says what you saw."
    return Answer(view=FORM, about=draft_ref(saved), changed=(draft_ref(saved),), line=line)


@verb(subject="draft", past="raised it")
async def send_response(ask: Ask) -> Answer:
    """Tell whoever must act, within seconds; the clock begins to count."""
    typed = await typed_into(ask, await draft_for(ask))
    terms, _ = await complete(ask, typed)
    due = due_at(terms.within, ask.now, ask.council.calendar)
    if terms.all_must and due:  # the day on which they became aware counts (E-82)
        due = due_at(terms.within, typed.begun_at, ask.council.calendar)
    opened = replace(
        typed,
        sort=terms.sort,
        state=ResponseState.OPEN,
        raised_at=ask.now,
        since=ask.now,
        due_at=due,
        rung=0,
    )
    matter = await matter_of(ask.uow, ask.council, opened, ask.now)
    matter = await matter.save()
    raised = Step(kind=StepKind.RAISED, person_id=ask.actor.id, at=ask.now, once="raised")
    noted, _new = await ask.uow.responses.note(matter.response, [raised])
    told = await appoint_deciders(await tell_first(matter.with_(noted)))
    await told.record("send_response", actor=ask.actor.id)
    waits = await resume(ask, typed)
    about = draft_ref(told.response)
    return Answer(view=FORM, about=about, changed=(about,), line=_line(told, waits))


def _line(matter: Matter, waits: str) -> str:
    names = [matter.name(each) for each in matter.response.people(Part.ANSWERS)]
    said = f"{matter.response.number} is on its way to {say_list(names)}."
    return f"{said} {matter.terms.sentence} {waits}".replace("  ", " ").strip()


@verb(subject="draft", past="gave it up")
async def drop_response(ask: Ask) -> Answer:
    """Give it up; nobody was told, and nothing of it is kept."""
    response: Response = await draft_for(ask)
    empty = replace(
        response, state=ResponseState.DROPPED, facts="", spoken_to="", next_at=None, since=None
    )
    saved = await ask.uow.responses.save(empty)
    waits = await resume(ask, response)
    line = f"Given up: nobody was told. {waits}".strip()
    return Answer(view=FORM, about=draft_ref(saved), changed=(draft_ref(saved),), line=line)
