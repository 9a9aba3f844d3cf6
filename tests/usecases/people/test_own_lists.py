"""My work, opening a line of it, the welcome, who am I, help."""

from __future__ import annotations

from datetime import date

import pytest

from cards.people.moved_on import MovedOn
from domain.refs import Ref
from tests.town import Town


async def two_lines(town: Town) -> None:
    """Ada and Tess have a seat to answer in each of two records."""
    await town.audit("C-23087", lead="tess", peer="ada")
    await town.audit("C-23145", date(2026, 11, 30), lead="tess", peer="ada")


async def test_my_work_lists_what_waits_soonest_first(herefordshire: Town) -> None:
    await two_lines(herefordshire)
    ada = herefordshire.chat("ada")
    await ada.press("accept_audit")
    card = (await ada.says("my work")).card
    assert card is not None
    said = str(card.render())
    assert said.index("Answer C-23087") < said.index("Grade C-23145")
    assert "Case file audit, not started yet" in said


async def test_what_others_must_do_is_not_ones_own_work(herefordshire: Town) -> None:
    await two_lines(herefordshire)
    card = await herefordshire.chat("otto").sees("my_work", Ref("person", "otto"))
    assert "C-23087" not in str(card)


async def test_progress_shows_in_the_line(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    ada = herefordshire.chat("ada")
    await ada.press("start_audit")
    await ada.press("finish_area", grade="good", evidence="Seen")
    assert "1 of 6 areas" in str(await ada.sees("my_work", Ref("person", "ada")))


async def test_late_work_is_said_to_be_late(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    herefordshire.later(days=7)
    card = await herefordshire.chat("ada").sees("my_work", Ref("person", "ada"))
    assert "2 days late" in str(card)


async def test_a_line_opens_the_card_on_which_it_is_done(herefordshire: Town) -> None:
    await two_lines(herefordshire)
    ada = herefordshire.chat("ada")
    listed = await ada.sees("my_work", Ref("person", "ada"))
    assert listed is not None
    outcome = await ada.press("open_duty", on=listed)
    assert outcome.line == "Answer C-23087: here it is."
    assert ada.kinds[-1] == "audit_allocated"


async def test_a_line_of_a_started_audit_opens_the_form(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    ada = herefordshire.chat("ada")
    await ada.press("start_audit")
    listed = await ada.sees("my_work", Ref("person", "ada"))
    assert listed is not None
    await ada.press("open_duty", on=listed)
    assert ada.kinds == ["audit_allocated", "grading", "grading"]


async def test_a_line_that_is_done_is_not_opened_again(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    ada = herefordshire.chat("ada")
    listed = await ada.sees("my_work", Ref("person", "ada"))
    assert listed is not None
    await ada.press("decline_audit", reason="away")
    outcome = await ada.press("open_duty", on=listed)
    assert not outcome.done
    assert ada.kinds == ["audit_allocated"]


async def test_somebody_elses_line_is_not_opened(herefordshire: Town) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    listed = await herefordshire.chat("ada").sees("my_work", Ref("person", "ada"))
    assert listed is not None
    otto = herefordshire.chat("otto")
    outcome = await otto.press("open_duty", on=listed)
    assert "This is not yours to do" in outcome.line
    assert "C-23087" not in str(outcome.card.render() if outcome.card else "")
    assert otto.kinds == []


@pytest.mark.parametrize("verb", ["open_work", "open_help"])
async def test_ones_own_lists_are_ones_own(herefordshire: Town, verb: str) -> None:
    welcome = await herefordshire.chat("ada").sees("welcome", Ref("person", "ada"))
    assert welcome is not None
    assert (await herefordshire.chat("ada").press(verb, on=welcome)).done
    outcome = await herefordshire.chat("otto").press(verb, on=welcome)
    assert not outcome.done
    assert not isinstance(outcome.card, MovedOn)


async def test_the_welcome_counts_what_waits(herefordshire: Town) -> None:
    nothing = str(await herefordshire.chat("ada").sees("welcome", Ref("person", "ada")))
    assert "Nothing is waiting for you" in nothing
    await two_lines(herefordshire)
    waiting = str(await herefordshire.chat("ada").sees("welcome", Ref("person", "ada")))
    assert "Ada" in waiting
    assert "Nothing is waiting" not in waiting
    assert waiting != nothing


async def test_who_am_i_says_what_the_staff_list_says(herefordshire: Town) -> None:
    await herefordshire.away("tess", cover="theo")
    said = str(await herefordshire.chat("tess").sees("who_am_i", Ref("person", "tess")))
    for part in ("Tess Marlow", "Team Manager", "Safeguarding North", "Sam Field", "Theo Brook"):
        assert part in said


async def test_who_am_i_is_about_the_reader_whoever_is_asked_about(herefordshire: Town) -> None:
    said = str(await herefordshire.chat("otto").sees("who_am_i", Ref("person", "tess")))
    assert "Otto Penn" in said
    assert "Tess Marlow" not in said
