"""The form for the answer, for whoever must act."""

from __future__ import annotations

from cards.responses.immediate_response_answer import ImmediateResponseAnswer
from domain.calendar.wording import say_moment, say_when
from domain.delivery.message import Lane
from domain.responses.answer import is_gap_answer
from domain.responses.response import Part, Sort, StepKind
from usecases.responses.answer_response import FORM
from usecases.responses.show_immediate_response import countdown, shown_matter
from usecases.responses.standing import covered_by
from usecases.showing import Look, shows

FIELDS = ("safe", "seen", "done", "decided", "wider", "recorded")


@shows(FORM, lane=Lane.URGENT)
async def show_immediate_response_answer(look: Look) -> ImmediateResponseAnswer | None:
    """What is written of the answer so far; a line once it was sent."""
    matter = await shown_matter(look)
    if matter is None or matter.response.sort is Sort.INCIDENT:
        return None
    response = matter.response
    ids = await covered_by(look.uow, look.reader, response, look.today)
    if Part.ANSWERS not in response.parts_of(ids):
        return None
    back = response.last(StepKind.RETURNED)
    sent = response.last(StepKind.ANSWERED)
    raised = response.raised_at or response.begun_at
    values = dict(response.draft)
    if look.notice and look.pressed == look.about:
        values = {key: look.typed.get(key, "") for key in FIELDS}
    return ImmediateResponseAnswer(
        ref=look.about,
        version=response.round,
        number=response.number,
        case=response.case_ref,
        facts=response.facts,
        raised=f"What {matter.name(response.raised_by)} saw, {say_when(raised, look.today)}",
        countdown=countdown(response, look.now),
        gap=is_gap_answer(matter.terms.trigger),
        own=response.sort is Sort.PRODUCT,
        widens=matter.terms.widens,
        values=values,
        returned=back.said.get("reason", "") if back else "",
        done=f"Answered at {say_moment(sent.at)}." if sent and not response.running else "",
        notice=look.notice or None,
        field=look.field,
    )
