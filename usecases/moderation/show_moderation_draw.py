"""The draw for moderation of one cycle: a preview before its day, what was drawn after it."""

from __future__ import annotations

from collections.abc import Iterable

from cards.moderation.moderation_draw import ModerationDraw
from domain.moderation.moderation import Reason
from usecases.moderation.blindness import may_sit
from usecases.moderation.drawing import day_of, look_at_lot
from usecases.showing import Look, shows

CLOSED = "By the council's rules; closed to you, as you may moderate it"


@shows("moderation_draw")
async def show_moderation_draw(look: Look) -> ModerationDraw | None:
    """Every audit with the reason; None for anybody who runs no cycles.

    Who may moderate does not learn here that an audit was graded Good or disputed (E-47).
    """
    cycle = await look.uow.audits.cycle(look.about.number)
    if cycle is None or not look.council.coordinates(look.reader):
        return None
    programme = look.council.framework.programme(cycle.programme)
    if programme.moderation is None:
        return None
    lot = await look_at_lot(look.uow, look.council, cycle, look.now)
    closed = may_sit(programme, look.reader)
    day = day_of(look.council, cycle)
    preview = day is not None and look.today < day
    there = await look.uow.moderations.of_cycle(cycle.id)
    names = {audit.id: audit.case_ref for audit, _ in await look.uow.audits.of_cycle(cycle.id)}
    sent = {m.audit_id: m.reasons for m in there if m.reasons}
    reasons = {**sent, **(lot.reasons if preview else {})}
    return ModerationDraw(
        ref=look.about,
        version=1,
        programme=programme.title,
        cycle=f"{cycle.opens_on:%B %Y}",
        of=len(there),
        seed=cycle.seed,
        day=day,
        wanted=lot.sample.wanted if preview else _counted(sent.values()),
        drawn=tuple(sorted((names[a], _said(why, closed=closed)) for a, why in reasons.items())),
        preview=preview,
        notice=look.notice or None,
    )


def _said(reasons: Iterable[Reason], *, closed: bool) -> str:
    if closed:
        told = [reason.title for reason in reasons if reason.kind in {"share", "colleague"}]
        return "; ".join(told) or CLOSED
    return "; ".join(reason.said for reason in reasons)


def _counted(sent: Iterable[tuple[Reason, ...]]) -> int:
    """What counts towards the share: all but colleagues' readings."""
    return sum(any(reason.kind != "colleague" for reason in reasons) for reasons in sent)
