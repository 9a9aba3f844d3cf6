"""Fields of forms, worded the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cards.elements import Choice, ChoiceInput, DateInput, Element, TextInput
from cards.kit.escape import clean


def text_field(
    name: str,
    label: str,
    *,
    limit: int,
    value: str = "",
    hint: str = "",
    required: str = "",
) -> Element:
    """Free text of at most ``limit`` characters.

    ``required`` is what the client says when it is empty; only inside a ShowCard, since elsewhere
    it would block Save and the way out.
    """
    return TextInput(
        id=name,
        label=clean(label),
        is_multiline=True,
        max_length=limit,
        value=value or None,
        placeholder=clean(hint) or None,
        error_message=clean(required) or f"Please keep this to {limit:,} characters.",
        is_required=bool(required) or None,
        spacing="Medium",
    )


def choice_field(
    name: str,
    label: str,
    choices: Iterable[tuple[str, str]],
    *,
    value: str | None = None,
    filtered: bool | str = False,
    required: bool = False,
) -> Element:
    """One of several, given as (value, title); ``filtered`` for a long list of people.

    Of a long list of something else ``filtered`` says what to type into it.

    The official renderer ties no label to a filtered list, so there the placeholder names it.
    """
    return ChoiceInput(
        id=name,
        label=clean(label),
        choices=[Choice(title=clean(title), value=key) for key, title in choices],
        value=value,
        style="filtered" if filtered else "expanded",
        placeholder="Type a name" if filtered is True else filtered or None,
        wrap=True,
        error_message="Choose one.",
        is_required=required or None,
        spacing="Medium",
    )


def short_field(
    name: str, label: str, *, limit: int, value: str = "", hint: str = "", required: str = ""
) -> Element:
    """One line of text, such as a reference; ``required`` as in ``text_field``."""
    return TextInput(
        id=name,
        label=clean(label),
        max_length=limit,
        value=value or None,
        placeholder=clean(hint) or None,
        error_message=clean(required) or f"Please keep this to {limit:,} characters.",
        is_required=bool(required) or None,
        spacing="Medium",
    )


def date_field(
    name: str, label: str, *, value: str = "", latest: date | None = None, error: str = ""
) -> Element:
    """A day, sent as ``2026-11-10``; ``latest`` is the last one that may be chosen."""
    return DateInput(
        id=name,
        label=clean(label),
        value=value or None,
        max=latest.isoformat() if latest else None,
        error_message=clean(error) or "Please choose a day.",
        spacing="Medium",
    )


def list_field(
    name: str, label: str, choices: Iterable[tuple[str, str]], *, value: str = ""
) -> Element:
    """One of a short list that folds away, such as a filter; (value, title) each.

    The client shows no choice whose value is empty, so its title stands there as a placeholder.
    """
    titles = dict(choices)
    return ChoiceInput(
        id=name,
        label=clean(label),
        choices=[Choice(title=clean(title), value=key) for key, title in titles.items()],
        value=value,
        placeholder=None if value else clean(titles.get("", "")) or None,
        style="compact",
        wrap=True,
        error_message="Choose one.",
        spacing="Medium",
    )


def many_field(
    name: str, label: str, choices: Iterable[tuple[str, str]], *, value: str = ""
) -> Element:
    """Several of a list, given as (value, title); sent as values with commas between."""
    return ChoiceInput(
        id=name,
        label=clean(label),
        choices=[Choice(title=clean(title), value=key) for key, title in choices],
        value=value or None,
        style="expanded",
        is_multi_select=True,
        wrap=True,
        error_message="Choose one or more.",
        spacing="Medium",
    )
