"""What stands in the inputs of compare-and-decide, and how a final grade is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cards.audits.parts import NOT_APPLICABLE, GradeChoice
from cards.elements import Choice, ChoiceInput, Element
from cards.kit import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """What stands in the inputs: final grades by area, overall, and the words."""

    areas: tuple[tuple[int, str], ...] = ()
    overall: str | None = None
    reason: str = ""
    plan: str = ""
    wider: str = ""

    def area(self, number: int) -> str | None:
        """The final grade of an area; None while it is open."""
        return dict(self.areas).get(number)


def grade_field(
    name: str,
    label: str,
    grades: Sequence[GradeChoice],
    value: str | None,
    *,
    not_applicable: bool,
) -> Element:
    """One grade out of the scale, in a closed list: a card has many of them."""
    choices = [(grade.value, grade.title) for grade in grades]
    if not_applicable:
        choices.append((NOT_APPLICABLE, "Not applicable"))
    return ChoiceInput(
        id=name,
        label=clean(label),
        choices=[Choice(title=clean(read), value=key) for key, read in choices],
        value=value,
        style="compact",
        placeholder="Choose a grade",
        wrap=True,
        error_message="Choose one.",
        spacing="Medium",
    )
