"""What comes in from outside and is counted: complaints, compliments, consultations (SEF-52)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from domain.frameworks.parts import KeyedEntry, RoleKeys, Text

if TYPE_CHECKING:
    from domain.frameworks.framework import Framework

Short = Annotated[Text, Field(max_length=100)]


class Intake(KeyedEntry):
    """What is noted of each thing that comes in, and by whom; nobody is named in it.

    ``kinds`` and ``routes`` are choices, ``themes`` what it is counted by each ``per``, and with
    an outcome it is closed. A ``lesson`` is asked for, or needed before it is closed, and told to
    those whom it goes ``to``; ``actions`` can be linked to it. Without ``lesson`` no free text is
    kept at all (SOM-63).
    """

    kinds: Annotated[tuple[Short, ...], Field(min_length=1)]
    routes: tuple[Short, ...] = ()
    themes: Annotated[tuple[Short, ...], Field(min_length=1)]
    outcomes: tuple[Short, ...] = ()
    noted_by: Annotated[RoleKeys, Field(min_length=1)]
    to: RoleKeys = ()
    lesson: Literal["none", "asked", "needed"] = "none"
    actions: bool = False
    per: Literal["month", "quarter"] = "quarter"


def intake_faults(framework: Framework) -> Iterator[str]:
    """Entries that could not do what they say: lessons for nobody, actions without a rule."""
    for index, entry in enumerate(framework.intake):
        place = f"intake[{index}]"
        if entry.lesson == "needed" and not entry.outcomes:
            yield f"{place}.lesson: needed before it is closed, but no outcome closes it"
        if entry.actions and not framework.actions:
            yield f"{place}.actions: the file has no [[actions]] by which they would be kept"
        if entry.to and entry.lesson == "none":
            yield f"{place}.to: nobody is told of anything without a lesson"
