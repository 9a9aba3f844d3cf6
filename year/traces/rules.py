"""What keeps the key of its rule in its own row: most of what stands beside the audits."""

from __future__ import annotations

from collections.abc import Iterable

from domain.frameworks.parts import Entry
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


@traces("action", "signing")
async def of_action(reached: Reached) -> Found:
    """An action is kept under its rule; a rule that tracks another one shows its actions too."""
    row = await reached.row(actions)
    return keyed(reached.framework.actions, row.get("rule"))


@traces("nomination", "nominee")
async def of_nomination(reached: Reached) -> Found:
    """A nomination names its rule."""
    return keyed(reached.framework.nominations, (await reached.row(nominations)).get("rule"))


@traces("entry")
async def of_entry(reached: Reached) -> Found:
    """What was kept of one."""
    row = await reached.row(library_entries)
    return keyed(reached.framework.nominations, row.get("rule"))


@traces("observation", "observed")
async def of_observation(reached: Reached) -> Found:
    """An observation names its rule."""
    return keyed(reached.framework.observations, (await reached.row(observations)).get("rule"))


@traces("observation_plan")
async def of_plan(reached: Reached) -> Found:
    """The plan of a period's observations."""
    row = await reached.row(observation_plans)
    return keyed(reached.framework.observations, row.get("rule"))


@traces("alert", "alert_draft")
async def of_alert(reached: Reached) -> Found:
    """An alert names its rule."""
    return keyed(reached.framework.alerts, (await reached.row(alerts)).get("rule"))


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
