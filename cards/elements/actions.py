"""What can be pressed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal

from cards.elements.base import Element, Node

ActionStyle = Literal["default", "positive"]


class Action(Node):
    """Something to press."""

    title: str | None = None
    style: ActionStyle | None = None
    tooltip: str | None = None


class Submit(Action):
    """A press for clients that do not know Execute; its data carries the verb too."""

    element_type: ClassVar[str] = "Action.Submit"
    data: Mapping[str, object]


class Execute(Action):
    """A press that asks for ``verb`` with ``data``; the inputs are merged in by the client."""

    element_type: ClassVar[str] = "Action.Execute"
    verb: str
    data: Mapping[str, object]
    fallback: Submit | None = None

    def with_fallback(self) -> Execute:
        """The same press with what an old client shows in its place."""
        if "fallback" in self._data:
            return self
        had: dict[str, Any] = self.properties()
        data = {"verb": had["verb"], **had["data"]}
        submit = Submit(title=had.get("title"), style=had.get("style"), data=data)
        return Execute(**had, fallback=submit)


class OpenUrl(Action):
    """Opens a page outside Teams; the title says so ("Open in …")."""

    element_type: ClassVar[str] = "Action.OpenUrl"
    url: str


class ToggleVisibility(Action):
    """Shows what is hidden of these ids and hides what is shown."""

    element_type: ClassVar[str] = "Action.ToggleVisibility"
    target_elements: Sequence[str]


class SubCard(Node):
    """The small card that a ShowCard opens."""

    element_type: ClassVar[str] = "AdaptiveCard"
    version: str = "1.5"
    lang: str = "en-GB"
    body: Sequence[Element]


class ShowCard(Action):
    """Opens a small card under the row of buttons."""

    element_type: ClassVar[str] = "Action.ShowCard"
    card: SubCard


class ActionSet(Element):
    """One row of buttons. An Execute in it gets its Submit fallback here."""

    element_type: ClassVar[str] = "ActionSet"
    actions: Sequence[Action]

    def properties(self) -> dict[str, Any]:
        """As set, every Execute with its fallback: old clients know it only in an ActionSet."""
        had = super().properties()
        had["actions"] = [
            action.with_fallback() if isinstance(action, Execute) else action
            for action in had["actions"]
        ]
        return had
