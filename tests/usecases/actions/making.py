"""Actions of an audit, as people make them: what the tests of actions begin with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from domain.actions.action import Action
from domain.people.person import Person
from tests.chat import Chat
from tests.town import Town
from usecases.actions.chasing import chase_actions
from usecases.pressing import Outcome

TENTH_OF_MARCH = datetime(2026, 3, 10, 10, 0, tzinfo=UTC)
QUINN = Person(
    id="quinn",
    name="Quinn Alder",
    roles=frozenset({"quality_assurance_manager"}),
    team="Quality",
    line_manager="cora",
)
"""Keeps Sefton's central tracker."""
WHAT = "Bring the chronology up to date"
SEFTON = {"what": WHAT, "owner": "will", "due": "2026-04-03", "tag": "Assessment"}
AREAS = 8


async def press(chat: Chat, verb: str, inputs: Mapping[str, str], **more: str) -> Outcome:
    """A press with several inputs at once; ``more`` go before them."""
    return await chat.press(verb, **{**inputs, **more})  # type: ignore[arg-type]  # no input is "on"


async def begun(town: Town) -> int:
    """Ada has started the audit of C-24113 on 10 March; gives the audit's id."""
    town.now = TENTH_OF_MARCH
    await town.hires(QUINN)
    audit = await town.audit("C-24113", town.now.date(), auditor="ada")
    assert (await town.chat("ada").press("start_audit")).done
    return audit


async def with_draft(town: Town, **typed: str) -> int:
    """One draft is kept as well."""
    audit = await begun(town)
    ada = town.chat("ada")
    assert (await ada.press("add_area_action")).done
    kept = await press(ada, "keep_action", SEFTON, **typed)
    assert kept.done, kept.notice
    return audit


async def finished(town: Town, **typed: str) -> Action:
    """The audit is submitted and its findings are out; gives the action that went out."""
    audit = await with_draft(town, **typed)
    await submits(town)
    return await only(town, audit)


async def submits(town: Town) -> None:
    """Ada grades everything and submits; nothing can be withdrawn any more."""
    await town.chat("ada").grades(*["good"] * AREAS, overall="good")
    town.later(minutes=11)
    await town.settle()


async def only(town: Town, audit: int) -> Action:
    """The one action of an audit."""
    (found,) = await town.read(lambda uow: uow.actions.of_audit(audit))
    return found


async def now_is(town: Town, action: Action) -> Action:
    """The action as it stands now."""
    found = await town.read(lambda uow: uow.actions.get(action.id))
    assert found is not None
    return found


async def claimed(town: Town, **typed: str) -> Action:
    """Will says that it is done."""
    action = await finished(town, **typed)
    sent = await town.chat("will").press("complete_action", evidence="Case notes, 1 April.")
    assert sent.done, sent.line
    return await now_is(town, action)


async def at_nine(town: Town, day: str) -> int:
    """Nine in the morning of a day, and the clock's turn; gives how many moved."""
    town.now = datetime.fromisoformat(f"{day}T09:00:00+00:00")
    return await town.tick(chase_actions)
