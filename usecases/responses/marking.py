"""Puts the way to an immediate response on every card of an audit (SEF-07, E-13, E-54)."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date

from cards.card import Card
from cards.kit import Unsafe
from domain.calendar.wording import say_date
from domain.refs import Ref
from domain.responses.rules import button_label, gap_rule
from domain.responses.times import is_gap
from usecases.council import Council
from usecases.ports import UnitOfWork
from usecases.responses.about import RECORDS, about_of, concern_ref


async def marked(uow: UnitOfWork, council: Council, card: Card | None, today: date) -> Card | None:
    """The card with the button, where it has a place for one and the council wants it."""
    if card is None or not is_dataclass(card) or isinstance(card, type):
        return card
    label = button_label(council.framework)
    if not label or "unsafe" not in {field.name for field in fields(card)}:
        return card
    ref, version = getattr(card, "ref", None), getattr(card, "version", None)
    if not isinstance(ref, Ref) or not isinstance(version, int):
        return card
    if ref.kind in RECORDS and await about_of(uow, ref) is None:
        return card  # feedback that is about no record
    gap = await _gap(uow, council, ref, today)
    place = Unsafe(label=label, ref=concern_ref(ref, version), gap=gap)
    changed: Card = replace(card, unsafe=place)
    return changed


async def _gap(uow: UnitOfWork, council: Council, ref: Ref, today: date) -> str:
    """``Supervision was last recorded on …``, where that is too long ago and nobody raised it."""
    rule = gap_rule(council.framework)
    if rule is None or rule.gap_months is None:
        return ""
    months, about = rule.gap_months, await about_of(uow, ref)
    case = await uow.cases.get(about.case_ref) if about else None
    if case is None or not is_gap(case.last_supervision_on, months, today):
        return ""
    if await uow.responses.is_raised(rule.rule, case.ref):
        return ""
    last = case.last_supervision_on
    said = f"{say_date(last)} {last.year}" if last else ""
    return f"Supervision was last recorded on {said}: {months} months or more ago."
