"""actions, new action, sign off, tracker; and an action in one line."""

from __future__ import annotations

import re

from dialogs.commands.command import command
from dialogs.heard import Heard, Reply
from domain.refs import Ref
from usecases.actions.around import ALONE
from usecases.actions.queue import queue_ref, waiting_for
from usecases.asking import Ask, finders
from usecases.pressing import Press, press
from usecases.showing import look_at, tell

NOT_FOR_YOU = (
    "New actions are added in an audit, or by managers and those who run the audits. "
    "Type actions for yours."
)
NO_FORM = "You keep no tracker form. Type actions for yours."
_LINE = re.compile(
    r"^\s*(?P<keep>keep\s+)?action\s+for\s+(?P<name>.+?)\s+by\s+(?P<day>[^:]+?)"
    r"(?:,\s*(?P<tag>[^:,]+?))?\s*:\s*(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)


@command("actions", "my actions", "action tracker", "show actions")
async def actions(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The tracker: own, a team's, or everything, by who asks."""
    return Reply(card=await look_at("action_tracker", heard.look(heard.me)))


@command("tracker", "tracker form", "action review")
async def tracker(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The tracker form (SEF-12)."""
    if not any(rule.on and rule.tracks for rule in heard.council.framework.actions):
        return Reply(line=NO_FORM)
    await tell(heard.uow, "action_review", heard.me, heard.actor.id, now=heard.now)
    return Reply(line="Here is the tracker form.")


@command("to sign off", "waiting for my sign-off")
async def sign_offs(heard: Heard, _: tuple[str, ...]) -> Reply:
    """All that wait for the person's sign-off, one after the other."""
    today = heard.look(heard.me).today
    waiting = await waiting_for(heard.uow, heard.actor, today)
    about = queue_ref(heard.actor)
    await tell(heard.uow, "action_sign_off", about, heard.actor.id, now=heard.now)
    return Reply(line=f"{len(waiting)} to sign off." if waiting else "Nothing to sign off.")


@command("new action", "add action", "add an action")
async def new_action(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The form: of the audit that is open, else of none."""
    about = await _place(heard)
    if await look_at("action_form", heard.look(about)) is None:
        return Reply(line=NOT_FOR_YOU)
    await tell(heard.uow, "action_form", about, heard.actor.id, now=heard.now)
    return Reply(line="Here is the form for an action.")


@command(pattern=r"^(?:keep )?action for .+? by [^:]+: ?\S")
async def action_in_a_line(heard: Heard, _: tuple[str, ...]) -> Reply | None:
    """``action for Wes by 5 December: hold a strategy meeting``; ``keep`` keeps a vague one."""
    # as it was typed: the words of a command come in small letters
    found = _LINE.match(heard.text)
    if found is None:
        return None
    about = await _place(heard)
    inputs = {
        "name": found["name"].strip(),
        "due": found["day"].strip(),
        "what": found["what"].strip(),
        "tag": await _tag(heard, found["tag"] or ""),
    }
    verb = "keep_action_anyway" if found["keep"] else "keep_action"
    ask = Ask(uow=heard.uow, council=heard.council, actor=heard.actor, now=heard.now, ref=about)
    subject = await finders()["plan"](ask)
    version = subject.version if subject else 1
    what = Press(verb=verb, ref=str(about), version=version, inputs=inputs)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line)


async def _tag(heard: Heard, typed: str) -> str:
    tags = [tag for rule in heard.council.framework.actions for tag in rule.tags]
    said = typed.strip().casefold()
    return next((tag for tag in tags if said and tag.casefold().startswith(said)), "")


async def _place(heard: Heard) -> Ref:
    """What is open for the person: a plan, a form of grading; else no audit."""
    focus = await heard.uow.focuses.of(heard.actor.id)
    if focus is None:
        return ALONE
    if focus.kind == "action_form":
        return focus.subject
    if focus.kind != "grading":
        return ALONE
    seat = await heard.uow.audits.seat(focus.subject.number)
    return Ref("plan", str(seat.audit_id)) if seat else ALONE
