"""What feedback of a quarter is about, for those who may read it (SOM-23, COL-34, HER-34)."""

from __future__ import annotations

from cards.voices.feedback_themes import FeedbackThemes
from domain.delivery.message import Doubt
from domain.refs import Ref
from domain.voices.themes import count_themes, quarter
from usecases.showing import Look, shows

VIEW = "feedback_themes"
FURTHEST = 8  # quarters back


def themes_ref(person_id: str, back: int = 0) -> Ref:
    """``themes-1.sal``: the last whole quarter, for Sal."""
    return Ref("themes", f"{min(max(back, 0), FURTHEST)}.{person_id}")


@shows(VIEW, doubt=Doubt.LET_BE)
async def show_feedback_themes(look: Look) -> FeedbackThemes | None:
    """Of the ways that the reader may read; None for whoever may read none."""
    back, _, whose = look.about.key.partition(".")
    every = [way for way in look.council.framework.feedback if way.on]
    runs = look.council.coordinates(look.reader)
    mine = [way for way in every if runs or look.reader.holds(frozenset(way.to))]
    if not mine or whose != look.reader.id or back not in {str(n) for n in range(FURTHEST + 1)}:
        return None
    first, last = quarter(look.today, back=int(back))
    voices = [
        (voice, way.title)
        for way in mine
        for voice in await look.uow.voices.of_source(way.key, first, last)
    ]
    counted = count_themes(voices)
    return FeedbackThemes(
        ref=look.about,
        version=1,
        period=f"{first:%B} to {last:%B %Y}",
        heard=counted.heard,
        missed=counted.missed,
        themes=counted.themes,
        ways=counted.ways,
        notice=look.notice or None,
    )
