"""Whether a quota's parts add up, and are filled by work that there is in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.frameworks.framework import Framework
from domain.frameworks.sections import Quota
from domain.frameworks.sentences import did_you_mean


def quota_parts(framework: Framework) -> Iterator[str]:
    """Quotas that nobody could fill, or whose parts say something else than the whole."""
    yield from _counted(framework)
    work = _work(framework)
    for index, quota in enumerate(framework.quotas):
        place = f"quotas[{index}]"
        yield from _parts(place, quota)
        for part, keys in quota.filled_by.items():
            yield from _unknown(f"{place}.filled_by.{part}", keys, work)


def _counted(framework: Framework) -> Iterator[str]:
    """Feedback that counts for a quota that there is not, or that is owed in parts."""
    whole = frozenset(quota.key for quota in framework.quotas if not quota.parts)
    for index, rule in enumerate(framework.feedback):
        named = [rule.counts_for] if rule.counts_for else []
        yield from _unknown(f"feedback[{index}].counts_for", named, whole)


def _work(framework: Framework) -> frozenset[str]:
    """The keys of what somebody can have done."""
    done = (*framework.observations, *framework.activities)
    return frozenset(framework.programmes) | {entry.key for entry in done}


def _parts(place: str, quota: Quota) -> Iterator[str]:
    owed, parts = sum(quota.parts.values()), frozenset(quota.parts)
    if parts and owed != quota.total:
        yield f"{place}.parts: they add up to {owed}, and the total is {quota.total}"
    yield from _unknown(f"{place}.spare", [quota.spare] if quota.spare else [], parts)
    yield from _unknown(f"{place}.filled_by", quota.filled_by, parts)


def _unknown(place: str, named: Iterable[str], known: frozenset[str]) -> Iterator[str]:
    for key in named:
        if key not in known:
            yield f"{place}: nothing has the key {key!r} here{did_you_mean(key, known)}"
