"""Send what was asked: a review, a scrutiny, a summary, evidence, a re-audit's answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from domain.faults import Fault
from domain.follow_up.rules import Terms
from domain.follow_up.step import Part, Reply, Step, StepKind, StepState, Verdict
from usecases.asking import Answer, Ask, verb
from usecases.follow_up.answering import kept, reply, step_for, words_in
from usecases.follow_up.steps import settle

NO_QUESTION = ("What should be kept?",)  # where the file asks for it without a question


def questions(terms: Terms) -> tuple[str, ...]:
    """What is asked, one field each."""
    return terms.asks or NO_QUESTION


@verb(subject="follow_up", past="wrote it")
async def send_follow_up(ask: Ask) -> Answer:
    """Keep every answer, or none with a Fault; then it is done, or waits for a sign-off."""
    step, terms = await step_for(ask, ask.ref.number, StepState.OPEN)
    said = await ask.uow.follow_ups.say(step, list(_answers(ask, step, terms)))
    saved = await settle(ask.uow, ask.council, said, ask.now)
    line = "Thank you. It is kept."
    if saved.state is StepState.SENT:
        line = "Thank you. It now waits for the sign-off."
    return await kept(ask, saved, "send_follow_up", "follow_up_form", line)


def _answers(ask: Ask, step: Step, terms: Terms) -> Iterator[Reply]:
    for place, question in enumerate(questions(terms)):
        if step.kind is StepKind.RE_AUDIT:
            yield _yes_or_no(ask, step, place, question)
        else:
            missing = f"One answer is missing: {question}"
            words = words_in(ask, f"answer_{place}", said="answer", missing=missing)
            yield reply(ask, step, Part.WRITE, words=words, place=place)


def _yes_or_no(ask: Ask, step: Step, place: int, question: str) -> Reply:
    """Yes or no, and why: whether actions are complete, whether the service is better (HER-13)."""
    chosen = ask.typed(f"verdict_{place}")
    if chosen not in {Verdict.YES, Verdict.NO}:
        raise Fault(f"Please say yes or no: {question} Nothing was kept.", field=f"verdict_{place}")
    missing = f"Please say what shows it: {question}"
    words = words_in(ask, f"answer_{place}", said="answer", missing=missing)
    given = reply(ask, step, Part.WRITE, words=words, place=place)
    return replace(given, verdict=Verdict(chosen))
