"""Note what came in: reference, day, theme, outcome, and what it teaches; nobody's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.actions.days import read_day
from domain.audits.grading import accept_words
from domain.calendar.wording import say_list
from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from domain.frameworks.intake import Intake as Rule
from domain.intake.intake import LESSON_LIMIT, REFERENCE_LIMIT, Intake, IntakeState
from domain.intake.terms import noted, rule_of, rules_for
from domain.nominations.anonymity import telling
from usecases.asking import Answer, Ask, verb
from usecases.intake.steps import FORM, STORY, record, tell_of_lesson

KEPT = "Kept. It does not count yet."
NOT_YOURS = "The framework has nothing of the kind noted by your role, so nothing was begun."
ASKED = "asked_again"
"""Among the answer's words to put back: the card's button notes it as it is from now on."""


@verb(subject="person", past="began to note something")
async def begin_intake(ask: Ask) -> Answer:
    """Open the form, for the rule that is named in ``rule`` or the first of theirs."""
    rules = rules_for(ask.council.framework, ask.actor)
    if not rules:
        raise Fault(NOT_YOURS)
    rule = next((one for one in rules if one.key == ask.typed("rule")), rules[0])
    said = {one.casefold(): one for one in rule.kinds}
    kind = rule.kinds[0] if len(rule.kinds) == 1 else said.get(ask.typed("kind").casefold(), "")
    new = Intake(id=0, rule=rule.key, noted_by=ask.actor.id, begun_at=ask.now, kind=kind)
    begun = await ask.uow.intake.begin(new)
    await record(ask.uow, begun, "begin_intake", ask.now, actor=ask.actor.id)
    return await _form(ask, begun)


@verb(subject="intake")
async def open_intake(ask: Ask) -> Answer:
    """What was noted, in place of the pressed card."""
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=STORY, subject=ask.ref), ask.now)
    return Answer(view=STORY, about=ask.ref, line="Here it is.")


@verb(subject="intake")
async def change_intake(ask: Ask) -> Answer:
    """The form again, to put something right or to add the outcome."""
    return await _form(ask, await _found(ask))


@verb(subject="intake", past="kept what they wrote")
async def keep_intake(ask: Ask) -> Answer:
    """Keep what was typed, for later; what counts already goes on counting."""
    one, _ = await _typed(ask)
    saved = await ask.uow.intake.save(one)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=FORM, subject=saved.ref), ask.now)
    # whoever types hears what comes next instead
    notice = KEPT if ask.stands_on and not saved.noted else ""
    return Answer(view=FORM, about=saved.ref, changed=(saved.ref,), notice=notice, line=KEPT)


@verb(subject="intake", past="gave it up")
async def drop_intake(ask: Ask) -> Answer:
    """Nothing of it is kept; raises Fault once it counts."""
    one = await _found(ask)
    if one.noted:
        raise Fault("This counts already, so it cannot be given up. Nothing was changed.")
    empty = replace(one, state=IntakeState.DROPPED, reference="", lesson="")
    saved = await ask.uow.intake.save(empty)
    await ask.uow.focuses.clear(ask.actor.id)
    await record(ask.uow, saved, "drop_intake", ask.now, actor=ask.actor.id)
    line = "Given up. Nothing of it is kept."
    return Answer(view=FORM, about=saved.ref, changed=(saved.ref,), line=line)


@verb(subject="intake", past="noted it")
async def note_intake(ask: Ask) -> Answer:
    """It counts from now on; words that may tell who is meant are asked about once."""
    one, rule = await _typed(ask)
    found = telling(one.lesson)
    if found:
        said = say_list([f"“{place}”" for place in found[:5]])
        notice = f"May {said} tell who is meant? Please say it without, or note it as it is."
        typed = {**ask.inputs, ASKED: "yes"}
        return Answer(
            view=FORM, about=ask.ref, notice=notice, field="lesson", typed=typed, line=notice
        )
    return await _note(ask, one, rule)


@verb(subject="intake", past="noted it")
async def note_intake_anyway(ask: Ask) -> Answer:
    """The words were looked at, and they name nobody."""
    return await _note(ask, *await _typed(ask))


async def _note(ask: Ask, one: Intake, rule: Rule) -> Answer:
    saved = await ask.uow.intake.save(noted(one, rule, ask.today, ask.now))
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=STORY, subject=saved.ref), ask.now)
    await record(ask.uow, saved, "note_intake", ask.now, actor=ask.actor.id)
    await tell_of_lesson(ask.uow, ask.council, saved, ask.now, actor=ask.actor.id)
    closed = saved.state is IntakeState.CLOSED
    line = f"{saved.number} is noted{' and closed' if closed else ', its outcome still open'}."
    return Answer(view=STORY, about=saved.ref, changed=(saved.ref,), line=line)


async def _form(ask: Ask, one: Intake) -> Answer:
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=FORM, subject=one.ref), ask.now)
    return Answer(view=FORM, about=one.ref, line="Here is the form. Nobody's name belongs in it.")


async def _found(ask: Ask) -> Intake:
    one = await ask.uow.intake.get(ask.ref.number)
    if one is None:
        raise NotFoundFault
    if one.state is IntakeState.DROPPED:
        raise Fault("This was given up, so nothing was changed.")
    return one


async def _typed(ask: Ask) -> tuple[Intake, Rule]:
    """What was typed; a choice that there is not counts as none."""
    one = await _found(ask)
    rule = rule_of(ask.council.framework, one.rule)
    filled = replace(
        one,
        kind=_one_of(ask, "kind", rule.kinds),
        reference=ask.typed("reference").strip()[:REFERENCE_LIMIT],
        received_on=_day(ask),
        route=_one_of(ask, "route", rule.routes),
        theme=_one_of(ask, "theme", rule.themes),
        outcome=_one_of(ask, "outcome", rule.outcomes),
        lesson="" if rule.lesson == "none" else _lesson(ask),
    )
    return filled, rule


def _one_of(ask: Ask, key: str, offered: tuple[str, ...]) -> str:
    if len(offered) == 1 and key == "kind":
        return offered[0]
    return ask.typed(key) if ask.typed(key) in offered else ""


def _day(ask: Ask) -> date | None:
    said = ask.typed("received_on").strip()
    day = read_day(said, ask.today) if said else None
    if said and day is None:
        raise Fault(
            "I could not read that day. Write it like 3 December 2026. Nothing was kept.",
            field="received_on",
        )
    return day


def _lesson(ask: Ask) -> str:
    words = accept_words("lesson", ask.typed("lesson"), said="text")
    if len(words) > LESSON_LIMIT:
        raise Fault(f"Please keep this to {LESSON_LIMIT:,} characters.", field="lesson")
    return words
