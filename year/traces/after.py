"""What follows from a final grade, what is asked after every audit, and recommendations."""

from __future__ import annotations

from collections.abc import Iterable

from domain.follow_up.rules import rule_of_consequence
from domain.frameworks.parts import Entry
from domain.frameworks.programme import Programme
from storage.tables import follow_ups
from year.tracing import Reached, keyed, traces

Found = Iterable[Entry | None]


@traces("follow_up", "sign_off", "confirmation")
async def of_step(reached: Reached) -> Found:
    """A step names the place in the file that says it."""
    row = await reached.row(follow_ups)
    section, _, rest = str(row.get("rule", "")).partition(".")
    if section == "activities":
        return keyed(reached.framework.activities, rest)
    programme = reached.framework.programmes.get(str(row.get("programme")))
    if programme is None:
        return []
    return _consequence(programme, str(row["rule"])) or [programme.recommendations]


def _consequence(programme: Programme, rule: str) -> list[Entry | None]:
    """The step, and what it belongs to."""
    return [
        entry
        for each in programme.follow_up
        for place, then in enumerate(each.then)
        if rule_of_consequence(each, place) == rule
        for entry in (each, then)
    ]
