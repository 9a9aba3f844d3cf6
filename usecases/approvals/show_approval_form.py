"""The form on which something is sent to be passed."""

from __future__ import annotations

from collections.abc import Mapping

from cards.approvals.approval_form import ApprovalForm, ItemForm
from domain.approvals.approval import ApprovalState, Item, ItemState
from domain.approvals.terms import asks_of, levels_of, rule_of, whole
from domain.frameworks.asked_for import Approval as Rule
from usecases.approvals.steps import FORM, writes
from usecases.approvals.subjects import kept
from usecases.showing import Look, shows


@shows(FORM)
async def show_approval_form(look: Look) -> ApprovalForm | None:
    """None for anybody but whoever sends it, and once there is nothing to write."""
    found = await look.uow.approvals.get(look.about.number)
    if found is None:
        return None
    if not await writes(look.uow, look.council, found, look.reader, look.today):
        return None
    dropped = found.state is ApprovalState.DROPPED
    if not (found.to_write or dropped):
        return None
    rule = rule_of(look.council.framework, found.rule)
    typed = look.typed if look.pressed in {None, look.about} else {}
    return ApprovalForm(
        ref=found.draft,
        version=found.version,
        name=rule.title,
        items=tuple(_item(rule, item, kept(found) | dict(typed)) for item in found.to_write),
        link=(kept(found) | dict(typed)).get("link", ""),
        form=rule.link,
        passes=_passes(look, rule),
        due=found.due_on,
        asked=bool(found.slot or found.sent_at),
        whole=whole(rule),
        dropped=dropped,
        notice=look.notice or None,
        field=look.field,
    )


def _item(rule: Rule, item: Item, values: Mapping[str, str]) -> ItemForm:
    return ItemForm(
        number=item.number,
        name=item.name if rule.items else "",
        asks=asks_of(rule),
        answers=tuple(
            values.get(f"answer_{item.number}_{n}", "") for n in range(1, len(asks_of(rule)) + 1)
        ),
        returned=item.reason if item.state is ItemState.RETURNED else "",
    )


def _passes(look: Look, rule: Rule) -> tuple[str, ...]:
    """Who passes it, one text a level: ``Assistant Director``."""
    framework = look.council.framework
    return tuple(
        " or ".join(framework.role_title(role) for role in roles) for roles in levels_of(rule)
    )
