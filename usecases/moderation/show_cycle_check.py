"""The last check of a cycle, for those whom the framework names."""

from __future__ import annotations

from cards.moderation.cycle_check import CycleCheckCard
from domain.audits.audit import AuditState
from domain.calendar.working_days import local_day
from usecases.showing import Look, shows


@shows("cycle_check")
async def show_cycle_check(look: Look) -> CycleCheckCard | None:
    """How many are final, and what to look at; None for anybody who does not check."""
    check = await look.uow.moderations.check_of(look.about.number)
    cycle = await look.uow.audits.cycle(look.about.number)
    if check is None or cycle is None:
        return None
    programme = look.council.framework.programme(cycle.programme)
    rule = programme.final_check
    if rule is None or not look.reader.holds(frozenset(rule.by)):
        return None
    audits = [audit for audit, _ in await look.uow.audits.of_cycle(cycle.id)]
    there = [audit for audit in audits if audit.state is not AuditState.CANCELLED]
    checker = await look.uow.people.get(check.checked_by) if check.checked_by else None
    typed = look.typed if look.pressed == look.about else {}
    return CycleCheckCard(
        ref=look.about,
        version=check.version,
        programme=programme.title,
        cycle=f"{cycle.opens_on:%B %Y}",
        due=check.due_on,
        working_days_left=look.council.days_left(look.today, check.due_on),
        final=sum(audit.state is AuditState.FINAL for audit in there),
        audits=len(there),
        asks=rule.asks,
        ticked=tuple(part for part in typed.get("checked", "").split(",") if part),
        themes=typed.get("themes", check.themes),
        checked_by=checker.name if checker else "",
        checked_on=local_day(check.checked_at) if check.checked_at else None,
        notice=look.notice or None,
        notice_field=look.field,
    )
