"""Whether what the document leaves open was chosen one way in the whole file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from domain.frameworks.framework import Framework
from domain.frameworks.parts import Entry
from domain.frameworks.walk import entries

# The setting that a silence is about, where it is one setting wherever it comes up. Others, such
# as E-71, are about several days that differ by nature.
SETTINGS: Mapping[str, str] = {
    "E-07": "warn_steps",
    "E-10": "skip_audited_within_months",
    "E-14": "warn_days",
    "E-25": "answer_within",
    "E-48": "chase_days",
    "E-52": "answer_within",
    "E-54": "gap_months",
    "E-66": "fewer_than",
    "E-67": "cadence",
    "E-69": "on",
    "E-72": "final_grade",
    "E-80": "due",
    "E-81": "within",
    "E-82": "within",
    "E-83": "within_days",
    "E-97": "within_days",
}


def chosen_differently(framework: Framework) -> Iterator[str]:
    """Silences whose setting is one thing in one entry and another thing in another."""
    first: dict[str, tuple[str, object]] = {}
    for place, entry in entries(framework):
        for silence, field in _settings(entry):
            value = getattr(entry, field)
            where, chosen = first.setdefault(silence, (place, value))
            if value != chosen:
                yield (
                    f"{place}.{field}: {silence} is chosen twice: {_say(value)} here, and "
                    f"{_say(chosen)} in {where}"
                )


def _settings(entry: Entry) -> Iterator[tuple[str, str]]:
    """The silences of an entry that has their setting."""
    for silence in entry.silence:
        field = SETTINGS.get(silence)
        if field and field in type(entry).model_fields:
            yield silence, field


def _say(value: object) -> str:
    """The value as the file has it, near enough to find it there."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return "nothing" if value is None else str(value)
