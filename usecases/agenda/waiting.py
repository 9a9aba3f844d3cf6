"""What somebody has done their part of, and whom it waits for."""

from __future__ import annotations

from cards.nudges.digest import WaitLine
from domain.actions.action import ActionState
from domain.agenda.ask import DutyAsk
from domain.alerts.alert import AlertState
from domain.approvals.terms import rule_of
from domain.calendar.entries import entry_of
from domain.calendar.wording import say_list
from domain.nominations.nomination import NominationState
from domain.refs import Ref
from domain.talks.family import Agreed
from usecases.actions.around import signing_ref
from usecases.agenda.deciders import deciders
from usecases.approvals.steps import deciders as approval_deciders
from usecases.audits.allocating import ANSWER_ALLOCATION, SUBMIT_ASSESSMENT
from usecases.people.duties import describe
from usecases.showing import Look


async def waiting_for_others(look: Look) -> tuple[WaitLine, ...]:
    """What waits for a sign-off, a reply, a decision or an answer of somebody else."""
    parts = (
        _actions,
        _alerts,
        _responses,
        _nominations,
        _approvals,
        _reports,
        _families,
        _asks,
    )
    return tuple([line for part in parts for line in await part(look)])


async def _actions(look: Look) -> list[WaitLine]:
    owned = await look.uow.actions.owned_by(look.reader.id)
    return [
        WaitLine(
            text=f"Sign-off of {action.label}",
            detail=await _holders(look, signing_ref(action)),
            verb="open_action",
            ref=action.ref,
            version=action.version,
        )
        for action in owned
        if action.state is ActionState.CLAIMED
    ]


async def _alerts(look: Look) -> list[WaitLine]:
    found = await look.uow.alerts.of_person(look.reader.id)
    return [
        WaitLine(text=f"A reply to {alert.number}", detail=await _holders(look, alert.ref))
        for alert in found
        if alert.raised_by == look.reader.id and alert.state is AlertState.WAITING
    ]


async def _responses(look: Look) -> list[WaitLine]:
    """What cannot wait has reminders of its own; here its raiser sees who has it."""
    return [
        WaitLine(text=f"An answer to {one.number}", detail=await _holders(look, one.ref))
        for one in await look.uow.responses.raised_by(look.reader.id)
    ]


async def _nominations(look: Look) -> list[WaitLine]:
    """A decision, for the nominator; an answer, for whoever verifies."""
    me, people = look.reader.id, await look.uow.people.all()
    lines = []
    for one in await look.uow.nominations.undecided():
        asked = one.state is NominationState.QUERIED
        waits, has_it = (one.verifier, one.nominator) if asked else (one.nominator, one.verifier)
        if waits == me:
            said = "An answer on" if asked else "A decision on"
            name = people[has_it].name if has_it in people else "Nobody has it yet"
            lines.append(WaitLine(text=f"{said} {one.number}", detail=name))
    return lines


async def _approvals(look: Look) -> list[WaitLine]:
    lines = []
    for one in await look.uow.approvals.of_sender(look.reader.id):
        if one.waiting:
            whose = await approval_deciders(look.uow, look.council, one, look.today)
            lines.append(
                WaitLine(
                    text=f"Passing: {rule_of(look.council.framework, one.rule).title}",
                    detail=say_list([person.name for person in whose.values()], "or"),
                    verb="open_approval",
                    ref=one.ref,
                    version=one.version,
                )
            )
    return lines


async def _reports(look: Look) -> list[WaitLine]:
    given = await look.uow.calendar.given_by(look.reader.id)
    found = [(one, entry_of(look.council.framework, one.entry)) for one in given]
    return [
        WaitLine(
            text=f"Passing: {entry.title}",
            detail=await _holders(look, one.passing),
            verb="open_occurrence",
            ref=one.ref,
            version=one.version,
        )
        for one, entry in found
        if entry
    ]


async def _families(look: Look) -> list[WaitLine]:
    """The worker asks the family before the auditor may: for each audit that the reader holds."""
    people, lines = await look.uow.people.all(), []
    for duty in await look.uow.duties.open_of(look.reader.id):
        if duty.kind not in {ANSWER_ALLOCATION, SUBMIT_ASSESSMENT}:
            continue
        seat = await look.uow.audits.seat(duty.subject.number)
        asked = await look.uow.families.consent_of(seat.audit_id) if seat else None
        audit = await look.uow.audits.get(seat.audit_id) if seat else None
        if audit is None or asked is None or asked.agreed is not Agreed.WAITING:
            continue
        if asked.worker in people and asked.worker != look.reader.id:
            who = people[asked.worker].name
            lines.append(WaitLine(text=f"The family of {audit.case_ref}", detail=f"{who} asks"))
    return lines


async def _asks(look: Look) -> list[WaitLine]:
    asked = await look.uow.duty_asks.waiting_of(look.reader.id)
    lines = [await _ask(look, one) for one in asked]
    return [line for line in lines if line]


async def _ask(look: Look, asked: DutyAsk) -> WaitLine | None:
    duty = await look.uow.duties.get(asked.duty_id)
    found = await describe(look.uow, look.council, duty) if duty else None
    if found is None:
        return None
    who = await deciders(look.uow, look.council, look.reader, look.now)
    names = say_list([one.name for one in who], "or")
    return WaitLine(text=found.text, detail=f"{names} decides" if names else "Not answered yet")


async def _holders(look: Look, about: Ref) -> str:
    """The names of those who have a duty about it."""
    people = await look.uow.people.all()
    duties = await look.uow.duties.of_subject(about)
    names = [people[duty.holder].name for duty in duties if duty.holder in people]
    return say_list(list(dict.fromkeys(names)), "or")
