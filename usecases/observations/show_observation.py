"""The observer's form, and what whoever was seen reads."""

from __future__ import annotations

from cards.observations.observation_form import ObservationForm
from cards.observations.observation_shared import ObservationShared
from domain.calendar.working_days import local_day
from domain.frameworks.sections import Observation as Rule
from domain.observations.observation import Observation, ObservationState
from domain.observations.questions import questions_of, rule_of
from domain.people.lines import manages
from domain.people.person import Person
from usecases.observations.steps import FORM, SHARED
from usecases.showing import Look, shows
from usecases.standing import stands_for

NO_LINK = "link not set"  # E-20: the council's own policy was not supplied
INPUTS = ("whom", "kind", "seen_on")


@shows(FORM)
async def show_observation_form(look: Look) -> ObservationForm | None:
    """None for anybody but the observer and who covers for them, and while it is only planned."""
    found = await look.uow.observations.get(look.about.number)
    if found is None or found.state in {ObservationState.PROPOSED, ObservationState.DROPPED}:
        return None
    if not await stands_for(look.uow, look.reader, found.observer, look.today):
        return None
    rule = rule_of(look.council.framework, found.rule)
    people = await look.uow.people.all()
    plan = await look.uow.observations.plan(found.plan_id) if found.plan_id else None
    whom = people.get(found.observed or "")
    assigned = bool(found.plan_id or found.audit_id) or found.slot == found.observed
    set_already = whom is not None and assigned
    return ObservationForm(
        ref=found.ref,
        version=found.version,
        today=look.today,
        name=rule.title,
        questions=tuple((one.key, one.text) for one in questions_of(rule)),
        whom=whom.name if whom and set_already else "",
        people=() if set_already else _choices(look, rule, people),
        kinds=rule.kinds,
        values=_values(look, found),
        due=found.due_on,
        theme=plan.theme if plan else "",
        reason=found.reason,
        filing=f"Please put it on the supervision file: {rule.link or NO_LINK}.",
        returned_on=local_day(found.returned_at) if found.returned_at else None,
        notice=look.notice or None,
        field=look.field,
    )


def _choices(look: Look, rule: Rule, people: dict[str, Person]) -> tuple[tuple[str, str], ...]:
    """Those whom the reader stands above, or all of the role where there is nobody."""
    wanted = frozenset(rule.of)
    here = [p for p in people.values() if p.here_on(look.today) and p.id != look.reader.id]
    of_role = [p for p in here if not wanted or p.holds(wanted)]
    below = [p for p in of_role if manages(look.reader, p, people)]
    return tuple((p.id, p.name) for p in sorted(below or of_role, key=lambda p: (p.name, p.id)))


def _values(look: Look, found: Observation) -> dict[str, str]:
    """What is kept, with what was just typed over it."""
    kept = {
        **found.answers,
        "whom": found.observed or "",
        "kind": found.kind,
        "seen_on": found.seen_on.isoformat() if found.seen_on else "",
    }
    typed = look.typed if look.pressed in {None, look.about} else {}
    return kept | dict(typed)


@shows(SHARED)
async def show_observation_shared(look: Look) -> ObservationShared | None:
    """None before it is returned, and for whoever has no part in it."""
    found = await look.uow.observations.get(look.about.number)
    if found is None or found.returned_at is None or found.seen_on is None:
        return None
    people = await look.uow.people.all()
    observed, observer = people.get(found.observed or ""), people.get(found.observer)
    own = found.observed == look.reader.id
    above = observed is not None and manages(look.reader, observed, people)
    if observed is None or not (own or above or found.observer == look.reader.id):
        return None
    rule = rule_of(look.council.framework, found.rule)
    return ObservationShared(
        ref=found.shared,
        version=found.version,
        name=rule.title,
        observer=look.council.describe(observer) if observer else "Somebody who has left",
        seen_on=found.seen_on,
        said=tuple((one.text, found.answers.get(one.key, "")) for one in questions_of(rule)),
        what=found.kind,
        whom="" if own else observed.name,
        comment=found.comment,
        read_on=local_day(found.read_at) if found.read_at else None,
        may_answer=own and not found.comment,
        typed=look.typed.get("comment", ""),
        notice=look.notice or None,
        field=look.field,
    )
