from __future__ import annotations

import re

from domain.permissions.relations import Relation
from domain.permissions.rights import rights
from tools.permissions import DOCUMENT, MEANINGS, document
from usecases.asking import verbs


def cells(verb: str) -> dict[Relation, str]:
    """A verb's row of the file, by relation."""
    (row,) = re.findall(rf"^\| `{verb}` \|(.*)\|$", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    return dict(zip(Relation, (cell.strip() for cell in row.split("|")), strict=True))


def test_the_file_is_up_to_date() -> None:
    assert DOCUMENT.read_text("utf-8") == document(), "run: python -m tools.permissions"


def test_every_relation_says_what_it_means() -> None:
    assert set(MEANINGS) == set(Relation)


def test_every_verb_has_a_right_and_every_right_a_verb() -> None:
    assert set(verbs()) == set(rights())
    assert all(rights().values())


def test_the_table_says_what_is_asked_at_a_press() -> None:
    for verb, allowed in rights().items():
        assert {relation for relation, mark in cells(verb).items() if mark == "yes"} == allowed


def test_nobody_may_do_something_for_being_a_colleague_alone() -> None:
    assert not [verb for verb, allowed in rights().items() if Relation.COLLEAGUE in allowed]
