"""The form on which it is raised, for whoever writes it and nobody else."""

from __future__ import annotations

from typing import Literal

from cards.responses.response_form import ResponseForm
from domain.calendar.wording import say_list
from domain.delivery.message import Lane
from domain.responses.response import Part, Response, ResponseState, Sort
from domain.responses.rules import offered, terms_of
from usecases.responses.writing import FORM
from usecases.showing import Look, shows

STATES: dict[ResponseState, Literal["writing", "dropped"]] = {
    ResponseState.DRAFT: "writing",
    ResponseState.DROPPED: "dropped",
}


@shows(FORM, lane=Lane.URGENT)
async def show_response_form(look: Look) -> ResponseForm | None:
    """What is written so far; once it was sent, under which number."""
    response = await look.uow.responses.get(look.about.number)
    if response is None or response.raised_by != look.reader.id:
        return None
    options = offered(look.council.framework, look.reader.roles)
    terms = terms_of(look.council.framework, response.rule)
    return ResponseForm(
        ref=look.about,
        version=response.version if response.state is ResponseState.DRAFT else 0,
        options=tuple((each.rule, each.title) for each in options),
        values=_values(look, response),
        sentence=look.council.framework.safety_button.sentence,
        product=any(each.sort is Sort.PRODUCT for each in options),
        state=STATES.get(response.state, "sent"),
        number=response.number if response.raised_at and terms else "",
        told=await _told(look, response),
        notice=look.notice or None,
        field=look.field,
    )


def _values(look: Look, response: Response) -> dict[str, str]:
    kept = {
        "trigger": response.rule,
        "record": response.case_ref,
        "facts": response.facts,
        "spoken_to": response.spoken_to,
    }
    if look.pressed != look.about or not look.notice:
        return kept
    return {key: look.typed.get(key, "") for key in kept}


async def _told(look: Look, response: Response) -> str:
    people = await look.uow.people.all()
    return say_list([people[e].name for e in response.people(Part.ANSWERS) if e in people])
