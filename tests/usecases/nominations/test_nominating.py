"""Naming good practice: who, what for, where; and one that says about the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.nominations.nomination import NominationState, NoteKind
from tests.cast import WANDA
from tests.town import Town
from tests.usecases.nominations.seeding import BOOK, accepted, nominated, nomination, verifying

FORM = "nomination_form"
TWIN = replace(WANDA, id="wanda2", aad_object_id="aad-wanda2", team="Fostering")


@pytest.mark.rows("SOM-18")
async def test_a_sentence_gives_who_and_what_and_the_rest_is_asked(county: Town) -> None:
    chat = county.chat("wes")
    reply = await chat.says(f"nominate Wanda Moor for {BOOK}")
    assert "Where did you see it?" in reply.line
    draft = await nomination(county)
    assert (draft.nominee, draft.reason, draft.state) == ("wanda", BOOK, NominationState.DRAFT)
    assert "Social Worker, Safeguarding North" in chat.words(FORM)

    await chat.says("supervision")
    assert (await nomination(county)).seen == "Supervision"
    await chat.says("send")
    sent = await nomination(county)
    assert (sent.state, sent.reason) == (NominationState.WAITING, BOOK)
    assert sent.verifier in {"cleo", "cara"}


async def test_parts_are_asked_one_by_one_and_none_is_lost(county: Town) -> None:
    chat = county.chat("wes")
    assert "Who is it?" in (await chat.says("I'd like to nominate someone")).line
    assert "Wanda Moor. Here is your nomination. What for?" in (await chat.says("Wanda")).line
    await chat.says("She stayed until the young person had slept")
    await chat.says("at the placement meeting in the evening")
    draft = await nomination(county)
    assert draft.nominee == "wanda"
    assert draft.reason == "She stayed until the young person had slept"
    assert draft.seen == "at the placement meeting in the evening"
    again = await chat.says("nominate")
    assert "Type send" in again.line
    assert [posted.about.key for posted in chat.cards] == ["1", "1"]


async def test_sending_says_what_is_missing_and_keeps_the_rest(county: Town) -> None:
    chat = county.chat("wes")
    await chat.says("nominate Wanda")
    outcome = await chat.press("send_nomination", seen="Court")
    assert "Please say what for. The rest is kept." in outcome.line
    assert (await nomination(county)).seen == "Court"
    assert "Please say what for." in chat.words(FORM)


async def test_of_two_with_the_same_name_one_is_chosen_by_press(county: Town) -> None:
    await county.hires(TWIN)
    chat = county.chat("wes")
    await chat.says(f"nominate Wanda Moor for {BOOK}")
    assert (await nomination(county)).nominee is None
    words = chat.words(FORM)
    assert "Which one do you mean?" in words
    assert "Social Worker, Fostering" in words
    await chat.press("choose_nominee")
    chosen = await nomination(county)
    assert chosen.nominee == "wanda"
    assert chosen.reason == BOOK


async def test_of_two_with_the_same_name_one_is_chosen_by_number(county: Town) -> None:
    await county.hires(TWIN)
    chat = county.chat("wes")
    await chat.says(f"nominate Wanda Moor for {BOOK}")
    await chat.says("2")
    chosen = await nomination(county)
    assert (chosen.nominee, chosen.reason) == ("wanda2", BOOK)
    await chat.says("supervision")
    assert (await nomination(county)).nominee == "wanda2"


async def test_a_name_that_is_nearly_somebodys_is_asked_about(county: Town) -> None:
    chat = county.chat("wes")
    await chat.says(f"nominate Wanda Mor for {BOOK}")
    assert "Do you mean one of these?" in chat.words(FORM)
    await chat.press("choose_nominee")
    assert (await nomination(county)).nominee == "wanda"


async def test_a_name_of_nobody_is_said_and_asked_again(county: Town) -> None:
    chat = county.chat("wes")
    await chat.says(f"nominate Xavier Quill for {BOOK}")
    assert "Nobody in the staff list is called Xavier Quill." in chat.words(FORM)
    await chat.says("who: Wanda Moor")
    assert (await nomination(county)).nominee == "wanda"


async def test_nobody_nominates_their_own_practice(county: Town) -> None:
    reply = await county.chat("wes").says(f"nominate Wes Tarn for {BOOK}")
    assert "Somebody else can nominate you" in reply.line
    assert county.chat("wes").kinds == []


async def test_where_nobody_verifies_nothing_is_kept(city_of_london: Town) -> None:
    reply = await city_of_london.chat("wes").says(f"nominate Wanda Moor for {BOOK}")
    assert "nothing was kept" in reply.line


async def test_a_draft_that_is_dropped_is_never_sent(county: Town) -> None:
    chat = county.chat("wes")
    await chat.says(f"nominate Wanda Moor for {BOOK}")
    await chat.says("drop")
    assert (await nomination(county)).state is NominationState.DROPPED
    assert "Nothing was sent, and nobody was told." in chat.words(FORM)
    assert await chat.tampers("send_nomination", "nomination-1", 2)


async def test_only_the_nominator_writes_on_a_draft(county: Town) -> None:
    await county.chat("wes").says(f"nominate Wanda Moor for {BOOK}")
    assert "not yours" in await county.chat("will").tampers("send_nomination", "nomination-1", 1)
    assert await county.chat("will").sees(FORM, county.chat("wes").cards[0].about) is None


async def test_a_second_one_for_the_same_is_offered_as_an_endorsement(county: Town) -> None:
    await nominated(county)
    chat = county.chat("will")
    await chat.says("nominate Wanda Moor for her life story book with him")
    assert "Somebody has nominated Wanda Moor for much the same" in chat.words(FORM)
    await chat.says("seen: the review")
    assert "endorse" in (await chat.says("send")).line
    await chat.press("endorse_nomination")
    (word,) = (await nomination(county)).said(NoteKind.ENDORSED)
    assert (word.person_id, word.words) == ("will", "her life story book with him")
    shown = (await verifying(county)).words("nomination_to_verify")
    assert "1 colleague" in shown
    assert "Will Heath endorses it" in shown
    assert "You endorsed a nomination" in chat.words(FORM)


async def test_one_for_something_else_is_a_new_one(county: Town) -> None:
    await nominated(county)
    await nominated(county, by="will", what="calm and clear court statements under pressure")
    assert (await nomination(county, 2)).state is NominationState.WAITING


async def test_one_like_it_may_be_sent_all_the_same(county: Town) -> None:
    await nominated(county)
    chat = county.chat("will")
    await chat.says(f"nominate Wanda Moor for {BOOK}")
    await chat.press("nominate_apart", seen="Court")
    assert (await nomination(county, 2)).state is NominationState.WAITING


async def test_ones_own_cannot_be_endorsed(county: Town) -> None:
    chat = await nominated(county)
    await chat.says(f"nominate Wanda Moor for {BOOK}")
    assert "You have nominated Wanda Moor for much the same" in chat.words(FORM)
    given = {"who": "Wanda Moor", "reason": BOOK}
    refused = await chat.tampers("endorse_nomination", "nomination-2", 1, **given)
    assert "cannot endorse" in refused


async def test_after_a_year_the_same_may_be_nominated_afresh(county: Town) -> None:
    await nominated(county)
    await accepted(county)
    county.now += timedelta(days=366)
    await county.chat("will").says(f"nominate Wanda Moor for {BOOK}")
    assert (await nomination(county, 2)).endorses is None


@pytest.mark.rows("SEF-38")
async def test_managers_choose_what_it_is_for_and_others_are_not_asked(coast: Town) -> None:
    await coast.chat("tess").says(f"nominate Wanda Moor for {BOOK}")
    assert "Make a Difference interview" in coast.chat("tess").words(FORM)
    assert (await nomination(coast)).rule == "scoop_and_star"
    await coast.chat("wes").says("nominate Will Heath for his court statements")
    assert "Make a Difference interview" not in coast.chat("wes").words(FORM)
