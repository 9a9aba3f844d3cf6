"""Where the council's file says a step, and what it asks there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.follow_up.step import Step, StepKind
from domain.frameworks.follow_up import AfterAudit, Again, Confirmation, Consequence, FollowUp
from domain.frameworks.framework import Framework, FrameworkFault
from domain.frameworks.programme import Programme
from domain.frameworks.re_audit import first_key
from domain.frameworks.sections import Activity

RECOMMENDED = "recommendations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a step asks, in the profile's words; empty where the file has dropped the rule."""

    title: str
    asks: tuple[str, ...] = ()
    comment: bool = False
    signed_off: bool = False
    confirms: tuple[Confirmation, ...] = ()
    notes: tuple[str, ...] = ()
    to_paste: bool = False
    again: Again | None = None

    def confirmation(self, key: str) -> Confirmation | None:
        """One of its ticks."""
        return next((one for one in self.confirms if one.key == key), None)


def rule_of_consequence(rule: FollowUp, place: int) -> str:
    """``follow_up.inadequate.1``: the second consequence of a rule."""
    return f"follow_up.{rule.key}.{place}"


def rule_of_activity(activity: Activity) -> str:
    """``activities.supervision_talk``."""
    return f"activities.{activity.key}"


def consequences(programme: Programme) -> Iterator[tuple[FollowUp, int, Consequence]]:
    """Everything that a programme's final grades cause, with its place in its rule."""
    for rule in programme.follow_up:
        for place, then in enumerate(rule.then):
            if rule.on and then.on and then.does != "nothing":
                yield rule, place, then


def after_audits(framework: Framework, programme: str) -> Iterator[tuple[Activity, AfterAudit]]:
    """The activities that are asked for after an audit of that programme, or its re-audit."""
    for each in framework.activities:
        rule = each.after_audit
        if each.on and rule and (not rule.programmes or first_key(programme) in rule.programmes):
            yield each, rule


def known_programme(framework: Framework, key: str) -> Programme | None:
    """The programme of that key, also of a re-audit; None where the file has dropped it since."""
    try:
        return framework.programme(key)
    except FrameworkFault:
        return None


def terms_of(framework: Framework, step: Step) -> Terms:
    """What the file asks for in a step today."""
    section, _, rest = step.rule.partition(".")
    if section == "activities":
        return _of_activity(framework, rest)
    programme = known_programme(framework, step.programme)
    if programme is None:
        return Terms(title="")
    if step.kind is StepKind.RECOMMENDATION:
        return _of_recommendation(programme)
    return _of_consequence(programme, rest)


def _of_activity(framework: Framework, key: str) -> Terms:
    found = next((each for each in framework.activities if each.key == key), None)
    if found is None or found.after_audit is None:
        return Terms(title="")
    rule = found.after_audit
    return Terms(
        title=found.title,
        confirms=rule.confirms,
        notes=found.notes,
        to_paste=rule.to_paste,
        again=rule.again,
    )


def _of_recommendation(programme: Programme) -> Terms:
    rule = programme.recommendations
    if rule is None:
        return Terms(title="")
    return Terms(
        title="Recommendation",
        asks=rule.asks,
        signed_off=bool(rule.signed_off_by),
        again=rule.again,
    )


def _of_consequence(programme: Programme, place: str) -> Terms:
    for rule, number, then in consequences(programme):
        if rule_of_consequence(rule, number) == f"follow_up.{place}":
            return Terms(
                title=rule.title,
                asks=then.asks,
                comment=then.comment,
                signed_off=bool(then.signed_off_by),
                again=then.again,
            )
    return Terms(title="")
