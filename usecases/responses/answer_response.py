"""Answer it: what was done, when the child was seen, who decided (SEF-08, E-12)."""

from __future__ import annotations

from collections.abc import Mapping

from domain.audits.grading import accept_words
from domain.duties import DutyState
from domain.faults import Fault
from domain.focus import Focus
from domain.responses.answer import SAFE, TICKED, is_gap_answer
from domain.responses.response import Part, Response, ResponseState, Sort, Step, StepKind
from usecases.asking import Answer, Ask, verb
from usecases.coordinating import coordinators
from usecases.responses.acknowledge_response import running_matter, take_it
from usecases.responses.matter import Matter, answer_ref, changed_refs, view_of
from usecases.responses.reading import owe_reading
from usecases.responses.telling import ANSWER, tell_them
from usecases.responses.widening import widen
from usecases.showing import tell

FORM = "immediate_response_answer"
TEXTS = {"done": "account of what was done", "seen": "answer", "decided": "answer"}


@verb(subject="response", past="opened the answer")
async def open_response(ask: Ask) -> Answer:
    """Post the form for the answer below; whoever opens it has it."""
    matter = await take_it(ask, await running_matter(ask))
    about = answer_ref(matter.response)
    await tell(ask.uow, FORM, about, ask.actor.id, now=ask.now)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=FORM, subject=about), ask.now)
    line = f"Here is the form for your answer to {matter.response.number}."
    view, ref = view_of(matter.response), matter.response.ref
    return Answer(view=view, about=ref, changed=(ref,), line=line)


@verb(subject="answer", past="saved the answer")
async def save_response(ask: Ask) -> Answer:
    """Keep what was typed; nobody reads it yet."""
    matter = await running_matter(ask)
    matter = await matter.save(draft=_typed(ask, matter))
    about = answer_ref(matter.response)
    line = "Kept. Nobody reads it before you send it."
    return Answer(view=FORM, about=about, changed=(about,), line=line)


@verb(subject="answer", past="answered it")
async def answer_response(ask: Ask) -> Answer:
    """Send the answer to whoever raised it, who reads it and closes it or returns it."""
    matter = await take_it(ask, await running_matter(ask))
    said = _typed(ask, matter)
    _check(said, matter)
    step = Step(
        kind=StepKind.ANSWERED,
        person_id=ask.actor.id,
        at=ask.now,
        once=f"answer/{matter.response.round}",
        round=matter.response.round,
        said=said,
    )
    noted, new = await ask.uow.responses.note(matter.response, [step])
    if not new:
        raise Fault("Somebody else has just answered it, so nothing was changed.")
    matter = await matter.with_(noted).save(
        state=ResponseState.ANSWERED, since=ask.now, rung=0, draft={}
    )
    await ask.uow.duties.close(matter.response.ref, DutyState.DONE, ask.now, kinds=(ANSWER,))
    matter = await widen(await _tell_of_answer(matter), said, ask.actor.id)
    await matter.record("answer_response", actor=ask.actor.id)
    line = f"Your answer to {matter.response.number} is with {matter.name(noted.raised_by)}."
    changed = changed_refs(matter.response)
    return Answer(view=FORM, about=answer_ref(matter.response), changed=changed, line=line)


async def _tell_of_answer(matter: Matter) -> Matter:
    """The raiser reads it; where the council says so, the QA team has it as well (SEF-08)."""
    response = matter.response
    occasion = f"answered/{response.round}"
    await owe_reading(matter)
    told = await tell_them(matter, [response.raised_by], Part.KNOWS, StepKind.TOLD, occasion)
    if response.sort is not Sort.COUNCIL:
        return told
    running = await coordinators(told.uow, told.council, told.now)
    others = [person.id for person in running if person.id not in response.parties]
    return await tell_them(told, others, Part.KNOWS, StepKind.TOLD, occasion)


def _typed(ask: Ask, matter: Matter) -> Mapping[str, str]:
    """What stands in the form; a choice that there is not is left out."""
    words = {key: accept_words(key, ask.typed(key), said=said) for key, said in TEXTS.items()}
    widens = [n for n in ask.typed("wider").split(",") if n in _places(matter)]
    choices = {
        "safe": ask.typed("safe") if ask.typed("safe") in SAFE else "",
        "recorded": TICKED if ask.typed("recorded") == TICKED else "",
        "wider": ",".join(sorted(widens)),
    }
    return {key: value for key, value in {**words, **choices}.items() if value}


def _places(matter: Matter) -> set[str]:
    return {str(place) for place in range(len(matter.terms.widens))}


def _check(said: Mapping[str, str], matter: Matter) -> None:
    """Raises Fault on what an answer cannot do without."""
    gap = is_gap_answer(matter.terms.trigger)
    if not gap and "safe" not in said:
        raise Fault("Please say whether the child is safe now. Nothing was sent.", field="safe")
    if "done" not in said:
        raise Fault("Please write what has been done. Nothing was sent.", field="done")
    if "seen" not in said:
        missing = "when supervision was or will be held" if gap else "when the child was seen"
        raise Fault(f"Please say {missing}, or why not. Nothing was sent.", field="seen")
    if "decided" not in said:
        raise Fault("Please say who decided, by role. Nothing was sent.", field="decided")


def said_in(response: Response) -> Mapping[str, str]:
    """The newest answer."""
    step = response.last(StepKind.ANSWERED)
    return step.said if step else {}
