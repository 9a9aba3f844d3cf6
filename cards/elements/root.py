"""The card itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from cards.elements.actions import Execute
from cards.elements.base import Element, Node


class Refresh(Node):
    """Asked for by the client when it shows the card; only for the people named (at most 60)."""

    action: Execute
    user_ids: Sequence[str]


class Root(Node):
    """An Adaptive Card 1.5; buttons stand in ActionSets of the body, never in ``actions``."""

    element_type: ClassVar[str] = "AdaptiveCard"
    version: str = "1.5"
    lang: str = "en-GB"
    fallback_text: str
    body: Sequence[Element]
    refresh: Refresh | None = None
