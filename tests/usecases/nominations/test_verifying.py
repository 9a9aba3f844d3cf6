"""Verifying: by whom, by when, and with which answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain.nominations.nomination import NominationState, NoteKind
from domain.refs import Ref
from scheduler.ticks.move_nominations import TICK
from tests.town import Town
from tests.usecases.nominations.seeding import (
    ANONYMOUS,
    BOOK,
    accepted,
    nominated,
    nomination,
    verifier,
    verifying,
)

CARD = "nomination_to_verify"
KIND = "Thank you for noticing this. We share one like it already, so we keep that one."


@pytest.mark.rows("SOM-19")
async def test_one_verifier_has_a_fortnight_and_the_load_is_spread(county: Town) -> None:
    await nominated(county)
    await nominated(county, what="calm and clear court statements under pressure")
    first, second = await nomination(county), await nomination(county, 2)
    assert {first.verifier, second.verifier} == {"cleo", "cara"}
    assert first.due_on == date(2026, 12, 15)
    (duty,) = await county.duties(first.verifier or "")
    assert (duty.kind, duty.subject) == ("verify_nomination", Ref("nomination", "1"))
    work = await county.chat(first.verifier or "").says("my work")
    assert work.card
    assert "Verify N-1" in str(work.card.render())


async def test_nobody_verifies_who_is_near(county: Town) -> None:
    await county.hires(verifier("cara", "Cara Lowe", "consultant_social_worker", "wanda"))
    await nominated(county, by="cleo")
    assert (await nomination(county)).verifier is None
    assert "Nobody who may verify it is free" in county.chat("cleo").words("nomination_form")
    await county.hires(verifier("carl", "Carl Dene", "consultant_social_worker"))
    assert await county.tick(TICK.run) == 1
    assert (await nomination(county)).verifier == "carl"
    assert CARD in county.chat("carl").kinds
    assert await county.tick(TICK.run) == 0


@pytest.mark.rows("SOM-19", "SOM-20")
async def test_accepted_with_an_edit_it_is_in_the_library_and_both_are_told(county: Town) -> None:
    chat = await nominated(county)
    assert "N-1" not in str((await chat.says("library")).card)
    await accepted(county)
    assert "Your nomination was accepted" in chat.words("nomination_sent")
    entry = county.chat("wanda").words("library_entry")
    assert ANONYMOUS in entry
    assert BOOK not in entry
    found = (await county.chat("hal").says("library life story")).card
    assert found
    assert ANONYMOUS in str(found.render())
    assert await county.duties((await nomination(county)).verifier or "") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tommy led his own review.", "Tommy"),
        ("A worker helped a boy, aged 7, to lead his review.", "aged 7"),
        ("The baby was born on 3 May 2024.", "3 May 2024"),
        ("They met at 12 Elm Road each week.", "12 Elm Road"),
        ("Wanda made a book with a young person.", "Wanda"),
    ],
)
async def test_what_may_tell_who_it_is_is_asked_about_first(
    county: Town, text: str, found: str
) -> None:
    await nominated(county)
    chat = await verifying(county)
    refused = await chat.press("accept_nomination", text=text)
    assert found in refused.line
    assert "Nothing was decided yet" in refused.line
    assert refused.card
    assert text in str(refused.card.render())
    assert (await nomination(county)).state is NominationState.WAITING
    ticked = await chat.press("accept_nomination", text=text, checked="yes")
    assert ticked.line.startswith("Accepted")


@pytest.mark.parametrize(
    ("verb", "inputs", "said"),
    [
        ("accept_nomination", {"text": ""}, "Please write what colleagues may read."),
        ("accept_nomination", {"text": "word " * 401}, "takes 2,000"),
        ("query_nomination", {"question": ""}, "Please write your question."),
        ("decline_nomination", {"note": "Thank you, but we will not, because"}, "end the last"),
        ("decline_nomination", {"note": ""}, "Please say why"),
    ],
)
async def test_half_an_answer_decides_nothing(
    county: Town, verb: str, inputs: dict[str, Any], said: str
) -> None:
    await nominated(county)
    outcome = await (await verifying(county)).press(verb, **inputs)
    assert said in outcome.line
    assert (await nomination(county)).open


async def test_a_question_goes_to_the_nominator_and_the_answer_back(county: Town) -> None:
    chat = await nominated(county)
    verifier_s = await verifying(county)
    await verifier_s.press("query_nomination", question="What did he say himself?")
    assert "What did he say himself?" in chat.words("nomination_sent")
    assert [duty.kind for duty in await county.duties("wes")] == ["answer_nomination"]
    county.later(days=13)
    await chat.press("answer_nomination", answer="That it was his own")
    assert await county.duties("wes") == []
    assert "Wes Tarn answered" in verifier_s.words(CARD)
    assert "That it was his own" in verifier_s.words(CARD)
    assert (await nomination(county)).due_on == date(2026, 12, 21)
    assert "No question" in await chat.tampers("answer_nomination", "nomination-1", 5, answer="x y")


async def test_declined_only_the_nominator_is_told_and_kindly(county: Town) -> None:
    chat = await nominated(county)
    done = await (await verifying(county)).press("decline_nomination", note=KIND)
    assert done.line == "Declined. Your note is on its way."
    told = chat.words("nomination_sent")
    assert KIND in told
    assert "nobody else was told" in told
    assert county.chat("wanda").kinds == []
    assert (await nomination(county)).state is NominationState.DECLINED


async def test_passed_on_it_goes_to_the_next_and_never_back(county: Town) -> None:
    await nominated(county)
    first = await verifying(county)
    assert "has it now" in (await first.press("pass_nomination")).line
    second = await verifying(county)
    assert second.id != first.id
    assert "Somebody else verifies this" in first.words(CARD)
    assert BOOK not in first.words(CARD)
    assert await county.duties(first.id) == []
    assert "stays with you" in (await second.press("pass_nomination")).line
    assert (await nomination(county)).people(NoteKind.PASSED_ON) == {first.id}
    assert "not yours" in await first.tampers("accept_nomination", "nomination-1", 3, text="x y")


async def test_while_one_is_away_the_next_one_is_asked(county: Town) -> None:
    await nominated(county)
    first = await verifying(county)
    await county.away(first.id)
    assert await county.tick(TICK.run) == 1
    assert (await verifying(county)).id != first.id
    assert await county.tick(TICK.run) == 0


async def test_who_came_into_the_line_since_cannot_decide(county: Town) -> None:
    await nominated(county)
    chat = await verifying(county)
    await county.hires(verifier(chat.id, "Now Near", "consultant_social_worker", "wanda"))
    outcome = await chat.press("accept_nomination", text=ANONYMOUS)
    assert "too near" in outcome.line
    assert (await nomination(county)).open


@pytest.mark.rows("HER-24")
async def test_herefordshire_s_qa_team_approves_for_the_exemplar_library(hills: Town) -> None:
    chat = await nominated(hills)
    assert (await nomination(hills)).verifier == "quin"
    await accepted(hills)
    found = (await chat.says("library book")).card
    assert found
    assert "Exemplar library" in str(found.render())


@pytest.mark.rows("SEF-38")
async def test_sefton_s_star_is_verified_by_the_qa_team(coast: Town) -> None:
    await nominated(coast)
    assert "Scoop and Star" in coast.chat("quin").words(CARD)
    await accepted(coast)
    assert "Newsletter" in coast.chat("wes").words("nomination_sent")


async def test_typing_decides_too(county: Town) -> None:
    await nominated(county)
    chat = await verifying(county)
    await chat.says("1")
    asked = await chat.says("ask: What did he say himself?")
    assert "Asked." in asked.line
    await county.chat("wes").press("answer_nomination", answer="That it was his own")
    done = await chat.says(f"accept: {ANONYMOUS}")
    assert "Accepted." in done.line
    entry = await county.read(lambda uow: uow.library.of_nomination(1))
    assert entry
    assert entry.text == ANONYMOUS
    assert entry.verifier == chat.id
