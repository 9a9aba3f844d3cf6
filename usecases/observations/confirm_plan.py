"""Whoever assigns the month's observations changes the plan and sends it (SEF-31)."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from domain.nominations.naming import whom
from domain.observations.observation import (
    Observation,
    ObservationPlan,
    ObservationState,
    PlanState,
)
from domain.observations.pairing import may_observe
from domain.people.person import Person
from usecases.asking import Answer, Ask, verb
from usecases.observations.steps import PLAN, hand_out, record_plan

_SWAP = re.compile(r"\s*(\d{1,3})\W*\s+(?:to\s+)?(\S.*)", re.DOTALL)
SENT = "This was sent already, so nothing was changed."
SAY_BOTH = "Please say the line and the name, like 2 Wanda Moor. Nothing was changed."


@verb(subject="observation_plan", past="sent the observations")
async def send_observations(ask: Ask) -> Answer:
    """Everybody in the plan hears of theirs, and has it to do."""
    plan, pairs = await _open_plan(ask)
    for one in pairs:
        assigned = replace(one, state=ObservationState.ASSIGNED)
        await hand_out(
            ask.uow, await ask.uow.observations.save(assigned), ask.now, actor=ask.actor.id
        )
    saved = await ask.uow.observations.save_plan(replace(plan, state=PlanState.SENT))
    await ask.uow.duties.close(plan.ref, DutyState.DONE, ask.now)
    return await _answer(ask, saved, "send_observations", f"Sent to {len(pairs)} observers.")


@verb(subject="observation_plan", past="changed the plan")
async def change_pair(ask: Ask) -> Answer:
    """Somebody else is observed in one line."""
    plan, pairs = await _open_plan(ask)
    said = _SWAP.fullmatch(ask.typed("swap"))
    if said is None:
        raise Fault(SAY_BOTH, field="swap")
    line = _line(pairs, said[1], "swap")
    person = await _person(ask, said[2])
    people = await ask.uow.people.all()
    observer = people.get(line.observer)
    if observer is None or not may_observe(observer, person, people):
        raise Fault(
            f"{person.name} is in that observer's own line, so nothing was changed.", field="swap"
        )
    await ask.uow.observations.save(replace(line, observed=person.id))
    saved = await ask.uow.observations.save_plan(plan)
    return await _answer(ask, saved, "change_pair", f"Line {said[1]} is now {person.name}.")


@verb(subject="observation_plan", past="took somebody out of the plan")
async def drop_pair(ask: Ask) -> Answer:
    """One line is left out."""
    plan, pairs = await _open_plan(ask)
    number = ask.typed("leave").strip()
    line = _line(pairs, number, "leave")
    await ask.uow.observations.save(replace(line, state=ObservationState.DROPPED))
    saved = await ask.uow.observations.save_plan(plan)
    return await _answer(ask, saved, "drop_pair", f"Line {number} is left out.")


async def _open_plan(ask: Ask) -> tuple[ObservationPlan, list[Observation]]:
    plan = await ask.uow.observations.plan(ask.ref.number)
    if plan is None:
        raise NotFoundFault
    if plan.state is PlanState.SENT:
        raise Fault(SENT)
    return plan, await ask.uow.observations.of_plan(plan.id)


def _line(pairs: list[Observation], number: str, field: str) -> Observation:
    at = int(number) if number.isdecimal() and len(number) < 4 else 0
    if not 1 <= at <= len(pairs):
        raise Fault(f"There is no such line: 1 to {len(pairs)}. Nothing was changed.", field=field)
    return pairs[at - 1]


async def _person(ask: Ask, name: str) -> Person:
    everybody = (await ask.uow.people.all()).values()
    meant = whom(name, [person for person in everybody if person.here_on(ask.today)])
    if meant.one is None:
        near = [person.name for person in meant.to_choose]
        more = f" Did you mean {' or '.join(near)}?" if near else ""
        raise Fault(f"I do not know who that is, so nothing was changed.{more}", field="swap")
    return meant.one


async def _answer(ask: Ask, plan: ObservationPlan, action: str, line: str) -> Answer:
    await record_plan(ask.uow, plan, action, ask.now, actor=ask.actor.id)
    return Answer(view=PLAN, about=plan.ref, changed=(plan.ref,), notice=line, line=line)
