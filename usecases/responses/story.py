"""What happened so far, in lines: for the card, and for the ledger that is exported as proof."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.delivery.message import MessageState
from domain.responses.response import Sending, Step, StepKind
from usecases.responses.matter import Matter
from usecases.responses.widening import Task, tasks_of

DOES = {
    StepKind.RAISED: "raised it",
    StepKind.TOLD: "was told",
    StepKind.AGAIN: "was told again",
    StepKind.UP: "was told, one level up",
    StepKind.OPENED: "opened it",
    StepKind.ACKNOWLEDGED: "has it",
    StepKind.REMINDED: "was reminded",
    StepKind.OVERDUE: "was told that its time is over",
    StepKind.ANSWERED: "answered it",
    StepKind.RETURNED: "returned it",
    StepKind.CLOSED: "closed it",
    StepKind.TALK_ASKED: "was asked whether it was talked about in supervision",
    StepKind.TALKED: "talked about it in supervision",
    StepKind.DECIDED: "decided whom to notify",
    StepKind.AGREED: "agreed with the decision",
    StepKind.LEARNING: "chose the way to learn from it",
    StepKind.REVIEWED: "noted the rapid review",
}
SENT = {
    MessageState.SENT: "accepted by Teams",
    MessageState.UNKNOWN: "not known whether Teams took it",
    MessageState.DEAD: "could not be delivered",
    MessageState.HELD: "held back by an operator",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One line: when, what, who; never what anybody wrote."""

    at: datetime
    what: str
    person_id: str
    words: str


async def story(matter: Matter) -> list[LedgerLine]:
    """Steps and sendings together, oldest first."""
    sendings = await matter.uow.responses.sendings(matter.response)
    lines = [_step(matter, step) for step in matter.response.steps]
    lines += [line for sending in sendings for line in _sending(matter, sending)]
    lines += [line for task in await tasks_of(matter) for line in _task(task)]
    return sorted(lines, key=lambda line: line.at)


def _step(matter: Matter, step: Step) -> LedgerLine:
    return LedgerLine(
        at=step.at,
        what=str(step.kind),
        person_id=step.person_id,
        words=f"{matter.name(step.person_id)} {DOES[step.kind]}",
    )


def _task(task: Task) -> list[LedgerLine]:
    """When somebody was given a task that came of it, and when that was closed."""
    action, who = task.action, task.owner
    lines = [(action.begun_at, "task_given", f"{who} was given the task {action.label}")]
    if action.closed_at:
        lines.append((action.closed_at, "task_closed", f"the task {action.label} of {who} ended"))
    return [
        LedgerLine(at=at, what=what, person_id=action.owner, words=words)
        for at, what, words in lines
    ]


def _sending(matter: Matter, sending: Sending) -> list[LedgerLine]:
    """When a card was put on its way, and what became of it."""
    who = matter.name(sending.person_id)
    queued = LedgerLine(
        at=sending.queued_at,
        what="queued",
        person_id=sending.person_id,
        words=f"a card for {who} was put on its way",
    )
    state = MessageState(sending.state)
    if state not in SENT:
        return [queued]
    again = ", sent again as the first may not have come" if sending.repeat else ""
    became = "accepted" if state is MessageState.SENT else str(state)
    words = f"the card for {who}: {SENT[state]}{again}"
    after = LedgerLine(at=sending.changed_at, what=became, person_id=sending.person_id, words=words)
    return [queued, after]
