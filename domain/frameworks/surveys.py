"""Whether what is asked after an audit is asked of somebody, and after audits that there are."""

from __future__ import annotations

from collections.abc import Iterator

from domain.frameworks.framework import Framework
from domain.frameworks.sections import FeedbackRule
from domain.frameworks.sentences import did_you_mean


def surveys(framework: Framework) -> Iterator[str]:
    """Questions after programmes that the file does not have, or that nobody would be sent."""
    for index, rule in enumerate(framework.feedback):
        yield from _of(f"feedback[{index}]", rule, frozenset(framework.programmes))


def _of(place: str, rule: FeedbackRule, programmes: frozenset[str]) -> Iterator[str]:
    after = rule.cadence.after if rule.cadence else ()
    for key in after:
        if key not in programmes:
            near = did_you_mean(key, programmes)
            yield f"{place}.cadence.after: {key!r} is not a programme of this file{near}"
    if after and not rule.own:
        yield f"{place}.own: whoever is asked after an audit answers it themselves; say own = true"
    if rule.put_to != "everybody" and not after:
        yield f"{place}.put_to: of which audit? Name its programme under cadence.after"
