"""Observations at a glance; a manager's due list (SEF-33, SOM-55)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cards.observations.observations import Observations, PersonSeen, RecordLine, ToDoLine
from domain.frameworks.sections import Observation as Rule
from domain.observations.observation import Observation, ObservationState
from domain.observations.pairing import here, observer_of
from domain.observations.questions import rule_of
from domain.observations.times import is_rolling, places, rolling_due, window
from domain.people.person import Person
from usecases.showing import Look, shows

NO_DATES = "the dates stand in a policy: link not set"  # SEF-32, E-20


@shows("observations")
async def show_observations(look: Look) -> Observations:
    """What the reader has to do, their people, and what is on record of and by them."""
    people = await look.uow.people.all()
    mine = await look.uow.observations.of_people([look.reader.id])
    open_ones = [one for one in mine if one.state is ObservationState.ASSIGNED]
    own = [one for one in open_ones if one.observer == look.reader.id]
    done = [one for one in mine if one.state is ObservationState.RETURNED]
    seen = [entry for rule in _by_person(look) for entry in await _people(look, rule, people)]
    return Observations(
        ref=look.about,
        version=1,
        today=look.today,
        to_do=tuple(_to_do(look, one, people) for one in sorted(own, key=_by_due)),
        people=tuple(sorted(seen, key=lambda one: (one.due or date.max, one.who))),
        records=tuple(_record(look, one, people) for one in done if one.seen_on),
        notice=look.notice or None,
    )


def _by_due(one: Observation) -> tuple[date, int]:
    return one.due_on or date.max, one.id


def _by_person(look: Look) -> list[Rule]:
    """Entries that owe each person something: yearly, quarterly, or by a policy of its own."""
    every = look.council.framework.observations
    return [r for r in every if r.on and (r.each == "observed" or (r.of and r.cadence is None))]


async def _people(look: Look, rule: Rule, people: Mapping[str, Person]) -> list[PersonSeen]:
    observed = here(rule.of, people, look.today, look.today)
    place = places([one.id for one in observed])
    mine = [one for one in observed if observer_of(rule, one, people) == look.reader]
    last = await look.uow.observations.last_seen([rule.key]) if mine else {}
    return [
        PersonSeen(
            who=one.name,
            name=rule.title,
            last=last.get(one.id),
            due=_due(look, rule, last.get(one.id), place[one.id]),
            undated="" if rule.cadence else NO_DATES,
        )
        for one in mine
    ]


def _due(look: Look, rule: Rule, last: date | None, place: tuple[int, int]) -> date | None:
    calendar = look.council.calendar
    if is_rolling(rule):
        return rolling_due(rule, last, place, look.today, calendar=calendar)
    found = window(rule.cadence, look.today, calendar)
    return found.due_on if found and (last is None or last < found.first_day) else None


def _to_do(look: Look, one: Observation, people: Mapping[str, Person]) -> ToDoLine:
    whom = people.get(one.observed or "")
    return ToDoLine(
        ref=one.ref,
        version=one.version,
        whom=whom.name if whom else "",
        name=rule_of(look.council.framework, one.rule).title,
        due=one.due_on,
    )


def _record(look: Look, one: Observation, people: Mapping[str, Person]) -> RecordLine:
    own = one.observed == look.reader.id
    whom = people.get(one.observed or "")
    return RecordLine(
        ref=one.shared,
        version=one.version,
        whom="Your practice" if own or whom is None else whom.name,
        name=rule_of(look.council.framework, one.rule).title,
        seen_on=one.seen_on or look.today,
        answered=bool(one.comment),
    )
