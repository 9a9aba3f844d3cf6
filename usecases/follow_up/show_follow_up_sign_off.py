"""What somebody wrote, for whoever signs it off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from cards.follow_up.follow_up_sign_off import FollowUpSignOff
from domain.calendar.wording import say_day, say_list
from domain.calendar.working_days import local_day
from domain.follow_up.step import Part, Reply, Step, StepKind, StepState, Verdict
from usecases.follow_up.reading import Shown, programme_title, shown
from usecases.follow_up.steps import sign_ref
from usecases.showing import Look, shows

State = Literal["sent", "missing", "passed", "returned"]
WORDS = {Verdict.PASSED: "signed it off", Verdict.RETURNED: "returned it"}


@dataclass(frozen=True, slots=True)
class _Decided:
    said: str
    why: str
    back_on: date | None


@shows("follow_up_sign_off")
async def show_follow_up_sign_off(look: Look) -> FollowUpSignOff | None:
    """What was written in this round, or how it was decided; None for anybody else."""
    found = await shown(look)
    if found is None or not found.step.people(Part.SIGN):
        return None
    if Part.SIGN not in found.parts and not look.council.coordinates(look.reader):
        return None
    step, state = found.step, _state(found.step)
    if state is None:
        return None
    decided = _decided(found, state)
    return FollowUpSignOff(
        ref=sign_ref(step),
        version=step.version,
        programme=programme_title(look.council.framework, step.programme),
        case=step.case_ref,
        heading=found.heading,
        reason=found.terms.title,
        writer=say_list(found.names(step.people(Part.WRITE))),
        state=state,
        answered=found.answered(step.said(Part.WRITE, round=_round(step, state))),
        said=step.words,
        decided=decided.said,
        why=decided.why,
        back_on=decided.back_on,
        typed_reason=look.typed.get("reason", ""),
        notice=look.notice or None,
    )


def _state(step: Step) -> State | None:
    """None while a review is still being written for the first time."""
    if step.state is StepState.SENT:
        return "sent"
    if step.state is StepState.DONE:
        return "passed"
    if step.kind is StepKind.RECOMMENDATION and step.state is StepState.OPEN:
        return "missing"
    return "returned" if step.returned else None


def _round(step: Step, state: State) -> int:
    """What was returned belongs to the round before."""
    return step.round - 1 if state == "returned" else step.round


def _decided(found: Shown, state: State) -> _Decided:
    last = _last(found.step, state)
    if last is None:
        return _Decided("", "", None)
    said = f"{found.name(last.person_id)} {WORDS[last.verdict]} on {say_day(local_day(last.at))}"
    waits = found.step.state is StepState.WAITING
    return _Decided(said, last.words, found.step.opens_on if waits else None)


def _last(step: Step, state: State) -> Reply | None:
    wanted = {"passed": Verdict.PASSED, "returned": Verdict.RETURNED}.get(state)
    return next((r for r in reversed(step.replies) if r.verdict is wanted), None)
