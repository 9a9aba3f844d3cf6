"""What several cards show of voices: the child first, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cards.elements import Container, Element
from cards.kit import shorten, small, subtitle
from cards.kit.blocks import paragraphs
from cards.kit.fields import text_field

ANSWER_LIMIT = 2000
WORDS_LIMIT = 500
CHILD = "The child's own voice"
OTHERS = "What the family and others said"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceShown:
    """One person's words: ``answers`` are (question, words); ``summary`` is the auditor's."""

    who: str
    how: str = ""
    of_child: bool = False
    answers: tuple[tuple[str, str], ...] = ()
    summary: str = ""


def voice_sections(voices: Sequence[VoiceShown], limit: int) -> list[Element]:
    """A section for children and one for the others, under headings that say whose words."""
    drawn: list[Element] = []
    for heading, of_child in ((CHILD, True), (OTHERS, False)):
        spoken = [voice for voice in voices if voice.of_child is of_child]
        if spoken:
            drawn += [subtitle(heading), *(_voice(voice, limit) for voice in spoken)]
    return drawn


def _voice(voice: VoiceShown, limit: int) -> Element:
    under = ", ".join(part for part in (voice.who, voice.how.lower()) if part)
    words = [
        block
        for question, said in voice.answers
        for block in paragraphs(shorten(said, limit), lead=question)
    ]
    beside = [small(f"In the auditor's words: {shorten(voice.summary, limit)}")]
    items = [small(under, "None"), *words, *(beside if voice.summary else [])]
    return Container(style="emphasis", spacing="Medium", items=items)


def answer_fields(questions: Sequence[tuple[int, str, str]]) -> list[Element]:
    """A field of its own for each answer, given as (number, question, words)."""
    return [
        text_field(f"answer_{number}", question, limit=ANSWER_LIMIT, value=words)
        for number, question, words in questions
    ]


EXAMPLE_VOICES = (
    VoiceShown(
        who="Child",
        how="In person",
        of_child=True,
        answers=(("What has helped?", "She comes when she says she will."),),
    ),
    VoiceShown(
        who="Parent (the mother)",
        how="Phone",
        answers=(("What could be better?", "Nobody told us of the new school."),),
        summary="Content, but not told in time.",
    ),
)
