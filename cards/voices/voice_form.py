"""One person's words: written down field by field, then kept; or why there are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Action, Element, NumberInput, ToggleInput
from cards.kit import (
    Unsafe,
    band,
    button,
    card,
    choice_field,
    escape,
    facts,
    fitting,
    list_field,
    more,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    small,
    text_field,
    title,
)
from cards.voices.beside import beside_fields, theme_field
from cards.voices.parts import WORDS_LIMIT, VoiceShown, answer_fields, voice_sections
from domain.refs import Ref

State = Literal["writing", "heard", "missed", "dropped"]
STATE_WORDS = {
    "writing": "Not kept yet",
    "heard": "Kept",
    "missed": "Not heard",
    "dropped": "Given up",
}
Choices = tuple[tuple[str, str], ...]
WHOLE = "Word for word and whole, each answer in its own field. No names, please."
OWN = "Your answer is read without your name. No names of families, please."


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceForm:
    """``questions`` are (number, question, words); ``values`` what stands in the other inputs.

    ``speaker`` names no one. ``asks_agreement`` as in E-15, ``asks_wish`` as in E-65. ``worries``
    are the answers to whether a worry was voiced (SEF-10). ``shown`` is what was kept, and
    ``told`` what of it stands in facts; ``may_write`` is False for whoever only reads, and who
    ``may_tag`` notes the theme of what is kept. What staff answer themselves is their ``own``.
    """

    kind: ClassVar[str] = "voice_form"

    ref: Ref
    version: int
    what: str
    speaker: str
    of_child: bool = False
    state: State = "writing"
    questions: tuple[tuple[int, str, str], ...] = ()
    ways: Choices = ()
    helps: Choices = ()
    reasons: Choices = ()
    worries: Choices = ()
    rating: tuple[str, Choices] = ("", ())
    asks_agreement: bool = False
    asks_wish: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    shown: VoiceShown | None = None
    told: Choices = ()
    earlier: int = 0
    may_write: bool = True
    own: bool = False
    themes: Choices = ()
    may_tag: bool = False
    notice: str | None = None
    field: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line: it names nobody and quotes nothing."""
        return "Feedback to write down"

    def render(self) -> Json:
        """The form, or what was kept with the longest texts that fit."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        body = [
            band(self.what, STATE_WORDS[self.state]),
            title(self._title()),
            sentence(self._sentence()),
            *(self._written() if self.state == "writing" else self._kept(limit)),
        ]
        fallback = "Feedback: type what they said, then keep. Or not heard and why."
        return card(
            fallback=fallback, body=noticed(body, self.notice, self.field), unsafe=self.unsafe
        )

    def _title(self) -> str:
        if self.own and self.may_write:
            return "In your own words"
        return "In the child's own words" if self.of_child else "In their own words"

    def _sentence(self) -> str:
        said = {
            "writing": OWN if self.own else WHOLE,
            "heard": "These words stay as they were said.",
            "missed": "It is noted why they were not heard.",
            "dropped": "This was given up, and nothing of it counts.",
        }[self.state]
        if self.own and self.state == "writing":
            return said
        return f"**{escape(self.speaker)}.** {said}"

    def _written(self) -> list[Element | None]:
        return self._own_form() if self.own else self._form()

    def _form(self) -> list[Element | None]:
        asked, steps = self.rating
        return [
            self._tick("agreed", "Agreement", "They agreed to talk when I asked")
            if self.asks_agreement
            else None,
            self._tick("wished", "Their wish", "The young adult wishes that they are asked")
            if self.asks_wish
            else None,
            *answer_fields(self.questions),
            choice_field("rating", asked, steps, value=self._chosen("rating")) if steps else None,
            list_field("how", "How", self.ways, value=self.values.get("how", "0")),
            list_field("worry", "Did they voice a worry?", self.worries, value=self._worry()),
            *more(
                "more",
                "Theme, interpreter, your summary",
                beside_fields(self.values, self.helps, self.themes),
            ),
            *rows(self._keeps(), [self._not_heard(), button("Give it up", "drop_voice", self)]),
        ]

    def _own_form(self) -> list[Element | None]:
        """What people answer about their own work asks for nothing besides."""
        return [
            *answer_fields(self.questions),
            theme_field(self.values, self.themes),
            *rows(self._keeps(), [button("Give it up", "drop_voice", self)]),
        ]

    def _keeps(self) -> list[Action]:
        return [
            button("Keep", "finish_voice", self, primary=True),
            button("Save for later", "keep_voice", self),
        ]

    def _tick(self, name: str, label: str, text: str) -> Element:
        return ToggleInput(
            id=name,
            label=label,
            title=text,
            value=self.values.get(name, "no"),
            value_on="yes",
            value_off="no",
            error_message="Tick it if it is so.",
            wrap=True,
        )

    def _not_heard(self) -> Action:
        return opens(
            "Not heard",
            choice_field("reason", "Why not?", self.reasons, value=self._chosen("reason")),
            NumberInput(
                id="tries",
                label="How often did you try?",
                min=0,
                max=20,
                error_message="A number from 0 to 20.",
            ),
            text_field(
                "tried",
                "What did you try? No names, please (optional)",
                limit=WORDS_LIMIT,
                value=self.values.get("tried", ""),
            ),
            *rows([button("Keep the reason", "miss_voice", self)]),
        )

    def _kept(self, limit: int) -> list[Element | None]:
        said = voice_sections([self.shown], limit) if self.shown else []
        earlier = "Earlier words were put right; they are kept as well."
        tried = self.values.get("tried", "")
        return [
            facts(*self.told),
            quote("What was tried", tried) if tried and self.state == "missed" else None,
            *said,
            small(earlier) if self.earlier else None,
            *rows(self._after()),
        ]

    def _after(self) -> list[Action]:
        """What can still be done once it is kept."""
        if self.state != "heard":
            return []
        tag = opens(
            "Note the theme",
            theme_field(self.values, self.themes),
            *rows([button("Note it", "tag_voice", self)]),
        )
        written = [self._put_right()] if self.may_write else []
        return [*written, *([tag] if self.may_tag else [])]

    def _put_right(self) -> Action:
        return opens(
            "Put the words right",
            small("What was kept before stays beside it."),
            *answer_fields(self.questions),
            text_field(
                "summary",
                "Your summary. It never replaces their words (optional)",
                limit=WORDS_LIMIT,
                value=self.values.get("summary", ""),
            ),
            *rows([button("Keep", "finish_voice", self)]),
        )

    def _chosen(self, name: str) -> str | None:
        known = dict(self.reasons if name == "reason" else self.rating[1])
        value = self.values.get(name)
        return value if value in known else None

    def _worry(self) -> str:
        value = self.values.get("worry", "none")
        return value if value in dict(self.worries) else "none"

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To be written in three ways, lacking something, kept, put right, not heard, given up."""
        form = cls._example()
        words = ((1, "What has helped?", "He listens to us, he really does."),)
        shown = VoiceShown(
            who="Parent (the mother)", how="Phone", answers=(("What has helped?", "He listens."),)
        )
        told = (("How", "Phone"), ("On", "Tuesday 14 October"), ("Help", "Interpreter, Polish"))
        heard = replace(form, state="heard", questions=words, shown=shown, told=told, version=4)
        child = replace(shown, who="Child", of_child=True, summary="Content at school.")
        steps = (("1", "Very helpful"), ("2", "Helpful"), ("3", "Not helpful"))
        return (
            form,
            replace(form, speaker="Child", of_child=True, asks_agreement=False),
            replace(form, asks_wish=True, rating=("How helpful was it?", steps)),
            replace(form, questions=words, notice="Please tick it.", field="agreed"),
            heard,
            replace(heard, speaker="Child", of_child=True, shown=child, earlier=1),
            replace(heard, may_write=False),
            replace(
                form,
                state="missed",
                told=(("Why", "Could not be reached"), ("Tried", "2 times")),
                values={"tried": "Rang twice in the evening."},
            ),
            replace(form, state="dropped"),
            replace(form, speaker="A colleague", own=True, asks_agreement=False),
            replace(heard, may_write=False, may_tag=True),
        )

    @classmethod
    def _example(cls) -> Self:
        asked = ("What has helped?", "What could be better?", "What has changed for you?")
        return cls(
            ref=Ref("voice", "7"),
            version=1,
            what="Deep dive audit · C-24113",
            speaker="Parent",
            questions=tuple((number, text, "") for number, text in enumerate(asked, 1)),
            ways=(("0", "Phone"), ("1", "In person"), ("2", "Letter")),
            helps=(("0", "Interpreter"), ("1", "Through the worker")),
            reasons=(("declined", "They declined"), ("no_reply", "Could not be reached")),
            worries=(
                ("none", "No"),
                ("now", "Yes, raise it now"),
                ("left", "Yes, it can wait for the finished audit"),
            ),
            themes=(("0", "Being listened to"), ("1", "Visits and contact")),
            asks_agreement=True,
        )
