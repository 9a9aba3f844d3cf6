"""A checked list in words, for the command line. Ids and references only, no names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.calendar.wording import say_count
from domain.lists.checked import Changes, Checked

LONGEST_LIST = 20
WORDS = {
    "people": {
        "one": "person",
        "left": "Left",
        "returned": "Back again",
        "full": "people who are not in the file are marked as left",
    },
    "records": {
        "one": "record",
        "left": "Closed",
        "returned": "Open again",
        "full": "records that are not in the file are closed",
    },
}


def describe(checked: Checked[object], *, dry_run: bool = False) -> list[str]:
    """Every fault, or what the list changes; the last line says whether anything was written."""
    if checked.faults:
        count = say_count(len(checked.faults), "fault")
        return [*map(str, checked.faults), f"Nothing was written: {count} in the file."]
    return [*describe_changes(checked), _end(checked, dry_run=dry_run)]


def describe_changes(checked: Checked[object]) -> Iterator[str]:
    """What a list without a fault changes, a sentence each."""
    changes, words = checked.changes, WORDS[checked.noun]
    yield _sums(checked.noun, changes)
    yield from _some("New", changes.new)
    yield from _some(
        "Changed", (f"{key} ({', '.join(names)})" for key, names in changes.changed.items())
    )
    yield from _some(
        "Moved team",
        (
            f"{one.key} from {one.before or 'none'} to {one.after or 'none'}"
            for one in changes.moved
        ),
    )
    yield from _some(words["returned"], changes.returned)
    yield from _some(words["left"], changes.left)
    if checked.full:
        yield f"With --full, {words['full']}."
    elif changes.missing:
        yield f"Not in the file and left as before: {_count(changes.missing, checked.noun)}."
    yield from _some("Columns not in the file, left as they are", checked.kept)


def _sums(noun: str, changes: Changes) -> str:
    counts = {
        "new": len(changes.new),
        "changed": len(changes.changed.keys() | set(changes.returned)),
        "unchanged": changes.unchanged,
    }
    total = _count(sum(counts.values()), noun)
    return f"{total} in the file: {', '.join(f'{count} {word}' for word, count in counts.items())}."


def _some(title: str, words: Iterable[str]) -> Iterator[str]:
    found = list(words)
    if found:
        more = len(found) - LONGEST_LIST
        tail = f" and {more} more" if more > 0 else ""
        yield f"{title}: {', '.join(found[:LONGEST_LIST])}{tail}"


def _end(checked: Checked[object], *, dry_run: bool) -> str:
    if not checked.to_write:
        return "Nothing to write: everything is as it was."
    count = _count(len(checked.to_write), checked.noun)
    return f"Nothing was written: this would write {count}." if dry_run else f"Written: {count}."


def _count(number: int, noun: str) -> str:
    return say_count(number, WORDS[noun]["one"], noun)
