"""Buttons: what they carry, and rows that no client cuts off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from cards.elements import (
    Action,
    ActionSet,
    Container,
    Element,
    Execute,
    Refresh,
    ShowCard,
    SubCard,
    Submit,
    TextBlock,
)
from cards.elements.actions import ActionStyle
from cards.kit.escape import clean, escape
from domain.refs import Ref

ROW_WIDTH = 302.0
INNER_WIDTH = 270.0
"""Pixels for a row on a card and in a ShowCard: the official renderer cuts a longer one off."""


class Subject(Protocol):
    """What a button is about."""

    @property
    def ref(self) -> Ref:
        """The row's reference."""

    @property
    def version(self) -> int:
        """The row's version when the card was drawn."""


@dataclass(frozen=True, slots=True)
class Target:
    """A subject that is not the card's own, such as the reader."""

    ref: Ref
    version: int = 1


def press(title: str, verb: str, of: Subject) -> Execute:
    """A press on a line or a cell: no style, no fallback; the title is its accessible name."""
    return Execute(title=clean(title), verb=verb, data=_data(of))


def button(title: str, verb: str, of: Subject, *, primary: bool = False) -> Execute:
    """A button that asks for a use case; the data is the reference and its version, no more."""
    return Execute(title=clean(title), verb=verb, data=_data(of), style=_style(primary=primary))


def submits(title: str, verb: str, of: Subject, *, primary: bool = False) -> Submit:
    """A button of a dialog over a message, whose answer Teams takes from a Submit alone."""
    return Submit(
        title=clean(title), data={"verb": verb, **_data(of)}, style=_style(primary=primary)
    )


def refreshing(of: Subject, verb: str, user_ids: Sequence[str]) -> Refresh:
    """The card comes up to date when one of these (``29:`` ids, at most 60) looks at it.

    Only for cards without inputs, and for verbs that read and change nothing.
    """
    action = Execute(title="Refresh", verb=verb, data=_data(of))
    return Refresh(action=action, user_ids=list(user_ids))


def opens(title: str, *body: Element | None, primary: bool = False) -> ShowCard:
    """A button that opens a small form under the row."""
    items = [element for element in body if element is not None]
    return ShowCard(title=clean(title), card=SubCard(body=items), style=_style(primary=primary))


def rows(*groups: Sequence[Action | None], width: float = ROW_WIDTH) -> list[Element]:
    """Each group starts a row of its own and goes on in a further one where it is too wide."""
    lines = [line for group in groups for line in _wrapped(group, width)]
    return [
        ActionSet(actions=actions, spacing="Small" if index else "Medium")
        for index, actions in enumerate(lines)
    ]


def width_of(actions: Iterable[Action]) -> float:
    """Pixels that a row of these takes: 7.4 a character, 26 a button, 8 between two."""
    each = [7.4 * len(action.title or "") + 26 for action in actions]
    return sum(each) + 8 * max(0, len(each) - 1)


def _wrapped(group: Sequence[Action | None], width: float) -> list[list[Action]]:
    lines: list[list[Action]] = []
    for action in group:
        if action is None:
            continue
        if lines and width_of([*lines[-1], action]) <= width:
            lines[-1].append(action)
        else:
            lines.append([action])
    return lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsafe:
    """The button that raises what cannot wait: its words, and the card that it stands on.

    ``gap`` says that supervision is too long ago, where the bot knows that by itself (E-54).
    """

    label: str
    ref: Ref
    gap: str = ""
    version: int = 1


def unsafe_band(unsafe: Unsafe | None) -> Element | None:
    """The way to an immediate response, on every card of an audit, always last and the same."""
    if unsafe is None:
        return None
    lead = TextBlock(text="Worried about the child right now?", wrap=True, weight="Bolder")
    calm = TextBlock(
        text="Do not wait for the end. What you have typed is kept.",
        wrap=True,
        size="Small",
        is_subtle=True,
        spacing="None",
    )
    raise_it = button(unsafe.label, "raise_response", unsafe)
    items: list[Element] = [lead, calm, *rows([raise_it])]
    if unsafe.gap:
        said = TextBlock(text=escape(unsafe.gap), wrap=True, spacing="Medium")
        items += [said, *rows([button("Raise the gap", "raise_gap", unsafe)])]
    return Container(style="emphasis", bleed=True, spacing="Medium", items=items)


def _style(*, primary: bool) -> ActionStyle | None:
    return "positive" if primary else None


def _data(of: Subject) -> dict[str, object]:
    return {"id": str(of.ref), "version": of.version}
