"""feedback: write down what somebody said; team, survey, differences, themes and list."""

from __future__ import annotations

from dataclasses import replace

from cards.voices.feedback_start import FeedbackStart
from dialogs.commands.command import command
from dialogs.forms.voice import SPOKEN
from dialogs.heard import Heard, Reply
from dialogs.lexicon import look_up, plain
from domain.focus import Focus
from usecases.pressing import Press, press
from usecases.showing import look_at
from usecases.voices.begin_feedback import START
from usecases.voices.begin_voice import WHO
from usecases.voices.show_feedback_themes import themes_ref

NONE = "The framework asks no feedback of your role. In an audit type family."
NO_TEAM = "The framework asks no feedback of your team. Type feedback to write some down."
NO_SURVEY = "No survey here is yours to follow. Type feedback to write an answer down."
NO_THEMES = "No feedback here is yours to read. Type feedback to write some down."
NOT_YOURS = "This is for those who run cycles. Type feedback list for what you may read."


@command(
    "feedback",
    "family feedback",
    "voice",
    pattern=r"^feedback (?:of |for |about )?([a-z]{1,4}[-_/]?\d[\w/-]{1,20})(?: from (.{1,40}))?$",
)
async def feedback(heard: Heard, groups: tuple[str, ...]) -> Reply:
    """The form on which it begins, with the record that was named."""
    record = (groups[0] if groups else "").upper()
    if len(groups) > 1 and groups[1]:
        return await _begun(heard, record, groups[1])
    look = replace(heard.look(heard.me), typed={"record": record} if record else {})
    card = await look_at(START, look)
    if card is None:
        return Reply(line=NONE)
    await heard.uow.focuses.set(heard.actor.id, Focus(kind=START, subject=heard.me), heard.now)
    return Reply(card=card)


async def _begun(heard: Heard, record: str, who: str) -> Reply:
    """``feedback C-23087 from mother``: the form at once, in the first way of the person's."""
    card = await look_at(START, heard.look(heard.me))
    said = {word: str(one) for one, words in SPOKEN.items() for word in words}
    speaker = look_up(plain(who), said)
    if not isinstance(card, FeedbackStart) or not card.ways or speaker is None:
        return Reply(line=WHO if card else NONE)
    inputs = {"record": record, "speaker": speaker, "source": card.ways[0][0]}
    what = Press(verb="begin_feedback", ref=str(heard.me), version=1, inputs=inputs)
    outcome = await press(heard.uow, heard.council, heard.actor, what, heard.now)
    return Reply(line=outcome.line or outcome.notice)


@command("feedback team", "team feedback")
async def feedback_team(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Practitioners with and without a piece this quarter (SOM-21)."""
    return await _shown(heard, "feedback_team", NO_TEAM)


@command("feedback survey", "feedback coverage", "survey")
async def feedback_survey(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Whom the yearly survey has reached (COL-28)."""
    return await _shown(heard, "feedback_coverage", NO_SURVEY)


@command("feedback differences")
async def feedback_differences(heard: Heard, _: tuple[str, ...]) -> Reply:
    """Where family and auditors disagree."""
    return await _shown(heard, "feedback_differences", NOT_YOURS)


@command("feedback list", "feedback read")
async def feedback_list(heard: Heard, _: tuple[str, ...]) -> Reply:
    """The newest that the person may read."""
    return await _shown(heard, "feedback_list", NONE)


@command("feedback themes", "themes of feedback", "feedback themes last")
async def feedback_themes(heard: Heard, _: tuple[str, ...]) -> Reply:
    """What the quarter's feedback is about; ``last`` for the quarter before."""
    back = 1 if "last" in plain(heard.text).split() else 0
    card = await look_at("feedback_themes", heard.look(themes_ref(heard.actor.id, back)))
    return Reply(card=card) if card else Reply(line=NO_THEMES)


async def _shown(heard: Heard, view: str, otherwise: str) -> Reply:
    card = await look_at(view, heard.look(heard.me))
    return Reply(card=card) if card else Reply(line=otherwise)
