"""What is filled in. Every input has a label and says what is wrong (README of the cards, 7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from cards.elements.base import Element, Node


class Input(Element):
    """A field; its ``id`` is the key under which the answer comes back."""

    id: str
    label: str
    error_message: str
    is_required: bool | None = None


class TextInput(Input):
    """Free text."""

    element_type: ClassVar[str] = "Input.Text"
    value: str | None = None
    placeholder: str | None = None
    max_length: int | None = None
    is_multiline: bool | None = None


class Choice(Node):
    """One choice: what is read and what is sent."""

    title: str
    value: str


class ChoiceInput(Input):
    """One of several; ``filtered`` is a compact list that typing narrows."""

    element_type: ClassVar[str] = "Input.ChoiceSet"
    choices: Sequence[Choice]
    value: str | None = None
    style: Literal["compact", "expanded", "filtered"] | None = None
    is_multi_select: bool | None = None
    placeholder: str | None = None
    wrap: bool | None = None


class DateInput(Input):
    """A day, as ``2026-11-10``."""

    element_type: ClassVar[str] = "Input.Date"
    value: str | None = None
    min: str | None = None
    max: str | None = None


class TimeInput(Input):
    """A time of the day, as ``14:00``."""

    element_type: ClassVar[str] = "Input.Time"
    value: str | None = None
    min: str | None = None
    max: str | None = None


class NumberInput(Input):
    """A number."""

    element_type: ClassVar[str] = "Input.Number"
    value: int | float | None = None
    min: int | float | None = None
    max: int | float | None = None


class ToggleInput(Input):
    """A tick; ``title`` stands beside the box."""

    element_type: ClassVar[str] = "Input.Toggle"
    title: str
    value: str | None = None
    value_on: str | None = None
    value_off: str | None = None
    wrap: bool | None = None
