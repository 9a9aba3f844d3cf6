"""What panels, complaints, compliments and a parents' group tell, and what it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.refs import Ref
from storage.work import SqlUnitsOfWork
from tests.cast import PEOPLE
from tests.town import Town
from tests.usecases.voices.saying import APRIL, QA, SIT, themes, town_of, writes
from usecases.voices.show_feedback_themes import themes_ref


@pytest.mark.rows("COL-34", "COL-39")
async def test_what_panels_and_other_sources_tell_is_counted_by_theme(
    city_of_london: Town,
) -> None:
    town = city_of_london
    await writes(town, "tess", "reviews_and_panels", answer_1="Clear plans", how="2", theme="3")
    await writes(town, "cora", "other_sources", answer_1="Thanks to a worker", how="3")
    kept = await town.read(lambda uow: uow.voices.latest([], "tess", 5))
    kept += await town.read(lambda uow: uow.voices.latest([], "cora", 5))
    assert [voice.how for voice in kept] == ["Child protection conference", "Compliments"]
    found = await themes(town, "cora")
    assert "Plans and reviews" in found
    assert "What reviews and panels see" in found
    assert "What else tells us about impact" in found
    assert "Not said" in found
    tagged = await town.chat("cora").tampers("tag_voice", "voice-2", 1, theme="6")
    assert "moved on" in tagged or "already" in tagged
    card = await town.chat("cora").sees("voice_form", Ref("voice", "2"))
    assert card is not None
    assert (await town.chat("cora").press("tag_voice", on=card, theme="6")).line.startswith("Noted")
    assert "Help that was offered" in await themes(town, "cora")
    assert (await town.chat("theo").tampers("tag_voice", "voice-2", 3)).startswith("This is not")


@pytest.mark.rows("HER-34")
async def test_only_the_lesson_of_a_complaint_is_kept_and_counted(units: SqlUnitsOfWork) -> None:
    town = await town_of(units, "herefordshire", QA, now=APRIL)
    await writes(
        town, "qia", "complaint_lessons", answer_1="Say who covers leave", how="1", theme="1"
    )
    voice = await town.read(lambda uow: uow.voices.get(1))
    assert voice is not None
    assert (voice.how, voice.case_ref, voice.who) == ("Early resolution talk", None, "")
    assert "Being kept informed" in await themes(town, "qia")


@pytest.mark.rows("SOM-73")
async def test_complaints_and_compliments_are_read_with_the_other_feedback(
    units: SqlUnitsOfWork,
) -> None:
    town = await town_of(units, "somerset", SIT, now=APRIL)
    for how, said in (("0", "Nobody rang back"), ("1", "She was kind")):
        await writes(
            town,
            "sit",
            "complaints_and_compliments",
            speaker="parent",
            answer_1=said,
            agreed="yes",
            how=how,
            worry="left" if how == "0" else "none",
            theme="1",
        )
    await town.chat("wes").says("feedback C-23087 from parent")
    await town.chat("wes").press("finish_voice", answer_1="He rings back", agreed="yes")
    found = await themes(town, "sit")
    for part in ("3 pieces of feedback", "Complaints and compliments", "Family feedback that"):
        assert part in found
    last = await town.chat("sit").says("feedback themes last")
    assert last.card is not None
    assert "0 pieces" in str(last.card.render())
    assert await town.chat("sit").sees("feedback_themes", themes_ref("wes")) is None
    assert await town.chat("sit").sees("feedback_themes", Ref("themes", "x.sit")) is None


@pytest.mark.rows("LEI-48")
async def test_what_the_parents_group_thinks_and_how_it_recruits_is_kept(
    leicestershire: Town,
) -> None:
    town = leicestershire
    rights = replace(PEOPLE["ivy"], roles=frozenset({"childrens_rights_officer"}))
    await town.hires(rights)
    await writes(
        town,
        "ivy",
        "parent_participation",
        speaker="parent",
        answer_1="We were heard",
        answer_2="Two of us sat on the panel",
        agreed="yes",
    )
    voice = await town.read(lambda uow: uow.voices.get(1))
    assert voice is not None
    assert [answer.words for answer in voice.said] == [
        "We were heard",
        "Two of us sat on the panel",
    ]
    quin = await town.chat("quin").sees("voice_form", Ref("voice", "1"))
    assert quin is not None
    assert "Two of us" in str(quin)
