"""Whether what a programme looks at can be found, and its sample be read."""

from __future__ import annotations

from collections.abc import Iterator

from domain.frameworks.framework import Framework
from domain.frameworks.programme import Programme


def subjects(framework: Framework) -> Iterator[str]:
    """Settings without a name, samples that nobody could read, answers that mean a grade too."""
    for key, programme in framework.programmes.items():
        for fault in _of(programme):
            yield f"programmes.{key}.selection{fault}"
        plan = programme.selection.follows
        if plan and plan not in {one.key for one in framework.approvals}:
            yield f"programmes.{key}.selection.follows: {plan!r} is not an approval of this file"
        yield from _answers(f"programmes.{key}", programme, frozenset(framework.grades.keys))


def _of(programme: Programme) -> Iterator[str]:
    rule = programme.selection
    if (rule.subject == "setting") is not bool(rule.settings):
        yield ".settings: say which settings are meant, and only where the subject is a setting"
    if rule.subject == "sample" and rule.sample is None:
        yield ": one person reads several records; say under sample what is asked of each"
    if rule.sample and rule.subject not in {"sample", "team"}:
        yield ".sample: only a team or a sample has several records to read"
    if rule.sample and rule.sample.of == "supervision" and rule.subject != "team":
        yield ".sample: workers' supervision is drawn for a team, so the subject must be a team"
    if (rule.subject == "service") is not bool(rule.follows):
        yield ".follows: say whose plan a service follows, and only where it is one"
    if rule.follows and not rule.by_itself:
        yield ".follows: what follows a plan opens by itself"
    if rule.by_itself and not programme.cycle.months:
        yield ".by_itself: without a calendar there is no day on which it could open"


def _answers(place: str, programme: Programme, grades: frozenset[str]) -> Iterator[str]:
    sample = programme.selection.sample
    lists = [(f"{place}.areas[{i}]", area.answers) for i, area in enumerate(programme.areas)]
    for where, answers in [*lists, (f"{place}.selection.sample", sample.answers if sample else ())]:
        keys = [answer.key for answer in answers]
        for key in sorted({key for key in keys if keys.count(key) > 1 or key in grades}):
            yield f"{where}.answers: {key!r} is there twice or is a grade; call it something else"
