"""Sign off what somebody else wrote (HER-12, COL-03)."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.grading import accept_words
from domain.follow_up.step import Part, StepState, Verdict
from usecases.asking import Answer, Ask, verb
from usecases.follow_up.answering import kept, reply, step_for
from usecases.follow_up.steps import finish_step


@verb(subject="sign_off", past="signed it off")
async def sign_off_follow_up(ask: Ask) -> Answer:
    """It is done with this."""
    step, _ = await step_for(ask, ask.ref.number, StepState.SENT)
    words = accept_words("reason", ask.typed("reason"))
    passed = replace(reply(ask, step, Part.SIGN, words=words), verdict=Verdict.PASSED)
    said = await ask.uow.follow_ups.say(step, [passed])
    saved = await finish_step(ask.uow, said, ask.now)
    line = f"{step.case_ref}: signed off. It is closed."
    return await kept(ask, saved, "sign_off_follow_up", "follow_up_sign_off", line)
