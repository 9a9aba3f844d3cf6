"""Write an alert and send it: a talk is offered before anything formal (LEI-18, SEF-49)."""

from __future__ import annotations

from dataclasses import replace

from cards.alerts.alert_form import LIMIT
from domain.alerts.alert import Alert, AlertState, AlertStepKind, Outcome, Tone
from domain.alerts.terms import FEW_THEMES, level_name, rule_of, rules_for, told_at
from domain.audits.grading import accept_words
from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from domain.frameworks.sections import Alert as Rule
from usecases.alerts.filing import ask_for_note
from usecases.alerts.nominating import to_the_queue
from usecases.alerts.steps import FORM, NOBODY, STORY, go_out, record, step
from usecases.asking import Answer, Ask, verb
from usecases.showing import tell

KEPT = "Kept. Nobody has been told yet."
NOT_YOURS = "The framework has no alerts for your role, so nothing was begun."
SAY = {
    "record": "which record it is about",
    "theme": "what it is about",
    "concern": "what you saw",
    "effect": "what it means for the child",
    "agency": "which agency said it",
}


@verb(subject="person", past="began an alert")
async def begin_alert(ask: Ask) -> Answer:
    """Open the form, with the record that was named in ``record``."""
    rules = rules_for(ask.council.framework, ask.actor)
    if not rules:
        raise Fault(NOT_YOURS)
    record_ref = ask.typed("record")
    case = await ask.uow.cases.get(record_ref.upper()) if record_ref else None
    draft = Alert(
        id=0,
        rule=rules[0].key,
        raised_by=ask.actor.id,
        begun_at=ask.now,
        case_ref=case.ref if case else "",
    )
    begun = await ask.uow.alerts.begin(draft)
    await record(ask.uow, begun, "begin_alert", ask.now, actor=ask.actor.id)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=FORM, subject=begun.draft), ask.now)
    line = "Here is the form. A talk is often better than something formal."
    return Answer(view=FORM, about=begun.draft, line=line)


@verb(subject="alert_draft", past="kept what they wrote")
async def keep_alert(ask: Ask) -> Answer:
    """Keep what was typed, for later."""
    saved = await ask.uow.alerts.save(await _filled(ask))
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=FORM, subject=saved.draft), ask.now)
    return Answer(view=FORM, about=saved.draft, changed=(saved.draft,), notice=KEPT, line=KEPT)


@verb(subject="alert_draft", past="gave it up")
async def drop_alert(ask: Ask) -> Answer:
    """Nobody is told."""
    draft = await _draft(ask)
    dropped = replace(draft, state=AlertState.DROPPED, concern="", effect="", agency="")
    saved = await ask.uow.alerts.save(dropped)
    await ask.uow.focuses.clear(ask.actor.id)
    await record(ask.uow, saved, "drop_alert", ask.now, actor=ask.actor.id)
    line = "Given up. Nobody was told, and nothing of it is kept."
    return Answer(view=FORM, about=saved.draft, changed=(saved.draft,), line=line)


@verb(subject="alert_draft", past="raised it")
async def send_alert(ask: Ask) -> Answer:
    """To the record's people, who are asked for a reply; praise asks for none. Raises Fault."""
    filled = await _filled(ask)
    rule = rule_of(ask.council.framework, filled.rule)
    if rule not in rules_for(ask.council.framework, ask.actor):
        raise Fault(NOT_YOURS)
    _check(filled, rule)
    raised = replace(filled, raised_at=ask.now)
    await ask.uow.focuses.clear(ask.actor.id)
    done = await (_praise(ask, raised, rule) if _is_praise(raised) else _concern(ask, raised))
    await record(ask.uow, done, "send_alert", ask.now, actor=ask.actor.id)
    await ask_for_note(ask, done)
    line = f"Sent as {done.number}: {level_name(rule, done.level).lower()}."
    if _is_praise(done):
        line = "Sent. Good practice goes on to be verified as well."
    return Answer(view=STORY, about=done.ref, changed=(done.draft, done.ref), line=line)


def _is_praise(alert: Alert) -> bool:
    return alert.tone is Tone.PRAISE


async def _concern(ask: Ask, raised: Alert) -> Alert:
    first = step(AlertStepKind.RAISED, raised, ask.actor.id, ask.now)
    return await go_out(ask.uow, ask.council, raised, ask.now, first)


async def _praise(ask: Ask, raised: Alert, rule: Rule) -> Alert:
    """Told and done; the words go on to whoever verifies good practice."""
    case = await ask.uow.cases.get(raised.case_ref)
    people = await ask.uow.people.all()
    told = [one for one in told_at(rule, 0, case, people, ask.today) if one != ask.actor.id]
    if not told:
        raise Fault(NOBODY)
    closed = replace(
        raised, state=AlertState.CLOSED, outcome=Outcome.THANKED, closed_at=ask.now, level=0
    )
    saved = await ask.uow.alerts.tell(await ask.uow.alerts.save(closed), told)
    first = step(AlertStepKind.RAISED, saved, ask.actor.id, ask.now)
    saved = await ask.uow.alerts.add_step(saved, first)
    for person_id in told:
        await tell(ask.uow, STORY, saved.ref, person_id, now=ask.now, once="praise")
    await to_the_queue(ask.uow, ask.council, saved, case.worker if case else None, ask.now)
    return saved


async def _draft(ask: Ask) -> Alert:
    draft = await ask.uow.alerts.get(ask.ref.number)
    if draft is None:
        raise NotFoundFault
    if draft.state is not AlertState.DRAFT:
        raise Fault("This was sent or given up already, so nothing was changed.")
    return draft


async def _filled(ask: Ask) -> Alert:
    draft = await _draft(ask)
    known = {rule.key: rule for rule in rules_for(ask.council.framework, ask.actor)}
    rule = known.get(ask.typed("rule")) or rule_of(ask.council.framework, draft.rule)
    praise = rule.praise and ask.typed("tone") == Tone.PRAISE
    level = ask.typed("level")
    return replace(
        draft,
        rule=rule.key,
        tone=Tone.PRAISE if praise else Tone.CONCERN,
        level=int(level) if level in {str(n) for n in range(len(rule.levels))} else 0,
        case_ref=await _case_ref(ask),
        theme=ask.typed("theme") if ask.typed("theme") in FEW_THEMES else "",
        agency=_words(ask, "agency"),
        concern=_words(ask, "concern"),
        effect=_words(ask, "effect"),
    )


async def _case_ref(ask: Ask) -> str:
    said = ask.typed("record").strip().upper()
    if said and await ask.uow.cases.get(said) is None:
        raise Fault("I do not know that record, so nothing was kept.", field="record")
    return said


def _words(ask: Ask, key: str) -> str:
    words = accept_words(key, ask.typed(key), said="text")
    if len(words) > LIMIT:
        raise Fault(f"Please keep each box to {LIMIT:,} characters.", field=key)
    return words


def _check(filled: Alert, rule: Rule) -> None:
    """Raises Fault at the first thing that is missing; praise needs no effect."""
    lacks = {
        "record": bool(rule.to) and not filled.case_ref,
        "agency": rule.partner and not filled.agency,
        "theme": not filled.theme,
        "concern": not filled.concern,
        "effect": bool(rule.to) and not filled.effect and not _is_praise(filled),
    }
    for key, is_missing in lacks.items():
        if is_missing:
            raise Fault(f"Please say {SAY[key]}. Nothing was sent.", field=key)
