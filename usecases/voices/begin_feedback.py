"""Begin feedback outside an audit, or ask the record's worker for it (SOM-22, COL-32, HER-32)."""

from __future__ import annotations

from domain.cases.case import Case
from domain.faults import Fault, NotFoundFault
from domain.frameworks.sections import FeedbackRule
from domain.voices.rules import asked_alone
from domain.voices.voice import NewVoice, Speaker
from usecases.asking import Answer, Ask, verb
from usecases.cycles.starting import known_record
from usecases.voices.begin_voice import WHO
from usecases.voices.choosing import Options, options, quota_of
from usecases.voices.prompting import PROMPT, ask_worker, prompted
from usecases.voices.writing import begin

START = "feedback_start"
HERE = "Here is the form: word for word, please."
NO_WAY = "Please choose which kind it is. Nothing was kept."


@verb(subject="person", past="began to write feedback down", again=START)
async def begin_feedback(ask: Ask) -> Answer:
    """Post the form; whose work it is about is asked where a quota counts it."""
    allowed = await options(ask.uow, ask.council, ask.actor, ask.today)
    way = _way(ask, allowed)
    case = await _record(ask)
    if case is None and way.covers != "nothing":
        raise Fault("Please give the record's reference. Nothing was kept.", field="record")
    new = NewVoice(
        speaker=_speaker(ask, way),
        noted_by=ask.actor.id,
        source=way.key,
        case_ref=case.ref if case else None,
        practitioner=await _practitioner(ask, allowed, way, case),
        how=asked_alone(way, Speaker.OTHER).ways[0],
    )
    await begin(ask, new)
    return Answer(view=START, about=ask.ref, line=HERE)


@verb(subject="person", past="asked the worker for feedback", again=START)
async def ask_for_feedback(ask: Ask) -> Answer:
    """Ask whoever works on the record, as after a conference; once a day at most."""
    every = (way for way in ask.council.framework.feedback if way.on)
    way = next((way for way in every if "reported" in way.prompted_when), None)
    case = await _record(ask)
    if way is None or case is None:
        raise Fault("Please give the record's reference. Nobody was asked.", field="record")
    once = f"asked {ask.today.isoformat()}"
    if not await ask_worker(ask.uow, way, case, once=once, now=ask.now):
        raise Fault("Nobody works on that record now, or was asked today already.", field="record")
    line = f"The worker of {case.ref} has been asked."
    return Answer(view=START, about=ask.ref, notice=line, line=line)


@verb(subject="prompt", past="began to write feedback down")
async def answer_prompt(ask: Ask) -> Answer:
    """Post the form of what was asked for."""
    found = await prompted(ask.uow, ask.council, ask.ref)
    if found is None:
        raise NotFoundFault
    new = NewVoice(
        speaker=_speaker(ask, found.way),
        noted_by=ask.actor.id,
        source=found.way.key,
        case_ref=found.case.ref,
        how=asked_alone(found.way, Speaker.OTHER).ways[0],
    )
    await begin(ask, new)
    return Answer(view=PROMPT, about=ask.ref, line=HERE)


def _way(ask: Ask, allowed: Options) -> FeedbackRule:
    if not allowed.ways:
        raise Fault("The framework asks no feedback of your role, so nothing was kept.")
    chosen = ask.typed("source") or (allowed.ways[0].key if len(allowed.ways) == 1 else "")
    found = next((way for way in allowed.ways if way.key == chosen), None)
    if found is None:
        raise Fault(NO_WAY, field="source")
    return found


def _speaker(ask: Ask, way: FeedbackRule) -> Speaker:
    """Who speaks; of staff and partners it is not asked."""
    if way.of == "others":
        return Speaker.OTHER
    if ask.typed("speaker") not in set(Speaker):
        raise Fault(WHO, field="speaker")
    return Speaker(ask.typed("speaker"))


async def _record(ask: Ask) -> Case | None:
    typed = ask.typed("record").strip()
    return await ask.uow.cases.get(await known_record(ask, typed)) if typed else None


async def _practitioner(
    ask: Ask, allowed: Options, way: FeedbackRule, case: Case | None
) -> str | None:
    """One's own work, that of one's team, or else that of the record's worker (SOM-21)."""
    quota = quota_of(ask.council, way)
    if quota is None:
        return None
    if ask.actor.holds(frozenset(quota.for_each)):
        return ask.actor.id
    chosen = ask.typed("practitioner")
    if chosen in {person.id for person in allowed.about}:
        return chosen
    if case and case.worker:
        return case.worker
    raise Fault(
        "Please choose whose work it is about, or give the record. Nothing was kept.",
        field="practitioner" if allowed.about else "record",
    )
