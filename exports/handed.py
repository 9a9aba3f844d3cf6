"""Workbooks that people are handed in their chat.

The library that writes them is loaded with the first of them: a service that starts needs none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from domain.actions.tracker import TrackedLine


def hand_actions(lines: Sequence[TrackedLine], today: date) -> bytes:
    """A tracker."""
    from exports.actions_book import actions_book  # noqa: PLC0415 - see above

    return actions_book(lines, today)


def hand_ledger(found: Mapping[str, Any]) -> bytes:
    """The ledger of a response."""
    from exports.ledger_book import ledger_book  # noqa: PLC0415 - as above

    return ledger_book(found)
