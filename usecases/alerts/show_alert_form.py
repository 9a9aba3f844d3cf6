"""The form on which an alert is written."""

from __future__ import annotations

from cards.alerts.alert_form import AlertForm
from domain.alerts.alert import AlertState
from domain.alerts.terms import FEW_THEMES, rule_of, rules_for
from domain.responses.rules import offered
from usecases.alerts.steps import FORM
from usecases.showing import Look, shows

UNSAFE = "Type unsafe instead."
PROCEDURE = "Follow the safeguarding procedure and call 999."
OPEN = frozenset({AlertState.DRAFT, AlertState.DROPPED})


@shows(FORM)
async def show_alert_form(look: Look) -> AlertForm | None:
    """None for anybody but the writer, and once it was sent."""
    alert = await look.uow.alerts.get(look.about.number)
    if alert is None or alert.state not in OPEN or alert.raised_by != look.reader.id:
        return None
    framework = look.council.framework
    typed = look.typed if look.pressed in {None, look.about} else {}
    rule = rule_of(framework, typed.get("rule") or alert.rule)
    kept = {
        "rule": alert.rule,
        "tone": alert.tone.value,
        "level": str(alert.level),
        "record": alert.case_ref,
        "theme": alert.theme,
        "agency": alert.agency,
        "concern": alert.concern,
        "effect": alert.effect,
    }
    return AlertForm(
        ref=alert.draft,
        version=alert.version,
        name=rule.title,
        rules=tuple((one.key, one.title) for one in rules_for(framework, look.reader)),
        levels=rule.levels,
        themes=FEW_THEMES,
        values=kept | dict(typed),
        praises=rule.praise,
        partner=rule.partner,
        of_record=bool(rule.to),
        danger=UNSAFE if offered(framework, look.reader.roles) else PROCEDURE,
        dropped=alert.state is AlertState.DROPPED,
        notice=look.notice or None,
        field=look.field,
    )
