"""What the observer writes, word for word; returned, it is on the record (SEF-31, SOM-55)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from cards.observations.observation_form import LIMIT
from domain.audits.grading import accept_words
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from domain.focus import Focus
from domain.nominations.naming import whom
from domain.observations.observation import Observation, ObservationState
from domain.observations.questions import questions_of, rule_of
from domain.refs import Ref
from usecases.asking import Answer, Ask, verb
from usecases.observations.steps import FORM, SHARED, record
from usecases.showing import tell

KEPT = "Kept. Nobody has been told yet."
WHEN = "I could not read that day, so nothing was kept. Write it like 2026-12-03, or today."


@verb(subject="observation", past="opened it")
async def open_observation(ask: Ask) -> Answer:
    """The form in place of the pressed card; typed words go to it."""
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=FORM, subject=ask.ref), ask.now)
    return Answer(view=FORM, about=ask.ref, line="Here is the observation.")


@verb(subject="observation", past="kept what they wrote")
async def keep_observation(ask: Ask) -> Answer:
    """Keep what was typed, for later."""
    saved = await ask.uow.observations.save(await _filled(ask))
    await record(ask.uow, saved, "keep_observation", ask.now, actor=ask.actor.id)
    await ask.uow.focuses.set(ask.actor.id, Focus(kind=FORM, subject=ask.ref), ask.now)
    return Answer(view=FORM, about=ask.ref, changed=(ask.ref,), notice=KEPT, line=KEPT)


@verb(subject="observation", past="returned it")
async def return_observation(ask: Ask) -> Answer:
    """Put it on the record and show it to whoever was seen; raises Fault where it lacks much."""
    filled = await _filled(ask)
    _check(ask, filled)
    done = replace(filled, state=ObservationState.RETURNED, returned_at=ask.now)
    saved = await ask.uow.observations.save(done)
    await record(ask.uow, saved, "return_observation", ask.now, actor=ask.actor.id)
    await ask.uow.duties.close(saved.ref, DutyState.DONE, ask.now)
    await ask.uow.focuses.clear(ask.actor.id)
    if saved.observed:
        await tell(ask.uow, SHARED, saved.shared, saved.observed, now=ask.now, once="returned")
    plan = (Ref("observation_plan", str(saved.plan_id)),) if saved.plan_id else ()
    changed = (saved.ref, saved.shared, *plan)
    line = "Returned. Whoever was seen can read it and answer."
    return Answer(view=FORM, about=ask.ref, changed=changed, line=line)


async def _filled(ask: Ask) -> Observation:
    """The observation with what was typed; what had no input on the card stays as it was."""
    found = await ask.uow.observations.get(ask.ref.number)
    if found is None:
        raise NotFoundFault
    if found.state is not ObservationState.ASSIGNED:
        raise Fault("This was returned already, so nothing was changed.")
    rule = rule_of(ask.council.framework, found.rule)
    return replace(
        found,
        observed=await _whom(ask, found),
        kind=_kind(ask, rule.kinds),
        seen_on=_day(ask),
        answers=_answers(ask, [question.key for question in questions_of(rule)]),
    )


async def _whom(ask: Ask, found: Observation) -> str | None:
    """Who was assigned stays; else whoever was chosen or named."""
    said = ask.typed("whom").strip()
    if found.slot == found.observed or found.plan_id or found.audit_id or not said:
        return found.observed
    people = await ask.uow.people.all()
    here = [person for person in people.values() if person.here_on(ask.today)]
    one = people.get(said) or whom(said, here).one
    if one is None:
        near = [person.name for person in whom(said, here).to_choose]
        more = f" Did you mean {' or '.join(near)}?" if near else ""
        raise Fault(f"I do not know who that is, so nothing was kept.{more}", field="whom")
    if one.id == found.observer:
        raise Fault("Nobody observes themselves, so nothing was kept.", field="whom")
    return one.id


def _kind(ask: Ask, kinds: tuple[str, ...]) -> str:
    said = ask.typed("kind")
    return said if said in kinds else ""


def _day(ask: Ask) -> date | None:
    said = ask.typed("seen_on").strip().casefold()
    spoken = {"": None, "today": ask.today, "yesterday": ask.today - timedelta(days=1)}
    if said in spoken:
        return spoken[said]
    try:
        day = date.fromisoformat(said)
    except ValueError:
        raise Fault(WHEN, field="seen_on") from None
    if day > ask.today:
        raise Fault("That day has not come yet, so nothing was kept.", field="seen_on")
    return day


def _answers(ask: Ask, keys: list[str]) -> Mapping[str, str]:
    said = {key: accept_words(key, ask.typed(key), said="text") for key in keys}
    for key, words in said.items():
        if len(words) > LIMIT:
            raise Fault(f"Please keep each box to {LIMIT:,} characters.", field=key)
    return {key: words for key, words in said.items() if words}


def _check(ask: Ask, filled: Observation) -> None:
    """Raises Fault at the first thing without which nobody else can use it."""
    rule = rule_of(ask.council.framework, filled.rule)
    first = questions_of(rule)[0]
    missing = (
        (not filled.observed, "whom", "whom you saw"),
        (bool(rule.kinds) and not filled.kind, "kind", "what kind of work it was"),
        (filled.seen_on is None, "seen_on", "on which day you saw it"),
        (first.key not in filled.answers, first.key, "what you saw"),
    )
    for lacks, field, what in missing:
        if lacks:
            raise Fault(f"Please say {what}. Nothing was returned.", field=field)
