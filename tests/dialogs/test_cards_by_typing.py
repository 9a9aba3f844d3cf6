"""Typing on the allocation card, the notice and the findings."""

from __future__ import annotations

import pytest

from domain.audits.audit import SeatState
from tests.dialogs.transcript import pair, talk
from tests.town import Town


async def peer(town: Town) -> tuple[str | None, SeatState]:
    seat = await town.seat(1, "peer")
    return seat.holder, seat.state


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("accept", SeatState.ACCEPTED),
        ("Accept for later.", SeatState.ACCEPTED),
        ("acept", SeatState.ACCEPTED),
        ("start", SeatState.STARTED),
        ("start now", SeatState.STARTED),
    ],
)
async def test_words_of_the_newest_card_press_it(
    herefordshire: Town, typed: str, state: SeatState
) -> None:
    ada = await pair(herefordshire)
    await talk(ada, (typed, "C-23087"))
    assert await peer(herefordshire) == ("ada", state)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("can't do 1", "conflict"),
        ("can't do 2", "away"),
        ("can\u2019t do 2", "away"),
        ("cant do workload", "workload"),
        ("can't take 4", "other"),
        ("decline something else", "other"),
        ("can't do I will be away", "away"),
    ],
)
async def test_declining_needs_its_word_and_a_reason(
    herefordshire: Town, typed: str, reason: str
) -> None:
    ada = await pair(herefordshire)
    await talk(ada, (typed, "C-23087 is no longer yours."))
    holder, _ = await peer(herefordshire)
    assert holder in {"ivy", "chip"}
    (refusal,) = await herefordshire.read(lambda uow: uow.audits.refusals(2))
    assert refusal.reason == reason


@pytest.mark.parametrize(
    "typed", ["1", "2", "4", "can't do", "decline", "can't do 9", "away", "I will be away"]
)
async def test_nothing_else_ever_declines(herefordshire: Town, typed: str) -> None:
    ada = await pair(herefordshire)
    await ada.says("my work")
    await ada.says(typed)
    assert (await peer(herefordshire))[0] == "ada"


async def test_an_unfinished_decline_says_the_reasons(herefordshire: Town) -> None:
    ada = await pair(herefordshire)
    await talk(
        ada,
        ("C-23087", "here it is"),
        ("can't do", "1 you know the family, 2 you will be away, 3 too much on, 4 something else"),
        ("can't do 3", "C-23087 is no longer yours."),
    )


async def test_seen_and_a_line_for_the_auditors(herefordshire: Town) -> None:
    await pair(herefordshire)
    wes = herefordshire.chat("wes")
    await talk(
        wes,
        ("seen", "I have noted that you know of the audit of C-23087."),
        ("tell: Mum reads best in the evening", "I have passed it on word for word."),
    )
    notice = await herefordshire.read(lambda uow: uow.notices.get(1))
    assert notice is not None
    assert notice.seen_at
    assert notice.note == "Mum reads best in the evening"
    assert "Mum reads best" in herefordshire.chat("ada").words("times_suggested")


async def test_tell_and_the_auditors_name(herefordshire: Town) -> None:
    await pair(herefordshire)
    await talk(herefordshire.chat("wes"), ("tell Ada: Ring after four", "I have passed it on"))


async def test_chatter_is_never_passed_on(herefordshire: Town) -> None:
    await pair(herefordshire)
    await herefordshire.chat("wes").says("what is this audit about then")
    notice = await herefordshire.read(lambda uow: uow.notices.get(1))
    assert notice is not None
    assert notice.note == ""
    assert "times_suggested" not in herefordshire.chat("ada").kinds


async def test_findings_are_read_by_typing(herefordshire: Town) -> None:
    await pair(herefordshire)
    for name in ("tess", "ada"):
        chat = herefordshire.chat(name)
        await chat.press("start_audit")
        await chat.grades(*["good"] * 6, overall="good")
    herefordshire.later(minutes=10)
    await herefordshire.settle()
    wes = herefordshire.chat("wes")
    await talk(wes, ("read", "I have noted that you read the findings of C-23087."))
    notice = await herefordshire.read(lambda uow: uow.notices.get(1))
    assert notice is not None
    assert notice.read_at == herefordshire.now
