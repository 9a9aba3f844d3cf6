"""An alert as it stands: what was raised, every reply, what each person can do now (E-25, E-52)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import ClassVar, Self

from cards.alerts.alert_form import LIMIT
from cards.card import Json, register
from cards.elements import Action, Element
from cards.kit import (
    INNER_WIDTH,
    band,
    button,
    card,
    escape,
    facts,
    fitting,
    noticed,
    opens,
    quote,
    rows,
    sentence,
    shorten,
    small,
    text_field,
    title,
)
from domain.calendar.wording import say_day, say_list, say_moment
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One step: ``what`` in words, and the words of whoever took it."""

    what: str
    who: str
    at: datetime
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What would come next: its name, who hears of it and by when a reply is asked for."""

    name: str
    who: tuple[str, ...]
    by: date


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCard:
    """``state`` is waiting, replied or closed; ``late`` where nobody replied in time.

    ``may_reply`` for those who were told, ``may_decide`` for whoever raised it. ``then`` is the
    next step, which is offered and never taken by itself; ``beyond`` says what lies after the last.
    ``note`` is the name of what whoever raised it files on the case system (SOM-61).
    """

    kind: ClassVar[str] = "alert"

    ref: Ref
    version: int
    number: str
    name: str
    level: str
    case: str
    raiser: str
    theme: str
    concern: str
    effect: str = ""
    agency: str = ""
    praise: bool = False
    state: str = "waiting"
    late: bool = False
    due: date | None = None
    steps: tuple[Happened, ...] = ()
    outcome: str = ""
    may_reply: bool = False
    may_decide: bool = False
    then: NextStep | None = None
    beyond: str = ""
    note: str = ""
    filed: bool = False
    typed: str = ""
    notice: str | None = None
    field: str | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        if self.praise:
            return f"{self.number}: good practice to read"
        if self.may_decide:
            return f"{self.number}: settled, or the next step?"
        due = f", reply by {say_day(self.due)}" if self.due and self.state == "waiting" else ""
        return f"{self.number} is here for you{due}"

    def render(self) -> Json:
        """The whole story, with the longest texts that still fit."""
        return fitting(self._render)

    def _render(self, limit: int) -> Json:
        where = f" · {self.case}" if self.case else ""
        body: list[Element | None] = [
            band(f"{self.name} {self.number}{where}", self._state()),
            title("Good practice was seen" if self.praise else f"{self.level}: {self.theme}"),
            sentence(self._sentence()),
            facts(("About", self.theme), ("Level", "" if self.praise else self.level)),
            quote("Which agency", shorten(self.agency, limit)) if self.agency else None,
            quote(f"What {self.raiser} saw", shorten(self.concern, limit)),
            quote("What it means for the child", shorten(self.effect, limit))
            if self.effect
            else None,
            *(self._step(one, limit) for one in self.steps),
            *self._reply(),
            *self._decide(),
            *self._note(),
        ]
        fallback = f"{self.number}: type reply, a colon and your words; or settled, or next step."
        return card(fallback=fallback, body=noticed(body, self.notice, self.field))

    def _state(self) -> str:
        if self.state == "closed":
            return self.outcome or "Closed"
        return "No reply yet" if self.late else self.state.capitalize()

    def _sentence(self) -> str:
        who = escape(self.raiser)
        if self.praise:
            return f"{who} wants you to know. No reply is needed."
        if self.state == "closed":
            return f"Raised by {who}. Nothing more is asked of you."
        if self.state == "replied":
            return f"There is a reply. {who} says whether that settles it."
        asked = f" by **{say_day(self.due)}**" if self.due else ""
        return f"{who} asks for a reply{asked}{', which is past' if self.late else ''}."

    def _step(self, one: Happened, limit: int) -> Element:
        said = f"{one.what} {one.who}, {say_moment(one.at)}"
        return quote(said, shorten(one.words, limit)) if one.words else small(f"{said}.")

    def _reply(self) -> list[Element]:
        if not self.may_reply:
            return []
        return [
            text_field("reply", "Your reply", limit=LIMIT, value=self.typed, hint="Plans, dates"),
            *rows([button("Send reply", "reply_to_alert", self, primary=True)]),
        ]

    def _decide(self) -> list[Element]:
        if not self.may_decide:
            return []
        found: list[Action] = [button("Settled", "settle_alert", self, primary=True)]
        if self.then:
            found.append(button("Take the next step", "move_alert_up", self))
        ending = text_field("ending", "What happens now?", limit=LIMIT, required="Please say it.")
        ends = opens(
            "Close, not settled",
            ending,
            *rows([button("Close it", "end_alert", self)], width=INNER_WIDTH),
        )
        return [small(self._offer(), "Medium"), *rows(found, [ends])]

    def _note(self) -> list[Element]:
        if not self.note or self.filed:
            return []
        asked = f"Please file the {escape(self.note)} note on the case system."
        return [
            small(asked, "Medium"),
            *rows([button("The note is filed", "file_alert_note", self)]),
        ]

    def _offer(self) -> str:
        if self.then is None:
            return self.beyond or "There is no further step here."
        who = say_list(self.then.who)
        return (
            f"Not settled? The next step is {self.then.name}: {who} would hear of it, with a reply "
            f"by {say_day(self.then.by)}. It is taken only if you press it."
        )

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """To reply, late, replied, at the last level, praise, closed, long."""
        new = cls(
            ref=Ref("alert", "12"),
            version=2,
            number="QA-12",
            name="QA alert",
            level="Informal",
            case="C-24113",
            raiser="Ivy Hart, IRO",
            theme="Planning",
            concern="The plan was last changed in May.",
            effect="The child does not know where they will live.",
            due=date(2026, 12, 8),
            may_reply=True,
        )
        then = NextStep(name="Formal", who=("Will Heath", "Theo Brook"), by=date(2026, 12, 16))
        late = replace(new, may_reply=False, may_decide=True, late=True, then=then)
        reply = Happened(
            what="Reply of",
            who="Theo Brook",
            at=datetime(2026, 12, 7, 15, 0, tzinfo=UTC),
            words="A planning meeting is set for Friday.",
        )
        up = Happened(what="Next step by", who="Ivy Hart", at=reply.at)
        replied = replace(late, late=False, state="replied", steps=(up, reply))
        return (
            new,
            late,
            replied,
            replace(replied, note="RPD"),
            replace(replied, then=None, level="Formal", beyond="Dispute process: link not set."),
            replace(new, praise=True, may_reply=False, state="closed", outcome="Passed on"),
            replace(replied, may_decide=False, state="closed", outcome="Settled"),
            replace(
                new, concern="It was late. " * 110, effect="The child waits. " * 80, agency="x"
            ),
            replace(new, notice="Please write your reply.", field="reply", case=""),
        )
