"""One voice: the form while it is written, afterwards what was kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cards.voices.voice_form import State, VoiceForm
from domain.calendar.wording import say_count, say_day
from domain.voices.rules import Asking, asks_wish
from domain.voices.voice import THEMES, Answered, Voice, VoiceState, Worry
from usecases.showing import Look, shows
from usecases.voices.finding import VoiceAt, voice_at
from usecases.voices.showing_voices import shown
from usecases.voices.standing import reads, writes
from usecases.voices.writing import FORM, WORRIES

STATES: dict[VoiceState, State] = {
    VoiceState.DRAFT: "writing",
    VoiceState.HEARD: "heard",
    VoiceState.MISSED: "missed",
    VoiceState.DROPPED: "dropped",
}
NOW = (
    ("none", "No"),
    ("now", "Yes, raise it now"),
    ("left", "Yes, it can wait for the finished audit"),
)
LATER = (("none", "No"), ("left", "Yes"))
WORRY_SAID = {Worry.NONE: "", Worry.LEFT: "Left in the audit", Worry.RAISED: "Raised at once"}


@shows(FORM)
async def show_voice_form(look: Look) -> VoiceForm | None:
    """For whoever writes it down, and for those who may read it once it is kept."""
    at = await voice_at(look.uow, look.council, look.about.number)
    if at is None:
        return None
    writer = await writes(look.uow, at, look.reader, look.today)
    if not (writer or await reads(look.uow, look.council, at, look.reader)):
        return None
    editions = await look.uow.voices.editions(at.voice.id)
    return await _card(look, at, editions, may_write=writer and not at.over)


async def _card(
    look: Look, at: VoiceAt, editions: Sequence[Answered], *, may_write: bool
) -> VoiceForm:
    """With what is left to do about it; outside an audit whoever may read notes the theme."""
    may_tag = at.way is not None and at.voice.state is VoiceState.HEARD
    voice, asking = at.voice, at.asking
    values = _values(look, voice, asking)
    others = await look.uow.voices.of_audit(at.scene.audit.id) if at.scene else []
    rating = asking.rating
    steps = tuple((str(n), text) for n, text in enumerate(rating.steps, 1)) if rating else ()
    return VoiceForm(
        ref=look.about,
        version=voice.version,
        what=at.title,
        speaker=at.called,
        of_child=voice.speaker.of_child,
        state=STATES[voice.state],
        questions=tuple(
            (number, question, values.get(f"answer_{number}", ""))
            for number, question in enumerate(asking.questions, 1)
        ),
        ways=_numbered(asking.ways),
        helps=_numbered(asking.help),
        reasons=tuple((reason.key, reason.title) for reason in asking.reasons),
        worries=NOW if asking.raise_now else LATER,
        rating=(rating.question if rating else "", steps),
        asks_agreement=asking.agreement,
        asks_wish=asks_wish(voice.speaker, [one for one in others if one.id != voice.id]),
        values=values,
        shown=replace(shown(voice), who=at.called) if voice.state is VoiceState.HEARD else None,
        told=_told(voice, asking),
        earlier=len(editions) - len(voice.answers),
        may_write=may_write,
        own=at.own,
        themes=_numbered(THEMES),
        may_tag=may_tag,
        notice=look.notice or None,
        field=look.field,
    )


def _values(look: Look, voice: Voice, asking: Asking) -> dict[str, str]:
    """What stands in the inputs: what was typed where something is missing, else what is kept."""
    if look.notice and look.typed and look.pressed == look.about:
        return dict(look.typed)
    kept = {f"answer_{answer.number}": answer.words for answer in voice.answers}
    worry = next(key for key, worry in WORRIES.items() if worry is voice.worry)
    helped, words = _help(voice.help, asking.help)
    return kept | {
        "agreed": "yes" if voice.agreed else "no",
        "wished": "yes" if voice.wished else "no",
        "how": str(asking.ways.index(voice.how)) if voice.how in asking.ways else "0",
        "help": helped,
        "help_words": words,
        "who": voice.who,
        "medium": voice.medium,
        "rating": str(voice.rating or ""),
        "worry": worry,
        "worried": voice.worried,
        "summary": voice.summary,
        "reason": voice.reason,
        "tried": voice.tried,
        "theme": str(THEMES.index(voice.theme)) if voice.theme in THEMES else "none",
    }


def _help(said: str, choices: Sequence[str]) -> tuple[str, str]:
    """``Interpreter, Polish`` as the number of the choice and the words beside it."""
    for at, choice in enumerate(choices):
        if said == choice or said.startswith(f"{choice}, "):
            return str(at), said[len(choice) + 2 :]
    return "none", said


def _numbered(texts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(at), text) for at, text in enumerate(texts))


def _told(voice: Voice, asking: Asking) -> tuple[tuple[str, str], ...]:
    reasons = {reason.key: reason.title for reason in asking.reasons}
    steps = asking.rating.steps if asking.rating else ()
    tried = f"{say_count(voice.tries, 'time')}" if voice.tries else ""
    heard = voice.state is VoiceState.HEARD
    return (
        ("Why", reasons.get(voice.reason, voice.reason)),
        ("Tried", tried),
        ("How", voice.how if heard else ""),
        ("On", say_day(voice.said_on) if voice.said_on else ""),
        ("Help", voice.help),
        ("Kept in", voice.medium),
        ("Rating", steps[voice.rating - 1] if voice.rating and voice.rating <= len(steps) else ""),
        ("Theme", voice.theme),
        ("Worry", WORRY_SAID[voice.worry] if heard else ""),
        ("In words", voice.worried if heard else ""),
    )
