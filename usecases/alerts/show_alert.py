"""An alert as it stands, for whoever raised it and those who were told."""

from __future__ import annotations

from collections.abc import Mapping

from cards.alerts.alert import AlertCard, Happened, NextStep
from domain.alerts.alert import Alert, AlertState, AlertStepKind, Outcome, Tone
from domain.alerts.terms import level_name, next_level, reply_by, rule_of, told_at
from domain.frameworks.sections import Alert as Rule
from domain.people.person import Person
from usecases.alerts.steps import STORY
from usecases.showing import Look, shows
from usecases.standing import stands_for

OUTCOMES = {
    Outcome.OPEN: "Still open",
    Outcome.SETTLED: "Settled",
    Outcome.NOT_SETTLED: "Not settled",
    Outcome.THANKED: "Passed on as good practice",
}
WHAT = {
    AlertStepKind.REPLIED: "Reply of",
    AlertStepKind.MOVED_UP: "Next step by",
    AlertStepKind.CLOSED: "Closed by",
    AlertStepKind.FILED: "Note filed by",
}
NO_LINK = "link not set"  # E-20


@shows(STORY)
async def show_alert(look: Look) -> AlertCard | None:
    """None for a stranger, and before it is sent."""
    alert = await look.uow.alerts.get(look.about.number)
    if alert is None or alert.raised_at is None:
        return None
    raised, told = await _stands(look, alert)
    if not (raised or told):
        return None
    people = await look.uow.people.all()
    rule = rule_of(look.council.framework, alert.rule)
    late = alert.due_on is not None and alert.due_on < look.today
    raiser = people.get(alert.raised_by)
    return AlertCard(
        ref=alert.ref,
        version=alert.version,
        number=alert.number,
        name=rule.title,
        level=level_name(rule, alert.level),
        case=alert.case_ref,
        raiser=look.council.describe(raiser) if raiser else "Somebody who has left",
        theme=alert.theme,
        concern=alert.concern,
        effect=alert.effect,
        agency=alert.agency,
        praise=alert.tone is Tone.PRAISE,
        state=alert.state.value,
        late=late and alert.state is AlertState.WAITING,
        due=alert.due_on,
        steps=_steps(alert, people),
        outcome="" if alert.running else OUTCOMES[alert.outcome],
        may_reply=told and not raised and alert.running,
        may_decide=raised and alert.running,
        then=await _then(look, alert, rule, people) if raised and alert.running else None,
        beyond=f"There is no further step here. The council's own process: {rule.link or NO_LINK}.",
        note=rule.files_note if raised else "",
        filed=alert.last(AlertStepKind.FILED) is not None,
        typed=look.typed.get("reply", ""),
        notice=look.notice or None,
        field=look.field,
    )


async def _stands(look: Look, alert: Alert) -> tuple[bool, bool]:
    """Whether the reader raised it, and whether they were told; in their own name or for them."""
    raised = await stands_for(look.uow, look.reader, alert.raised_by, look.today)
    told = [await stands_for(look.uow, look.reader, p, look.today) for p in alert.parties]
    return raised, any(told)


def _steps(alert: Alert, people: Mapping[str, Person]) -> tuple[Happened, ...]:
    return tuple(
        Happened(
            what=WHAT[one.kind],
            who=people[one.person_id].name if one.person_id in people else "somebody who has left",
            at=one.at,
            words=one.words,
        )
        for one in alert.steps
        if one.kind in WHAT
    )


async def _then(
    look: Look, alert: Alert, rule: Rule, people: Mapping[str, Person]
) -> NextStep | None:
    """Who would hear of the next step, and by when they would reply; None after the last."""
    name = next_level(rule, alert.level)
    case = await look.uow.cases.get(alert.case_ref) if alert.case_ref else None
    told = told_at(rule, alert.level + 1, case, people, look.today)
    if not name:
        return None
    return NextStep(
        name=name,
        who=tuple(people[one].name for one in told if one != alert.raised_by),
        by=reply_by(rule, look.today, look.council.calendar),
    )
