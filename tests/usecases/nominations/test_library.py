"""The library: what is found, who is named, and what is taken out."""

from __future__ import annotations

import pytest

from cards.nominations.library import Library
from tests.cards.walk import words
from tests.town import Town
from tests.usecases.nominations.seeding import (
    ANONYMOUS,
    accepted,
    nominated,
    nomination,
    verifying,
)

COURT = "A worker wrote calm and clear court statements."
MAP = "A worker drew a memory map with a young person."


async def looks(town: Town, asked: str, reader: str = "hal") -> Library:
    card = (await town.chat(reader).says(asked)).card
    assert isinstance(card, Library)
    return card


async def texts(town: Town, asked: str) -> list[str]:
    return [example.text for example in (await looks(town, asked)).examples_found]


async def filled(town: Town) -> Town:
    """Court, of Will in the second area; then a map, of Wanda in the first."""
    second, first = town.council.framework.programmes[town.programme].areas[1::-1]
    await nominated(town, who="Will Heath", what="calm and clear court statements")
    await accepted(town, text=COURT, area=second.key)
    await nominated(town, what="the memory map she drew")
    await accepted(town, 2, text=MAP, area=first.key)
    return town


@pytest.mark.rows("SOM-20", "HER-24")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("library", [MAP, COURT]),
        ("library maps", [MAP]),
        ("search the library for court-statements", [COURT]),
        ("library the worker and maps", [MAP]),
        ("library area 1", [MAP]),
        ("library area 2 2026", [COURT]),
        ("library area 99", []),
        ("library team Children in Care", [COURT]),
        ("library safeguarding memory", [MAP]),
        ("library 2025", []),
        ("library worker 2026", [MAP, COURT]),
        ("library juggling", []),
    ],
)
async def test_it_is_searched_by_words_area_team_type_and_year(
    hills: Town, asked: str, found: list[str]
) -> None:
    assert await texts(await filled(hills), asked) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("library memmory", [MAP]),
        ("library cort statments", [COURT]),
        ("library memmory 2025", []),
        ("library xylophone", []),
    ],
)
async def test_a_mistyped_word_finds_what_comes_near_and_says_so(
    hills: Town, asked: str, found: list[str]
) -> None:
    card = await looks(await filled(hills), asked)
    assert [example.text for example in card.examples_found] == found
    assert card.nearly is bool(found)
    assert ("these come near" in str(card.render())) is bool(found)


async def test_life_story_finds_life_story_however_it_is_written(county: Town) -> None:
    await nominated(county)
    await accepted(county)
    for said in ("life story", "life-story", "Life Stories", "lifes storys", "story of a life"):
        assert await texts(county, f"library {said}") == [ANONYMOUS], said


async def test_names_are_nowhere_in_what_is_searched_or_shown(county: Town) -> None:
    await nominated(county, what="the book she made with Tommy Fern, aged 7")
    await accepted(county, text="A worker made a book with a young person.")
    known = await county.read(lambda uow: uow.library.known())
    assert not {"tommi", "tommy", "fern", "wanda", "moor"} & set(known)
    for said in ("Tommy", "Fern", "Wanda"):
        assert await texts(county, f"library {said}") == []


@pytest.mark.rows("LEI-40")
async def test_think_practice_is_drafted_from_the_good_practice_of_the_quarter(
    leicestershire: Town,
) -> None:
    town = leicestershire
    old, new = "calm and clear court statements", "the memory map she drew"
    await nominated(town, what=old)
    await accepted(town, text=COURT)
    town.later(days=100)
    await nominated(town, what=new)
    await accepted(town, 2, text=MAP)
    quin = town.chat("quin")
    drafted = await quin.says("think practice")
    assert drafted.card is not None
    said = words(drafted.card.render())
    assert MAP in said
    assert COURT not in said
    assert "1 piece kept since" in said
    assert "Wanda" not in said
    await town.chat("wanda").press("show_my_name")
    named = await quin.says("newsletter draft")
    assert named.card is not None
    assert "Wanda Moor" in words(named.card.render())
    assert (await town.chat("wes").says("newsletter")).line.startswith("The draft is for those")


async def test_pages_are_turned_in_place(county: Town) -> None:
    whats = ("maps", "boxes", "letters", "walks", "songs")
    for number, what in enumerate(whats, 1):
        await nominated(county, what=f"work with {what} of {what}s")
        await accepted(county, number, text=f"A worker used {what}.")
    first = await looks(county, "library worker")
    assert [e.text for e in first.examples_found] == [
        f"A worker used {what}." for what in ("songs", "walks", "letters")
    ]
    assert first.more
    chat = county.chat("hal")
    outcome = await chat.press("turn_page", on=first.render())
    assert isinstance(outcome.card, Library)
    assert [e.text[14:-1] for e in outcome.card.examples_found] == ["boxes", "maps"]
    assert outcome.card.more is None
    assert outcome.card.less == first.ref
    assert await texts(county, "library worker page 2") == [
        "A worker used boxes.",
        "A worker used maps.",
    ]


async def test_nobody_is_named_who_did_not_agree(county: Town) -> None:
    await nominated(county)
    await accepted(county)
    assert "Wanda" not in str((await looks(county, "library")).render())
    await county.chat("wanda").press("show_my_name")
    assert "Wanda Moor" in str((await looks(county, "library")).render())
    await county.chat("wanda").press("hide_my_name")
    assert "Wanda" not in str((await looks(county, "library")).render())
    assert "not yours" in await county.chat("wes").tampers("show_my_name", "entry-1", 3)


@pytest.mark.parametrize("whose", ["nominee", "verifier"])
async def test_it_is_taken_out_on_request_and_the_trail_keeps_that(
    county: Town, whose: str
) -> None:
    await nominated(county)
    await accepted(county)
    chat = county.chat("wanda") if whose == "nominee" else await verifying(county)
    done = await chat.press("withdraw_entry")
    assert done.line == "Taken out. No search finds it any more."
    assert await texts(county, "library") == []
    assert await texts(county, "library book") == []
    assert [entry.action for entry in await county.trail("entry", 1)] == [
        "keep_entry",
        "withdraw_entry",
    ]
    assert "Taken out" in county.chat("wanda").words("library_entry")
    assert "This was taken out again" in (await verifying(county)).words("nomination_to_verify")
    assert "taken out already" in await chat.tampers("withdraw_entry", "entry-1", 2)


async def test_nobody_else_takes_it_out(county: Town) -> None:
    await nominated(county)
    await accepted(county)
    assert "not yours" in await county.chat("wes").tampers("withdraw_entry", "entry-1", 1)
    assert (await nomination(county)).verifier
    assert len(await texts(county, "library")) == 1


@pytest.mark.parametrize("ref", ["library-x-a", "library-0-a", "library-1"])
async def test_a_page_that_is_none_is_refused(county: Town, ref: str) -> None:
    assert await county.chat("hal").tampers("turn_page", ref, 1)
