"""An auditor recommends that the worker's practice be seen (SEF-35)."""

from __future__ import annotations

from domain.audits.grading import accept_words
from domain.calendar.wording import say_day
from domain.calendar.working_days import add_months
from domain.faults import Fault, NotFoundFault
from domain.observations.observation import NewObservation
from domain.observations.pairing import observer_of
from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import form_ref
from usecases.audits.scene import scene_of_seat
from usecases.observations.recommending import recommended_rule
from usecases.observations.steps import hand_out


@verb(subject="seat", past="recommended an observation")
async def recommend_observation(ask: Ask) -> Answer:
    """From an audit: the worker's manager has a month to observe, with the reason (SEF-35)."""
    scene = await scene_of_seat(ask.uow, ask.council, ask.ref.number)
    rule = recommended_rule(ask.council)
    people = await ask.uow.people.all()
    worker = people.get(scene.case.worker or "") if scene else None
    if scene is None or rule is None:
        raise NotFoundFault
    observer = observer_of(rule, worker, people) if worker else None
    if worker is None or observer is None:
        raise Fault("Nobody on this record can be observed, so nothing was sent.")
    reason = accept_words("observe_why", ask.typed("observe_why"), said="reason")
    if not reason:
        raise Fault("Please say why. Nothing was sent.", field="observe_why")
    due = ask.council.calendar.on_or_after(add_months(ask.today, 1))
    new = NewObservation(
        rule=rule.key,
        observer=observer.id,
        observed=worker.id,
        period=scene.cycle.opens_on,
        slot=f"{scene.audit.id}",
        due_on=due,
        audit_id=scene.audit.id,
        reason=reason,
    )
    opened = await ask.uow.observations.open(new, ask.now)
    if opened is None:
        raise Fault("An observation was recommended from this audit already. Nothing was sent.")
    await hand_out(ask.uow, opened, ask.now, actor=ask.actor.id)
    line = f"Sent: {observer.name} observes {worker.name} by {say_day(due)}."
    return Answer(view="grading", about=form_ref(ask.ref.number), notice=line, line=line)
