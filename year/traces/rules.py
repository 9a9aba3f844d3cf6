"""What keeps the key of its rule in its own row: most of what stands beside the audits."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import Table

from domain.frameworks.framework import Framework
from domain.frameworks.parts import Entry, KeyedEntry
from domain.responses.rules import PRODUCT, stage
from storage.tables import (
    actions,
    alerts,
    library_entries,
    nominations,
    observation_plans,
    observations,
    responses,
    voices,
)
from year.traces.audits import scene_of
from year.tracing import Reached, keyed, traces

Found = Iterable[Entry | None]


def _ruled(*subjects: str, by: Table, entries: Callable[[Framework], Iterable[KeyedEntry]]) -> None:
    """What is about those subjects is kept in a table whose rows name the key of their rule."""

    @traces(*subjects)
    async def of_rule(reached: Reached) -> Found:
        return keyed(entries(reached.framework), (await reached.row(by)).get("rule"))


# a rule that tracks another one shows its actions too
_ruled("action", "signing", by=actions, entries=lambda framework: framework.actions)
_ruled("nomination", "nominee", by=nominations, entries=lambda framework: framework.nominations)
_ruled("entry", by=library_entries, entries=lambda framework: framework.nominations)
_ruled("observation", "observed", by=observations, entries=lambda framework: framework.observations)
_ruled("observation_plan", by=observation_plans, entries=lambda framework: framework.observations)
_ruled("alert", "alert_draft", by=alerts, entries=lambda framework: framework.alerts)


@traces("voice")
async def of_voice(reached: Reached) -> Found:
    """Feedback names the council's way of hearing people; in an audit it is the family's part."""
    row = await reached.row(voices)
    scene = await scene_of(reached, row.get("audit_id"))
    return [
        *keyed(reached.framework.feedback, row.get("source")),
        scene.programme.family if scene else None,
    ]


@traces("response", "answer", "raised", "response_talk", "draft", "incident", "agreement")
async def of_response(reached: Reached) -> Found:
    """What cannot wait names the place of its rule in the file."""
    rule = str((await reached.row(responses)).get("rule", ""))
    if rule == PRODUCT:
        return [reached.framework.safety_button]
    section, _, key = rule.partition(".")
    known = {
        "immediate_responses": reached.framework.immediate_responses,
        "incidents": reached.framework.incidents,
    }
    return [*keyed(known.get(section, ()), key), *await _stages(reached, rule)]


async def _stages(reached: Reached, rule: str) -> list[Entry | None]:
    """What came after an incident's notice, for those who do it or are told of it."""
    if reached.about.kind not in {"incident", "agreement"} and reached.kind != "serious_incident":
        return []
    decision = stage(reached.framework, "decision", rule)
    if decision is None or not reached.person.holds(frozenset(decision.decided_by)):
        return await _reviews(reached)
    learning = stage(reached.framework, "learning", rule)
    learns = learning and reached.person.holds(frozenset(learning.decided_by))
    return [decision, learning if learns else None, *await _reviews(reached)]


async def _reviews(reached: Reached) -> list[Entry | None]:
    """The review that a decision started: its day stands on everybody's card."""
    due = (await reached.row(responses)).get("review_due")
    return [one for one in reached.framework.incidents if due and one.stage == "review"]
