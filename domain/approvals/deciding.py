"""Sending, passing and returning: what an approval becomes by it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from domain.approvals.approval import Approval, ApprovalState, Item, ItemState
from domain.faults import Fault

Answers = Mapping[int, tuple[str, ...]]
"""What was written, by the number of the item."""


def written(approval: Approval, answers: Answers, link: str) -> Approval:
    """The approval with what was typed; what waits or has passed stays as it is."""
    theirs = {item.number for item in approval.to_write}
    items = tuple(
        replace(item, answers=answers.get(item.number, ())) if item.number in theirs else item
        for item in approval.items
    )
    return replace(approval, items=items, link=link)


def sent(approval: Approval, sender: str, now: datetime, *, whole: bool) -> Approval:
    """Every item that was written goes out; raises Fault at the first that is half written.

    ``whole``: all of them must be. Where not, what nobody wrote is left out.
    """
    kept = [item for item in approval.items if not _left_out(item, whole=whole)]
    for item in kept:
        _check(item)
    if not any(item in approval.to_write for item in kept):
        raise Fault("Please write what is to be passed. Nothing was sent.", field="link")
    items = tuple(_goes_out(item) for item in kept)
    return settled(replace(approval, items=items, sender=sender, sent_at=now), now)


def passed(
    approval: Approval, numbers: Collection[int], by: str, now: datetime, *, levels: int
) -> Approval:
    """These items are passed at their level, and wait at the next one where there is one."""
    items = tuple(
        _up(replace(item, decided_by=by, decided_at=now), levels)
        if item.number in numbers and item.state is ItemState.WAITING
        else item
        for item in approval.items
    )
    return settled(replace(approval, items=items), now)


def returned(
    approval: Approval, numbers: Collection[int], by: str, reason: str, now: datetime
) -> Approval:
    """These items go back with the reason, to begin again at the first level."""
    items = tuple(
        replace(
            item,
            state=ItemState.RETURNED,
            level=0,
            decided_by=by,
            decided_at=now,
            reason=reason,
        )
        if item.number in numbers and item.state is ItemState.WAITING
        else item
        for item in approval.items
    )
    return settled(replace(approval, items=items), now)


def settled(approval: Approval, now: datetime) -> Approval:
    """The approval in the state that its items make."""
    states = {item.state for item in approval.items}
    if ItemState.WAITING in states:
        return replace(approval, state=ApprovalState.WAITING)
    if ItemState.RETURNED in states:
        return replace(approval, state=ApprovalState.RETURNED)
    return replace(approval, state=ApprovalState.PASSED, passed_at=now)


def _up(item: Item, levels: int) -> Item:
    """At the next level, or passed after the last."""
    if item.level + 1 < levels:
        return replace(item, level=item.level + 1)
    return replace(item, state=ItemState.PASSED)


def _left_out(item: Item, *, whole: bool) -> bool:
    return not whole and item.state is ItemState.OPEN and not any(item.answers)


def _check(item: Item) -> None:
    if item.state in {ItemState.OPEN, ItemState.RETURNED}:
        lacking = [n for n, answer in enumerate(item.answers or ("",), 1) if not answer]
        if lacking:
            raise Fault(
                f"Please answer what is asked of “{item.name}”. Nothing was sent.",
                field=f"answer_{item.number}_{lacking[0]}",
            )


def _goes_out(item: Item) -> Item:
    if item.state in {ItemState.OPEN, ItemState.RETURNED}:
        return replace(item, state=ItemState.WAITING, level=0, reason="")
    return item
