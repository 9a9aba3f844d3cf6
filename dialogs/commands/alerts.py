"""alert C-24113: raise one; alerts: one's own; alert count; allegation: where that goes."""

from __future__ import annotations

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from usecases.pressing import Press, press
from usecases.showing import look_at

NO_COUNT = "The count is for whoever audits the alerts and for those who run cycles."


@command(
    "alert",
    "raise an alert",
    "practice alert",
    "qa alert",
    pattern=r"^alert (?:for |about |on )?([a-z]{1,4}[-_/]?\d[\w/-]{1,20})$",
)
async def alert(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """The form, with the record that was named."""
    inputs = {"record": groups[0]} if groups else {}
    return await _pressed(heard, "begin_alert", inputs)


@command("alerts", "my alerts")
async def alerts(heard: Heard, _: tuple[str, ...]) -> Reply:
    """What the person raised and was told of."""
    return Reply(card=await look_at("alerts", heard.look(heard.me)))


@command("alert count", "count alerts", "alerts report")
async def alert_count(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The last whole half-year by theme, level and outcome."""
    card = await look_at("alert_count", heard.look(heard.me))
    return Reply(card=card) if card else Reply(line=NO_COUNT)


@command("allegation", "lado")
async def allegation(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Where it goes; nothing of it is kept."""
    return await _pressed(heard, "show_signpost", {})


async def _pressed(heard: Heard, verb: str, inputs: dict[str, str]) -> Reply:
    what = Press(verb=verb, ref=str(heard.me), version=1, inputs=inputs)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line, card=outcome.card if outcome.done else None)
