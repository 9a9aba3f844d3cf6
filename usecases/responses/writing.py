"""Writing it down: the form, what waits meanwhile, and the hourly nudge of whoever must tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.focus import Focus
from domain.refs import Ref
from domain.responses.response import NewResponse, Response, ResponseState, Sort
from domain.responses.rules import Terms, offered, terms_of
from usecases.asking import Ask
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.responses.matter import draft_ref
from usecases.showing import tell

FORM = "response_form"


async def begin_form(
    ask: Ask, *, rule: str = "", case_ref: str = "", audit_id: int | None = None
) -> Response:
    """Post the form, filled in as far as the card knows; the open form waits until it is sent.

    A draft about the same record is carried on with.
    """
    known = await ask.uow.responses.draft_of(ask.actor.id)
    if known and case_ref in {"", known.case_ref}:
        waits = await _waiting(ask) or known.resumes
        carried = replace(known, rule=rule or known.rule, resumes=waits)
        kept = await ask.uow.responses.save(carried)
    else:
        kept = await ask.uow.responses.begin(await _new(ask, rule, case_ref, audit_id), ask.now)
    await tell(ask.uow, FORM, draft_ref(kept), ask.actor.id, now=ask.now)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=FORM, subject=draft_ref(kept)), ask.now)
    return kept


async def _new(ask: Ask, rule: str, case_ref: str, audit_id: int | None) -> NewResponse:
    options = offered(ask.council.framework, ask.actor.roles)
    chosen = rule or (options[0].rule if len(options) == 1 else "")
    terms = terms_of(ask.council.framework, chosen)
    return NewResponse(
        rule=chosen,
        sort=terms.sort if terms else Sort.COUNCIL,
        raised_by=ask.actor.id,
        case_ref=case_ref,
        audit_id=audit_id,
        resumes=await _waiting(ask),
    )


async def _waiting(ask: Ask) -> str:
    """The form that was open when the worry came up; empty where that was this one."""
    found = await ask.uow.focuses.of(ask.actor.id)
    return f"{found.kind}|{found.subject}" if found and found.kind != FORM else ""


async def resume(ask: Ask, response: Response) -> str:
    """Typed words go to the form that waited again; gives the sentence that says so."""
    kind, _, subject = response.resumes.partition("|")
    if not subject:
        await ask.uow.focuses.clear(ask.actor.id)
        return ""
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=kind, subject=Ref.parse(subject)), ask.now)
    return "What you were doing waits where you left it: type where am I."


def clock_of(response: Response, terms: Terms, now: datetime) -> Response:
    """A notice that has to be given today is asked for every hour until it is sent (E-82)."""
    if not terms.all_must or terms.within is None:
        return replace(response, next_at=None)
    minutes = terms.ladder.again[0]
    return replace(response, since=response.begun_at, next_at=now + timedelta(minutes=minutes))


async def nudge_writer(uow: UnitOfWork, council: Council, response: Response, now: datetime) -> int:
    """The form again to whoever began a notice and has not sent it."""
    terms = terms_of(council.framework, response.rule)
    if terms is None or response.state is not ResponseState.DRAFT:
        await uow.responses.save(replace(response, next_at=None))
        return 0
    rung = response.rung + 1
    await uow.responses.save(clock_of(replace(response, rung=rung), terms, now))
    once = f"unsent/{rung}"
    await tell(uow, FORM, draft_ref(response), response.raised_by, now=now, once=once)
    return 1
