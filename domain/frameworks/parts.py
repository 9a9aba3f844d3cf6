"""What every part of a framework file is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]

# Who somebody is to the record, found in the staff list when the moment comes
Relation = Literal[
    "worker",
    "team_manager",
    "line_manager",
    "service_manager",
    "head_of_service",
    "iro",
    "cp_chair",
    "auditors",
    "everyone_in_the_audit",
]

Prompt = Annotated[Text, StringConstraints(max_length=110)]


class Part(BaseModel):
    """A table of the file: frozen, and a key that it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)


class Answer(Part):
    """One short answer of a list that an area offers in place of grades."""

    key: Key
    title: Annotated[Text, StringConstraints(max_length=40)]


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a field whose words must be listed elsewhere in the file (`check.py` looks)."""

    what: Literal["role", "grade", "seat", "programme"]


RoleKeys = Annotated[tuple[Key, ...], Names("role")]
GradeKeys = Annotated[tuple[Key, ...], Names("grade")]
SeatKeys = Annotated[tuple[Key, ...], Names("seat")]
ProgrammeKeys = Annotated[tuple[Key, ...], Names("programme")]


class Entry(Part):
    """An entry that answers rows of the council's document.

    ``ref`` holds the rows (HER-02), ``silence`` the defaults chosen where the document is
    silent (E-42), ``note`` why. ``on = false`` keeps a rule that is switched off; ``link`` is
    the council's own form or policy, empty where it was not supplied (E-20).
    """

    ref: tuple[str, ...] = ()
    silence: tuple[str, ...] = ()
    note: str = ""
    link: str = ""
    on: bool = True


class KeyedEntry(Entry):
    """An entry of a list, with the key by which the rest of the product knows it."""

    key: Key
    title: Text
