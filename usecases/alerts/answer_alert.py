"""A reply, and what whoever raised it makes of it: settled, the next step, or the end."""

from __future__ import annotations

from dataclasses import replace

from cards.alerts.alert_form import LIMIT
from domain.alerts.alert import Alert, AlertState, AlertStepKind, Outcome
from domain.alerts.terms import may_move_up, next_level, rule_of
from domain.audits.grading import accept_words
from domain.calendar.wording import say_day
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from usecases.alerts.steps import REPLY, STORY, ask_raiser, go_out, record, step
from usecases.asking import Answer, Ask, verb

OVER = "This is closed, so nothing was changed."


@verb(subject="alert")
async def open_alert(ask: Ask) -> Answer:
    """The story in place of the pressed card."""
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=STORY, subject=ask.ref), ask.now)
    return Answer(view=STORY, about=ask.ref, line="Here it is.")


@verb(subject="alert", past="replied")
async def reply_to_alert(ask: Ask) -> Answer:
    """One reply is enough; whoever raised it says whether it settles the matter."""
    alert = await _running(ask)
    words = _words(ask, "reply", "your reply")
    replied = replace(alert, state=AlertState.REPLIED)
    saved = await ask.uow.alerts.save(replied)
    done = step(AlertStepKind.REPLIED, saved, ask.actor.id, ask.now, words)
    saved = await ask.uow.alerts.add_step(saved, done)
    await ask.uow.duties.close(saved.ref, DutyState.DONE, ask.now, kinds=(REPLY,))
    await record(ask.uow, saved, "reply_to_alert", ask.now, actor=ask.actor.id)
    await ask_raiser(ask.uow, saved, ask.now, once=f"reply {saved.version}")
    return _shown(saved, "Sent. Whoever raised it reads it and says whether that settles it.")


@verb(subject="alert", past="said that it is settled")
async def settle_alert(ask: Ask) -> Answer:
    """Whoever raised it agrees."""
    return await _close(ask, await _running(ask), Outcome.SETTLED, "settle_alert", "Settled.")


@verb(subject="alert", past="took the next step")
async def move_alert_up(ask: Ask) -> Answer:
    """To the next level, with everybody of it; raises Fault where there is none."""
    alert = await _running(ask)
    rule = rule_of(ask.council.framework, alert.rule)
    if not may_move_up(rule, alert):
        raise Fault("There is no further step here, so nothing was changed.")
    name = next_level(rule, alert.level)
    up = replace(alert, level=alert.level + 1)
    moved = step(AlertStepKind.MOVED_UP, up, ask.actor.id, ask.now)
    saved = await go_out(ask.uow, ask.council, up, ask.now, moved)
    await record(ask.uow, saved, "move_alert_up", ask.now, actor=ask.actor.id)
    until = say_day(saved.due_on or ask.today)
    return _shown(saved, f"{name}: a reply is asked for by {until}.")


@verb(subject="alert", past="closed it without agreement")
async def end_alert(ask: Ask) -> Answer:
    """No agreement, and what follows lies outside: say what."""
    alert = await _running(ask)
    words = _words(ask, "ending", "what happens now")
    ended = step(AlertStepKind.CLOSED, alert, ask.actor.id, ask.now, words)
    await ask.uow.alerts.add_step(alert, ended)
    line = "Closed. It counts as not settled."
    return await _close(ask, alert, Outcome.NOT_SETTLED, "end_alert", line)


async def _running(ask: Ask) -> Alert:
    alert = await ask.uow.alerts.get(ask.ref.number)
    if alert is None:
        raise NotFoundFault
    if not alert.running:
        raise Fault(OVER)
    return alert


async def _close(ask: Ask, alert: Alert, outcome: Outcome, action: str, line: str) -> Answer:
    closed = replace(alert, state=AlertState.CLOSED, outcome=outcome, closed_at=ask.now)
    saved = await ask.uow.alerts.save(closed)
    await ask.uow.duties.close(saved.ref, DutyState.DONE, ask.now)
    await record(ask.uow, saved, action, ask.now, actor=ask.actor.id)
    return _shown(saved, line)


def _words(ask: Ask, field: str, what: str) -> str:
    words = accept_words(field, ask.typed(field), said="text")
    if not words:
        raise Fault(f"Please write {what}. Nothing was sent.", field=field)
    if len(words) > LIMIT:
        raise Fault(f"Please keep this to {LIMIT:,} characters.", field=field)
    return words


def _shown(alert: Alert, line: str) -> Answer:
    return Answer(view=STORY, about=alert.ref, changed=(alert.ref,), line=line)
