"""One's alerts, and the count of a half-year."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from cards.alerts.alert_count import AlertCount
from cards.alerts.alerts import AlertLine, Alerts
from domain.alerts.alert import Alert
from domain.alerts.counts import count, half_year
from domain.alerts.terms import level_name, rule_of
from domain.calendar.working_days import end_of_day, local_day
from usecases.alerts.chasing import PREPARES
from usecases.alerts.show_alert import OUTCOMES
from usecases.showing import Look, shows


@shows("alerts")
async def show_alerts(look: Look) -> Alerts:
    """What the reader raised and was told of."""
    found = await look.uow.alerts.of_person(look.reader.id)
    lines = tuple(_line(look, alert) for alert in found)
    return Alerts(ref=look.about, version=1, found=lines, notice=look.notice or None)


def _line(look: Look, alert: Alert) -> AlertLine:
    rule = rule_of(look.council.framework, alert.rule)
    on = local_day(alert.raised_at or alert.begun_at)
    level = level_name(rule, alert.level)
    return AlertLine(
        ref=alert.ref,
        version=alert.version,
        number=alert.number,
        theme=alert.theme,
        detail=", ".join(part for part in (alert.case_ref, rule.title, level) if part),
        raised_on=on,
        mine=alert.raised_by == look.reader.id,
        open=alert.running,
        days=(look.today - on).days,
    )


@shows("alert_count")
async def show_alert_count(look: Look) -> AlertCount | None:
    """The half-year before this one; None for whoever neither prepares it nor runs cycles."""
    reports = (r for r in look.council.framework.reports if r.key == PREPARES)
    roles = frozenset(role for report in reports for role in report.prepared_by)
    if not (look.reader.holds(roles) or look.council.coordinates(look.reader)):
        return None
    first, after = half_year(look.today)
    found = await look.uow.alerts.raised_between(_start(first), _start(after))
    framework = look.council.framework
    named = [(one, level_name(rule_of(framework, one.rule), one.level)) for one in found]
    counted = count(named, OUTCOMES)
    last = after - timedelta(days=1)
    return AlertCount(
        ref=look.about,
        version=1,
        period=f"{first:%B} to {last:%B %Y}",
        total=counted.total,
        themes=counted.themes,
        levels=counted.levels,
        outcomes=counted.outcomes,
        notice=look.notice or None,
    )


def _start(day: date) -> datetime:
    return end_of_day(day - timedelta(days=1))
