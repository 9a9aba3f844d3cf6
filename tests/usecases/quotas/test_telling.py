"""A piece put on record by hand: the worker and the team are told, and both are ticked (LEI-12)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.refs import Ref
from tests.cards.walk import words
from tests.chat import Chat
from tests.town import Town
from usecases.quotas.telling import CARD, TELL

NOVEMBER = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BOTH = "worker_told,team_told"


@pytest.fixture
def town(leicestershire: Town) -> Town:
    leicestershire.now = NOVEMBER
    return leicestershire


async def records(tess: Chat, told: str = "") -> str:
    """Tess puts a piece on record with the form; gives the line."""
    form = await tess.sees("piece_form", Ref("person", tess.id))
    assert form
    assert "I told the team as a whole" in words(form)
    done = await tess.press("record_piece", on=form, part="other", form="F-1", told=told)
    return done.line


@pytest.mark.rows("LEI-12")
async def test_both_ticks_are_asked_until_both_are_set(town: Town) -> None:
    tess = town.chat("tess")
    assert (await records(tess)).endswith("A card asks whom you have still to tell.")
    (duty,) = await town.duties("tess")
    assert (duty.kind, duty.due_at.date().isoformat()) == (TELL, "2026-12-21")
    assert "Other, 23 November" in tess.words(CARD)
    await tess.press("tick_told")
    assert [one.id for one in await town.duties("tess")] == [duty.id]
    work = await tess.says("my work")
    assert work.card
    assert "Tell the worker and the team what was found" in words(work.card.render())
    await tess.press("tick_told")
    assert await town.duties("tess") == []
    assert "Everybody was told." in tess.words(CARD)
    entries = await town.trail("piece", 1)
    assert [entry.details.get("tick") for entry in entries] == [None, "worker_told", "team_told"]
    again = await tess.tampers("tick_told", "told-1-team_told", 1)
    assert again == "This is ticked already, so nothing was changed."


async def test_what_was_told_already_is_ticked_on_the_form(town: Town) -> None:
    tess = town.chat("tess")
    assert await records(tess, BOTH) == "Recorded: other of 23 November."
    assert await town.duties("tess") == []
    assert CARD not in tess.kinds
    assert len(await town.trail("piece", 1)) == 3


async def test_the_card_asks_for_the_one_that_is_missing(town: Town) -> None:
    tess = town.chat("tess")
    await records(tess, "worker_told,something")
    card = tess.words(CARD)
    assert "I told the worker in supervision\n23 November" in card
    assert "Confirm 2" not in card
    await tess.press("tick_told")
    assert await town.duties("tess") == []


async def test_it_can_all_be_typed(town: Town) -> None:
    tess = town.chat("tess")
    await tess.says("learning done other, form F-3, team told")
    assert "I told the team as a whole\n23 November" in tess.words(CARD)
    assert (await tess.says("confirm")).line == "Thank you. It is noted."
    assert "Everybody was told." in tess.words(CARD)
    await tess.says("learning done other, form F-4, team told, worker told")
    assert tess.kinds.count(CARD) == 1


@pytest.mark.parametrize("ref", ["told-1", "told-1-nobody_told", "told-2-team_told", "told-x-y"])
async def test_a_tick_that_there_is_not_is_refused(town: Town, ref: str) -> None:
    tess = town.chat("tess")
    await records(tess)
    assert await tess.tampers("tick_told", ref, 1)
    assert len(await town.trail("piece", 1)) == 1


async def test_nobody_else_ticks_or_sees_it_but_who_covers(town: Town) -> None:
    await records(town.chat("tess"))
    theo = town.chat("theo")
    refused = await theo.tampers("tick_told", "told-1-team_told", 1)
    assert refused.startswith("This is not yours to do")
    assert await theo.sees(CARD, Ref("told", "1")) is None
    await town.away("tess", cover="theo")
    assert await theo.sees(CARD, Ref("told", "1"))


@pytest.mark.rows("SOM-21")
async def test_a_council_that_does_not_ask_is_asked_nothing(somerset: Town) -> None:
    tess = somerset.chat("tess")
    await tess.says("learning done family feedback, Wes Tarn, She felt heard, team told")
    assert await somerset.duties("tess") == []
    form = await tess.sees("piece_form", Ref("person", "tess"))
    assert form
    assert "told" not in words(form)
