"""Feedback outside an audit: who may write and read it, in which way, what it counts for."""

from __future__ import annotations

import pytest

from cards.card import Json
from domain.refs import Ref
from domain.voices.voice import VoiceState
from tests.cards.walk import words
from tests.town import Town
from usecases.pressing import Press
from usecases.voices.prompting import prompt_feedback


async def starts(town: Town, person: str, **inputs: str) -> str:
    """Begin in the first way, or the one named, without a card; gives the line."""
    chat = town.chat(person)
    await chat.says("feedback")
    return await chat.tampers("begin_feedback", f"person-{person}", 1, **inputs)


async def sees(town: Town, person: str, view: str) -> Json | None:
    return await town.chat(person).sees(view, Ref("person", person))


async def through(town: Town, source: str, first: str) -> None:
    """A young person's words by the first channel of a way, without a record."""
    wes = town.chat("wes")
    what = Press(
        verb="begin_feedback",
        ref="person-wes",
        version=1,
        inputs={"source": source, "speaker": "young_person"},
    )
    await wes.send(what)
    assert first in wes.words("voice_form")
    await wes.press("finish_voice", answer_1="Ask us first", agreed="yes")
    voice = await town.read(lambda uow: uow.voices.get(1))
    assert voice is not None
    assert (voice.how, voice.source, voice.case_ref) == (first, source, None)


async def kept(town: Town, person: str, record: str, said: str) -> None:
    """Somebody writes down what a child said."""
    chat = town.chat(person)
    await chat.says(f"feedback {record} from child")
    done = await chat.press("finish_voice", answer_1=said, agreed="yes")
    assert done.line.startswith("Kept, word for word."), done.line


@pytest.mark.rows("COL-32")
async def test_it_says_what_is_missing_before_a_form_opens(city_of_london: Town) -> None:
    town = city_of_london
    assert (await starts(town, "wes")).startswith("Please choose who speaks.")
    unknown = await starts(town, "wes", speaker="child", record="C-1")
    assert unknown.startswith("I know no record C-1")
    needs = await starts(town, "sam", speaker="young_person", source="young_peoples_survey")
    assert needs.startswith("Please give the record's reference.")
    assert (await starts(town, "cora", speaker="child")).startswith("Please choose which kind")
    assert await town.read(lambda uow: uow.voices.drafts_of("wes")) == []


async def test_what_was_typed_stands_in_the_form_again(city_of_london: Town) -> None:
    wes = city_of_london.chat("wes")
    start = await sees(city_of_london, "wes", "feedback_start")
    assert start is not None
    outcome = await wes.press("begin_feedback", on=start, record="C-1", speaker="child")
    assert outcome.view == "feedback_start"
    assert outcome.card is not None
    again = outcome.card.render()
    held = {node["id"]: node.get("value") for node in again["body"] if "id" in node}
    assert (held["record"], held["speaker"]) == ("C-1", "child")


async def test_nobody_writes_in_a_way_that_is_not_theirs(city_of_london: Town) -> None:
    line = await starts(city_of_london, "wes", speaker="child", source="young_peoples_survey")
    assert line.startswith("Please choose which kind")
    assert (await starts(city_of_london, "otto", speaker="child")).startswith("The framework asks")
    reply = await city_of_london.chat("otto").says("feedback")
    assert reply.line.startswith("The framework asks no feedback of your role.")


async def test_a_draft_is_kept_carried_on_with_and_given_up(city_of_london: Town) -> None:
    town, wes = city_of_london, city_of_london.chat("wes")
    await wes.says("feedback C-23087 from child")
    await wes.says("first: I like my teacher")
    assert "Begun before" in words((await sees(town, "wes", "feedback_start")) or {})
    await wes.says("feedback C-23087 from child")
    (draft,) = await town.read(lambda uow: uow.voices.drafts_of("wes"))
    assert [answer.words for answer in draft.said] == ["I like my teacher"]
    await wes.says("give it up")
    assert await town.read(lambda uow: uow.voices.drafts_of("wes")) == []
    assert "nothing of it counts" in wes.words("voice_form")


async def test_only_those_whom_the_framework_names_read_it(city_of_london: Town) -> None:
    town = city_of_london
    await kept(town, "wes", "C-23087", "I miss my brother")
    for reader, may in (("tess", True), ("cora", True), ("theo", False), ("wanda", False)):
        card = await town.chat(reader).sees("voice_form", Ref("voice", "1"))
        assert (card is not None) is may, reader
        listed = words((await sees(town, reader, "feedback_list")) or {})
        assert ("Child" in listed) is may, reader
    line = await town.chat("tess").tampers("finish_voice", "voice-1", 2, answer_1="Changed")
    assert line.startswith("This is not yours to do")


async def test_a_no_is_an_answer_and_words_cannot_follow_it(city_of_london: Town) -> None:
    town, wes = city_of_london, city_of_london.chat("wes")
    await wes.says("feedback C-23087 from child")
    odd = await wes.press("miss_voice", reason="declined", tries="often")
    assert odd.line.startswith("How often did you try?")
    done = await wes.press("miss_voice", reason="declined", tries="1", tried="At school")
    assert done.line == "Kept: why the child was not heard."
    voice = await town.read(lambda uow: uow.voices.get(1))
    assert voice is not None
    assert (voice.state, voice.reason, voice.tried) == (VoiceState.MISSED, "declined", "At school")
    line = await wes.tampers("finish_voice", "voice-1", voice.version, answer_1="Yes")
    assert line.startswith("This was noted before")


@pytest.mark.rows("SOM-21", "SOM-22")
async def test_a_reviewers_piece_counts_for_the_records_worker(somerset: Town) -> None:
    ada = somerset.chat("ada")
    await ada.says("feedback C-23145 from parent")
    await ada.press("finish_voice", answer_1="She is patient", agreed="yes")
    await ada.press("finish_voice", answer_1="She is very patient")
    today = somerset.now.date()
    pieces = await somerset.read(lambda uow: uow.pieces.of(["wanda"], today, today))
    assert [(piece.part, piece.form) for piece in pieces] == [("family_feedback", "voice-1")]
    team = words((await sees(somerset, "tess", "feedback_team")) or {})
    assert "1 of 2 have feedback" in team
    assert "None yet\nWes Tarn" in team
    nobody = await starts(somerset, "ada", speaker="parent")
    assert nobody.startswith("Please choose whose work it is about, or give the record.")


@pytest.mark.rows("LEI-47")
async def test_what_children_tell_leicestershire_has_its_channel(leicestershire: Town) -> None:
    await through(leicestershire, "voice_intake", "Children in Care Council")


@pytest.mark.rows("HER-33")
async def test_what_reaches_herefordshire_in_other_ways_has_its_channel(
    herefordshire: Town,
) -> None:
    await through(herefordshire, "other_voices", "Advocate")


@pytest.mark.rows("HER-32")
async def test_a_record_that_closes_is_asked_about_once(herefordshire: Town) -> None:
    async with herefordshire.units() as uow:
        assert await prompt_feedback(uow, herefordshire.council, herefordshire.now) == 0
    line = await herefordshire.chat("cora").tampers("ask_for_feedback", "person-cora", 1)
    assert line.startswith("Please give the record's reference.")
