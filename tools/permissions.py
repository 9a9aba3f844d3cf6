"""Writes docs/permissions.md: who may use which verb, out of the table that is asked.

``python -m tools.permissions`` writes the file anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from domain.permissions.relations import Relation
from domain.permissions.rights import rights
from usecases.asking import Verb, verbs

DOCUMENT = Path(__file__).parents[1] / "docs" / "permissions.md"
HEAD = """\
# Who may do what

Made by `python -m tools.permissions` out of `domain/permissions/`; a test fails while it is not
up to date. How somebody stands to a subject is worked out from the database at every press, never
read from the card. A verb without a right can be used by nobody.
"""
MEANINGS = {
    Relation.HOLDER: "holds the seat or the duty, or covers today for whoever does",
    Relation.TOLD: "was told of the audit",
    Relation.WORKER: "works on the record",
    Relation.COORDINATOR: "runs cycles, by the framework's roles",
    Relation.SELF: "the row is about themselves",
    Relation.COLLEAGUE: "anybody in the staff list",
}


def document() -> str:
    """The file's text."""
    return "\n".join([HEAD, *_relations(), *_tables()]) + "\n"


def _relations() -> Iterator[str]:
    yield "| relation | who |"
    yield "|---|---|"
    for relation, meaning in MEANINGS.items():
        yield f"| {relation} | {meaning} |"


def _tables() -> Iterator[str]:
    """A table for each kind of subject: verb by relation."""
    known = sorted(verbs().values(), key=attrgetter("subject", "name"))
    for subject, group in groupby(known, key=attrgetter("subject")):
        yield f"\n## {subject.capitalize()}\n"
        yield f"| verb | {' | '.join(Relation)} |"
        yield f"|---|{'---|' * len(Relation)}"
        yield from (_row(verb) for verb in group)


def _row(verb: Verb) -> str:
    allowed = rights().get(verb.name, frozenset())
    marks = ["yes" if relation in allowed else "" for relation in Relation]
    return f"| `{verb.name}` | {' | '.join(marks)} |".replace("|  ", "| ")


if __name__ == "__main__":
    DOCUMENT.write_text(document(), "utf-8")
