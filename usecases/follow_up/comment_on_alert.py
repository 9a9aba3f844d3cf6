"""Comment on an alert (HER-11)."""

from __future__ import annotations

from domain.follow_up.step import Part, StepState
from usecases.asking import Answer, Ask, verb
from usecases.follow_up.answering import kept, reply, step_for, words_in
from usecases.follow_up.steps import settle


@verb(subject="follow_up", past="commented on it")
async def comment_on_alert(ask: Ask) -> Answer:
    """Keep the comment; the reminders end with it."""
    step, _ = await step_for(ask, ask.ref.number, StepState.OPEN)
    words = words_in(ask, "comment", said="comment", missing="Please write what you think of it.")
    said = await ask.uow.follow_ups.say(step, [reply(ask, step, Part.COMMENT, words=words)])
    saved = await settle(ask.uow, ask.council, said, ask.now)
    line = f"Thank you. Your comment on {step.case_ref} is kept."
    return await kept(ask, saved, "comment_on_alert", "follow_up_alert", line)
