"""Ask the nominator for more, and the nominator's answer."""

from __future__ import annotations

from dataclasses import replace

from domain.calendar.working_days import end_of_day
from domain.duties import DutyState, NewDuty
from domain.faults import Fault
from domain.nominations.nomination import NominationState, NoteKind
from usecases.asking import Answer, Ask, verb
from usecases.nominations.deciding import noted, open_for, shown, words_in
from usecases.nominations.steps import (
    ANSWER,
    ANSWER_WITHIN,
    SENT,
    TO_VERIFY,
    nomination_ref,
    save,
    tell_nominator,
)
from usecases.showing import tell

NO_QUESTION = "Please write your question. Nothing was sent."
NO_ANSWER = "Please write an answer. Nothing was sent."
NOT_ASKED = "No question is open on it, so nothing was sent."


@verb(subject="nomination", past="asked for more")
async def query_nomination(ask: Ask) -> Answer:
    """Back to the nominator with a question; it stays the verifier's to decide."""
    asked = await noted(
        ask, await open_for(ask), NoteKind.QUESTION, words_in(ask, "question", NO_QUESTION)
    )
    queried = replace(asked, state=NominationState.QUERIED)
    saved = await save(ask.uow, queried, "query_nomination", ask.now, actor=ask.actor.id)
    due = end_of_day(ask.today + ANSWER_WITHIN)
    duty = NewDuty(kind=ANSWER, subject=nomination_ref(saved), holder=saved.nominator, due_at=due)
    await ask.uow.duties.open(duty, ask.now)
    await tell_nominator(ask.uow, saved, ask.now)
    return shown(saved, "Asked. You get the answer here.")


@verb(subject="nomination", past="answered")
async def answer_nomination(ask: Ask) -> Answer:
    """On to the verifier, who has a week at least to decide."""
    nomination = await open_for(ask)
    if nomination.state is not NominationState.QUERIED:
        raise Fault(NOT_ASKED)
    words = words_in(ask, "answer", NO_ANSWER)
    answered = await noted(ask, nomination, NoteKind.ANSWER, words)
    due = max(nomination.due_on or ask.today, ask.today + ANSWER_WITHIN)
    waiting = replace(answered, state=NominationState.WAITING, due_on=due)
    saved = await save(ask.uow, waiting, "answer_nomination", ask.now, actor=ask.actor.id)
    about = nomination_ref(saved)
    await ask.uow.duties.close(about, DutyState.DONE, ask.now, kinds=(ANSWER,))
    await ask.uow.duties.postpone(about, end_of_day(due), ask.now)
    if saved.verifier:
        once = f"v{saved.version}"
        await tell(ask.uow, TO_VERIFY, about, saved.verifier, now=ask.now, once=once)
    line = "Thank you. Your answer is sent."
    return Answer(view=SENT, about=about, changed=(about,), line=line)
