"""The talk between two auditors before they submit: both tick, and no grade is shown (HER-07)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ClassVar, Self

from cards.card import Json, register
from cards.kit import (
    Unsafe,
    band,
    bullets,
    button,
    card,
    facts,
    noticed,
    rows,
    sentence,
    title,
)
from domain.calendar.wording import say_moment
from domain.refs import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatTick:
    """One auditor and when they ticked; ``mine`` is the reader's."""

    label: str
    name: str
    ticked_at: datetime | None = None
    mine: bool = False


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class JointTalk:
    """Each auditor has this card with their own tick and the others'."""

    kind: ClassVar[str] = "joint_talk"

    ref: Ref
    version: int
    case: str
    programme: str
    name: str
    ticks: tuple[SeatTick, ...]
    prompts: tuple[str, ...] = ()
    required: bool = True
    notice: str | None = None
    unsafe: Unsafe | None = None

    @property
    def summary(self) -> str | None:
        """The notification's line."""
        return f"{self.case}: the talk between auditors"

    def render(self) -> Json:
        """Who has ticked, what to talk about, and the tick."""
        done = all(tick.ticked_at for tick in self.ticks)
        mine = any(tick.mine and not tick.ticked_at for tick in self.ticks)
        tick = button("We have talked", "tick_talk", self, primary=True)
        body = [
            band(f"{self.programme} · {self.case}", "Held" if done else "To be held"),
            title(f"{self.case}: auditors' talk"),
            sentence(self._sentence(done=done)),
            facts(*((_name(tick), _said(tick)) for tick in self.ticks)),
            bullets(self.prompts) if self.prompts and not done else None,
            *(rows([tick]) if mine else []),
        ]
        fallback = f"{self.case}: the talk between auditors. Type talked when you have talked."
        return card(fallback=fallback, body=noticed(body, self.notice), unsafe=self.unsafe)

    def _sentence(self, *, done: bool) -> str:
        if done:
            return "All of you have ticked. Each of you can submit now."
        must = "None of you can submit before all have ticked." if self.required else ""
        own = "Grade on your own first: I show nobody's grades to the other."
        return f"Talk it through, then tick it here. {must} {own}".replace("  ", " ")

    @classmethod
    def examples(cls) -> Sequence[Self]:
        """Nobody, the reader, the other, both; optional."""
        at = datetime(2026, 10, 20, 13, 5, tzinfo=UTC)
        mine = SeatTick(label="lead auditor", name="Ada Okafor", mine=True)
        theirs = SeatTick(label="peer auditor", name="Ivo Hart")
        talk = cls(
            ref=Ref("talk", "8"),
            version=1,
            case="C-23087",
            programme="Case file audit",
            name="Talk between lead and peer",
            ticks=(mine, theirs),
            prompts=("Where do you see the same strengths?",),
        )
        return (
            talk,
            replace(talk, ticks=(replace(mine, ticked_at=at), theirs)),
            replace(talk, ticks=(mine, replace(theirs, ticked_at=at)), required=False),
            replace(talk, ticks=tuple(replace(t, ticked_at=at) for t in (mine, theirs))),
        )


def _name(tick: SeatTick) -> str:
    return "You" if tick.mine else tick.name


def _said(tick: SeatTick) -> str:
    when = f"ticked at {say_moment(tick.ticked_at)}" if tick.ticked_at else "not ticked yet"
    return f"{tick.label}, {when}"
