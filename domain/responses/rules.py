"""The rules of a council for what cannot wait, all in one shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.frameworks.framework import Framework
from domain.frameworks.parts import Relation
from domain.frameworks.sections import ImmediateResponse, Incident, TimeLimit, Widening
from domain.frameworks.timing import Ladder
from domain.responses.response import Sort

PRODUCT = "safety_button"
MINUTES_OF_AN_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Who is told, who answers, how soon, and what happens meanwhile.

    ``rule`` is the place in the file: ``immediate_responses.safeguarding``. ``climbs`` is whether
    it goes up the line while nobody says "I have it"; ``all_must`` whether one word is not enough.
    """

    rule: str
    sort: Sort
    title: str
    ladder: Ladder
    trigger: str = "any"
    told: tuple[Relation, ...] = ()
    told_roles: tuple[str, ...] = ()
    answered_by: tuple[Relation, ...] = ()
    raised_by: frozenset[str] = frozenset()
    within: TimeLimit | None = None
    breach_told: tuple[str, ...] = ()
    widening: tuple[Widening, ...] = ()
    talk: str = ""
    climbs: bool = True
    all_must: bool = False
    gap_months: int | None = None
    sentence: str = ""

    @property
    def widens(self) -> tuple[str, ...]:
        """Where somebody may look further, in the council's words."""
        return tuple(each.title for each in self.widening)


def offered(framework: Framework, roles: frozenset[str]) -> list[Terms]:
    """What somebody with those roles may raise here, the most pressing first."""
    return [t for t in _all(framework) if not t.raised_by or t.raised_by & roles]


def terms_of(framework: Framework, rule: str) -> Terms | None:
    """The rule as it stands in the file now; None where the file has dropped it."""
    return next((t for t in _every(framework) if t.rule == rule), None)


def button_label(framework: Framework) -> str:
    """What the button on every card of an audit says; empty where there is none."""
    button = framework.safety_button
    if button.on or any(entry.on for entry in framework.immediate_responses):
        return button.label
    return ""


def gap_rule(framework: Framework) -> Terms | None:
    """The rule about supervision that did not happen, where the council has one (E-54)."""
    return next((t for t in _all(framework) if t.gap_months), None)


def stage(framework: Framework, name: str, came_before: str) -> Incident | None:
    """What follows from an incident: its decision, its review, its way to learn.

    ``came_before`` is the notice's rule, or the way that was decided for.
    """
    before = came_before.rpartition(".")[2]
    known = [i for i in framework.incidents if i.on and i.stage == name]
    return next((i for i in known if before in i.after), None)


def _every(framework: Framework) -> Iterator[Terms]:
    """Also what is switched off, for those that were raised while it was on."""
    yield from (_council(entry, framework) for entry in framework.immediate_responses)
    yield _product(framework)
    yield from (_incident(i) for i in framework.incidents if i.stage == "notice")


def _all(framework: Framework) -> Iterator[Terms]:
    own = [entry for entry in framework.immediate_responses if entry.on]
    yield from (_council(entry, framework) for entry in own)
    if not own and framework.safety_button.on:
        yield _product(framework)
    yield from (_incident(i) for i in framework.incidents if i.on and i.stage == "notice")


def _council(entry: ImmediateResponse, framework: Framework) -> Terms:
    return Terms(
        rule=f"immediate_responses.{entry.key}",
        sort=Sort.COUNCIL,
        title=entry.title,
        trigger=entry.trigger,
        told=entry.told,
        answered_by=entry.answered_by or entry.told,
        raised_by=frozenset(entry.raised_by),
        within=entry.within,
        breach_told=entry.breach_told,
        widening=entry.may_widen_to,
        talk=entry.talk or "",
        ladder=entry.ladder,
        gap_months=entry.gap_months,
        sentence=framework.safety_button.sentence,
    )


def _product(framework: Framework) -> Terms:
    """No time limit: it is no rule of the council's (E-13)."""
    button = framework.safety_button
    return Terms(
        rule=PRODUCT,
        sort=Sort.PRODUCT,
        title=button.label,
        trigger="safeguarding",
        told=button.told,
        answered_by=button.told,
        ladder=button.ladder,
        sentence=button.sentence,
    )


def _incident(entry: Incident) -> Terms:
    """Everybody is asked every so many hours until each has been told (E-82)."""
    every = (entry.nudge_hours or 24) * MINUTES_OF_AN_HOUR
    return Terms(
        rule=f"incidents.{entry.key}",
        sort=Sort.INCIDENT,
        title=entry.title,
        told_roles=entry.told,
        raised_by=frozenset(entry.raised_by),
        within=entry.within,
        ladder=Ladder(again=(every,), up_every=every),
        climbs=False,
        all_must=entry.nudge_hours is not None,
    )
