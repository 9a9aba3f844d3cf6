"""A nomination to verify: edit, accept, ask, or decline kindly (SOM-19, E-18, E-83)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal, Self

from cards.card import Json, register
from cards.elements import Action, Element
from cards.kit import (
    Target,
    band,
    bullets,
    button,
    card,
    date_field,
    escape,
    facts,
    fitting,
    list_field,
    many_field,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    short_field,
    text_field,
    title,
)
from cards.nominations.parts import cut
from domain.calendar.wording import say_count, say_day
from domain.refs import Ref

TEXT_LIMIT, NOTE_LIMIT = 2000, 500
KIND_NOTE = (
    "Thank you for noticing this and for taking the time to write it down. "
    "It is good work. We will not add it to the library this time, because "
)
State = Literal["open", "queried", "accepted", "declined", "withdrawn", "gone"]
WORDS: dict[State, tuple[str, str]] = {
    "open": ("To verify", "Good practice to verify"),
    "queried": ("You asked", "You asked the nominator"),
    "accepted": ("Accepted", "You accepted this"),
    "declined": ("Declined", "You declined this"),
    "withdrawn": ("Withdrawn", "This was taken out again"),
    "gone": ("Passed on", "Somebody else verifies this"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What somebody wrote, and who."""

    by: str
    text: str


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class NominationToVerify:
    """``telling`` are places in ``text`` that may give somebody away; then a tick is asked for.

    ``exchanged`` are questions and answers, ``endorsed`` what colleagues added. ``entry`` is what
    it became, with its version. ``areas`` are (key, title) of the council's audits. Where the
    council ``interviews``, ``booked`` says when and where.
    """

    kind: ClassVar[str] = "nomination_to_verify"

    ref: Ref
    version: int
    number: str
    state: State
    rule: str
    nominator: str = ""
    nominee: str = ""
    nominated: date | None = None
    due: date | None = None
    reason: str = ""
    seen: str = ""
    alike: int = 0
    endorsed: tuple[Words, ...] = ()
    exchanged: tuple[Words, ...] = ()
    text: str = ""
    telling: tuple[str, ...] = ()
    areas: tuple[tuple[str, str], ...] = ()
    area: str = "none"
    entry: Target | None = None
    interviews: bool = False
    booked: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"A nomination to verify: {self.number}"

    @property
    def editable(self) -> bool:
        """Whether it is the reader's to decide."""
        return self.state in {"open", "queried"}

    def render(self) -> Json:
        """The nominator's words, the text to edit, and the three answers."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        word, heading = WORDS[self.state]
        body = [
            band(f"{self.rule} · {self.number}", word),
            title(heading),
            sentence(self._sentence()),
            *self._words(limit),
            *(self._form() if self.editable else []),
            *self._kept(limit),
        ]
        fallback = f"{self.number}: good practice to verify. Type accept, ask: … or decline: …"
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _sentence(self) -> str:
        if self.state == "gone":
            return "You need do nothing more about it."
        on = f" on {say_day(self.nominated)}" if self.nominated else ""
        said = f"{escape(self.nominator)} nominated {escape(self.nominee)}{on}."
        if self.state in {"accepted", "declined", "withdrawn"}:
            return said
        like = say_count(self.alike, "other nomination")
        others = f"{like} of {escape(self.nominee)} in a year." if self.alike else ""
        due = f"Please decide by **{say_day(self.due)}**." if self.due else ""
        return " ".join(part for part in (said, others, due) if part)

    def _words(self, limit: int) -> list[Element]:
        if not self.reason:
            return []
        endorsed = say_count(len(self.endorsed), "colleague") if self.endorsed else ""
        found = [
            quote(f"In {self.nominator}'s words", cut(self.reason, limit)),
            facts(("Seen", self.seen), ("Endorsed", endorsed), ("Interview", self.booked)),
        ]
        said = [Words(by=f"{one.by} endorses it", text=one.text) for one in self.endorsed[:3]]
        found += [quote(one.by, cut(one.text, limit // 2)) for one in (*said, *self.exchanged)]
        return [part for part in found if part]

    def _form(self) -> list[Element]:
        text = text_field(
            "text",
            "For the library: edit until nobody can be recognised",
            limit=TEXT_LIMIT,
            value=self.text,
        )
        area = list_field("area", "Area", (("none", "No area"), *self.areas), value=self.area)
        return [
            text,
            *self._warning(),
            *([area] if self.areas else []),
            *self._answers(),
        ]

    def _warning(self) -> list[Element]:
        if not self.telling:
            return []
        lead = [
            sentence("**This may tell who somebody is:**", "Medium"),
            bullets(self.telling[:8]),
        ]
        return [
            *([] if self.field == "text" else lead),  # then the notice names them already
            many_field(
                "checked",
                "Please take it out, or tick that it tells nothing.",
                (("yes", "Nobody can be recognised from this"),),
            ),
        ]

    def _answers(self) -> list[Element]:
        ask = opens(
            "Ask for more",
            text_field(
                "question",
                "What would you like to know?",
                limit=NOTE_LIMIT,
                required="Please write your question.",
            ),
            *rows([button("Send question", "query_nomination", self)], width=270),
        )
        decline = opens(
            "Decline",
            text_field(
                "note",
                "Your note to the nominator: please say why",
                limit=NOTE_LIMIT,
                value=KIND_NOTE,
                required="Please leave a line.",
            ),
            *rows([button("Send the note", "decline_nomination", self)], width=270),
        )
        accept = button("Accept", "accept_nomination", self, primary=True)
        book = [self._book()] if self.interviews else []
        on = button("Pass it on", "pass_nomination", self)
        return rows([accept, ask, decline], [*book, on])

    def _book(self) -> Action:
        return opens(
            "Book another day" if self.booked else "Book the interview",
            date_field("interview_on", "On which day?"),
            short_field("place", "Time and place", limit=120, hint="14:00, Room 2"),
            *rows([button("Book it", "book_interview", self)], width=270),
        )

    def _kept(self, limit: int) -> list[Element]:
        if self.state not in {"accepted", "withdrawn"}:
            return []
        shown = [quote("In the library", cut(self.text, limit))] if self.entry else []
        out = [button("Take it out", "withdraw_entry", self.entry)] if self.entry else []
        return [*shown, *rows(out)]

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To verify, telling, endorsed, asked, answered, and each end of it."""
        words = "Tommy, aged 7, led his own review with the memory map that she made with him."
        new = cls(
            ref=Ref("nomination", "58"),
            version=2,
            number="N-58",
            state="open",
            rule="Good practice",
            nominator="Ivo Hart",
            nominee="Priya Nair",
            nominated=date(2026, 11, 16),
            due=date(2026, 11, 30),
            reason=words,
            seen="Supervision",
            text="A young person led their own review with a memory map.",
            areas=(("voice", "Voice of the child"), ("planning", "Planning and review")),
        )
        asked = Words(by="You asked", text="What did he say himself?")
        answer = Words(by="Ivo Hart answered", text="That it was his.")
        telling = replace(new, text=words, telling=("Tommy", "aged 7"))
        done = replace(new, state="accepted", entry=Target(Ref("entry", "4"), 1))
        return (
            new,
            replace(telling, alike=1),
            replace(new, endorsed=(Words(by="Lena Voss", text="I saw the map too."),)),
            replace(new, state="queried", exchanged=(asked,)),
            replace(new, exchanged=(asked, answer), areas=(), area="planning"),
            replace(telling, notice="This may tell who it is: Tommy and aged 7.", field="text"),
            replace(new, interviews=True),
            replace(new, interviews=True, booked="Thursday 3 December, 14:00, Room 2"),
            done,
            replace(done, state="withdrawn", entry=None),
            replace(new, state="declined"),
            cls(ref=new.ref, version=3, number="N-58", state="gone", rule="Good practice"),
        )
