"""What is typed into the form: the trigger, the record, the facts, who was spoken to."""

from __future__ import annotations

from dataclasses import replace

from domain.audits.grading import accept_words
from domain.cases.case import Case
from domain.faults import Fault, NotFoundFault
from domain.responses.response import Response, ResponseState
from domain.responses.rules import Terms, offered
from usecases.asking import Ask
from usecases.responses.standing import may_raise

SENT = "This was sent already, so nothing was changed. Its card shows how it stands."
NOT_YOURS = (
    "Only people of the record, its auditors and the QA team can raise this here, so nobody was "
    "told. If a child may be unsafe, follow your safeguarding procedure now."
)


async def draft_for(ask: Ask) -> Response:
    """The draft that is asked about; raises Fault once it was sent or given up."""
    response = await ask.uow.responses.get(ask.ref.number)
    if response is None:
        raise NotFoundFault
    if response.state is ResponseState.DROPPED:
        raise Fault("You gave this up, so nothing was changed. Type raise to begin anew.")
    if response.state is not ResponseState.DRAFT:
        raise Fault(SENT)
    return response


async def typed_into(ask: Ask, response: Response) -> Response:
    """The draft with what was typed; an input that was not sent is empty, as Teams does it."""
    rule = ask.typed("trigger")
    record = await _record(ask) if ask.typed("record").strip() else ""
    return replace(
        response,
        rule=rule if rule in {t.rule for t in options(ask)} else "",
        case_ref=record,
        audit_id=response.audit_id if record == response.case_ref else None,
        facts=accept_words("facts", ask.typed("facts"), said="account of what you saw"),
        spoken_to=accept_words("spoken_to", ask.typed("spoken_to"), said="answer"),
    )


def options(ask: Ask) -> list[Terms]:
    """What the person may raise."""
    return offered(ask.council.framework, ask.actor.roles)


async def _record(ask: Ask) -> str:
    """The record as the list writes it; raises Fault on one that is not there."""
    spelt = ask.typed("record").strip()
    for ref in await ask.uow.cases.all():
        if ref.casefold() == spelt.casefold():
            return ref
    raise Fault(
        f"I know no record {spelt}, so nobody was told yet. Check the reference, such as C-23087.",
        field="record",
    )


async def complete(ask: Ask, response: Response) -> tuple[Terms, Case]:
    """The rule and the record of a draft that can be sent; raises Fault on what it lacks."""
    terms = next((t for t in options(ask) if t.rule == response.rule), None)
    if terms is None:
        titles = ", ".join(t.title for t in options(ask))
        raise Fault(f"Please choose what it is: {titles}. Nobody was told yet.", field="trigger")
    case = await ask.uow.cases.get(response.case_ref) if response.case_ref else None
    if case is None:
        raise Fault("Please give the record's reference. Nobody was told yet.", field="record")
    if not response.facts:
        raise Fault("Please write what you saw. Nobody was told yet.", field="facts")
    if not await may_raise(ask, case):
        raise Fault(NOT_YOURS, field="record")
    return terms, case
