"""How a council's file words the questions to a family by age, and what it asks them to rate."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from domain.frameworks.deadlines import Count
from domain.frameworks.parts import Part, Text

Age = Literal["child", "young_person", "young_adult", "adult"]


class RatingAsked(Part):
    """A question that is answered on a scale; ``steps`` stand best first.

    From the step number ``low_from`` on, counted from 1, an answer counts as low.
    """

    question: Text
    steps: Annotated[tuple[Text, ...], Field(min_length=2, max_length=6)]
    low_from: Count

    @model_validator(mode="after")
    def _low_is_a_step(self) -> Self:
        if not 2 <= self.low_from <= len(self.steps):
            raise ValueError("low_from must be the number of a step after the first")
        return self
