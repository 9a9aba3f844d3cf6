"""What staff answer themselves, surveys that come round, and what it is all about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.audits.outcome import Outcome, Settled
from domain.refs import Ref
from domain.voices.voice import VoiceState
from storage.work import SqlUnitsOfWork
from tests.cast import NORTH, PEOPLE
from tests.town import Town
from tests.usecases.voices.saying import APRIL, DIRECTOR, QA, SIT, themes, town_of, writes
from usecases.audits.occasions import audit_final
from usecases.audits.scene import scene_of_audit
from usecases.voices.rounds import RUN, open_rounds


async def ends(town: Town, audit_id: int) -> None:
    """The audit becomes final."""
    async with town.units() as uow:
        scene = await scene_of_audit(uow, town.council, audit_id)
        assert scene is not None
        outcome = Outcome(
            audit_id=audit_id,
            programme=town.programme,
            case_ref=scene.case.ref,
            settled=Settled.AS_SUBMITTED,
            overall="good",
            submitted_on=town.now.date(),
            final_at=town.now,
        )
        await audit_final(uow, scene, outcome, town.now)
        await uow.commit()
    await town.deliver()


@pytest.mark.rows("SOM-29")
async def test_both_teams_of_a_diagnostic_are_asked_their_own_questions(
    units: SqlUnitsOfWork,
) -> None:
    town = await town_of(units, "somerset", SIT, now=APRIL)
    sia = town.chat("sit")
    await sia.says("feedback")
    start = await sia.sees("feedback_start", Ref("person", "sit"))
    assert start is not None
    visited = await sia.press(
        "ask_colleagues", on=start, survey="diagnostic_visited_team", whom=NORTH.lower()
    )
    assert visited.line == "The team's view of its diagnostic: 3 colleagues asked."
    panel = await sia.press(
        "ask_colleagues",
        on=start,
        survey="diagnostic_panel",
        whom=f"{PEOPLE['ada'].name}; {PEOPLE['ivy'].name}",
    )
    assert panel.line.endswith("2 colleagues asked.")
    assert "for your team" in town.chat("wes").words("survey_asked")
    assert "carry out the diagnostic" in town.chat("ada").words("survey_asked")

    await town.chat("wes").press("answer_survey")
    assert "In your own words" in town.chat("wes").words("voice_form")
    await town.chat("wes").press("finish_voice", answer_1="It was fair", theme="7")
    read = await sia.sees("voice_form", Ref("voice", "1"))
    assert read is not None
    assert "It was fair" in str(read)
    assert "A colleague" in str(read)
    assert PEOPLE["wes"].name not in str(read)
    assert "Support for staff" in await themes(town, "sit")


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"survey": "diagnostic_panel", "whom": ""}, "Please write whom to ask"),
        ({"survey": "diagnostic_panel", "whom": "Nobody Known"}, "I know no colleague or team"),
        ({"survey": "routine_feedback", "whom": "Wes Tarn"}, "Please choose which questions"),
        ({"whom": "Wes Tarn"}, "Please choose which questions"),
    ],
)
async def test_nobody_is_asked_where_it_is_not_clear_what_or_whom(
    units: SqlUnitsOfWork, inputs: dict[str, str], said: str
) -> None:
    town = await town_of(units, "somerset", SIT, now=APRIL)
    line = await town.chat("sit").tampers("ask_colleagues", "person-sit", 1, **inputs)
    assert line.startswith(said)
    assert "survey_asked" not in town.chat("wes").kinds


async def test_only_whoever_the_framework_names_asks_colleagues(units: SqlUnitsOfWork) -> None:
    town = await town_of(units, "somerset", SIT, now=APRIL)
    line = await town.chat("wes").tampers(
        "ask_colleagues", "person-wes", 1, survey="diagnostic_panel", whom="Ada Byrne"
    )
    assert line.startswith("Please choose which questions to ask.")


@pytest.mark.rows("SOM-35")
async def test_the_supervision_survey_comes_round_in_april_and_ends(
    units: SqlUnitsOfWork,
) -> None:
    town = await town_of(units, "somerset", SIT, now=datetime(2026, 3, 31, 9, 0, tzinfo=UTC))
    assert await town.tick(open_rounds) == 0
    town.now = APRIL
    assert await town.tick(open_rounds) == 1
    assert await town.tick(open_rounds) == 0
    sia = town.chat("sit")
    assert [duty.kind for duty in await town.duties("sit")] == [RUN]
    assert "Thursday 30 April" in sia.words("feedback_round")

    sent = await sia.press("send_round")
    assert sent.line.endswith("colleagues asked.")
    again = await sia.press("send_round")
    assert again.line == "Everybody was asked before."
    assert town.chat("wes").kinds.count("survey_asked") == 1
    await town.chat("wes").says("answer")
    await town.chat("wes").press("finish_voice", answer_1="It is every month")
    seen = await town.chat("wes").sees("survey_asked", Ref("survey", "supervision_survey.20260401"))
    assert "your answer is kept" in str(seen)
    assert "1 answer" in str(
        await sia.sees("feedback_round", Ref("round", "supervision_survey.20260401"))
    )

    await sia.press("close_round")
    assert await town.duties("sit") == []
    stale = await sia.tampers("send_round", "round-supervision_survey.20260401", 1)
    assert stale == "This round has ended, so nothing was changed."
    stranger = await town.chat("wes").tampers("close_round", "round-supervision_survey.20260401", 1)
    assert stranger.startswith("This is not yours to do")


@pytest.mark.parametrize(
    "ref",
    [
        "round-supervision_survey.20260402",
        "round-supervision_survey.2026040",
        "round-supervision_survey.20269901",
        "round-routine_feedback.20260401",
        "round-nothing.20260401",
        "survey-supervision_survey.x",
    ],
)
async def test_a_round_that_is_none_is_refused(units: SqlUnitsOfWork, ref: str) -> None:
    town = await town_of(units, "somerset", SIT, now=APRIL)
    verb = "answer_survey" if ref.startswith("survey") else "send_round"
    assert await town.chat("sit").tampers(verb, ref, 1)
    assert await town.read(lambda uow: uow.voices.drafts_of("sit")) == []


@pytest.mark.rows("HER-38")
async def test_what_staff_say_is_asked_for_twice_a_year_and_kept(units: SqlUnitsOfWork) -> None:
    town = await town_of(
        units, "herefordshire", DIRECTOR, now=datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
    )
    await town.tick(open_rounds)
    assert "Thursday 31 December" in town.chat("dirk").words("feedback_round")
    await writes(town, "dirk", "staff_views", answer_1="Caseloads are high", how="1")
    voice = await town.read(lambda uow: uow.voices.get(1))
    assert voice is not None
    assert (voice.source, voice.how) == ("staff_views", "Colleague health check")
    await town.chat("dirk").press("close_round")
    town.now = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
    await town.tick(open_rounds)
    assert town.chat("dirk").kinds.count("feedback_round") == 2


@pytest.mark.rows("SEF-51")
async def test_young_people_are_consulted_once_a_year(units: SqlUnitsOfWork) -> None:
    runs = replace(PEOPLE["ivy"], roles=frozenset({"practice_improvement_manager"}))
    town = await town_of(units, "sefton", runs, QA, now=datetime(2026, 1, 5, 9, 0, tzinfo=UTC))
    await town.tick(open_rounds)
    assert "Youth Ambassadors" in town.chat("ivy").words("feedback_round")
    assert "Thursday 31 December" in town.chat("ivy").words("feedback_round")
    await writes(
        town,
        "ivy",
        "young_people_consulted",
        speaker="young_person",
        answer_1="Ask us earlier",
        agreed="yes",
        theme="0",
        how="1",
    )
    found = await themes(town, "qia")
    assert "Being listened to" in found
    assert "Ask us earlier" not in found
    assert (await themes(town, "wes")).startswith("No feedback here is yours to read.")


@pytest.mark.rows("SEF-58")
async def test_anybody_says_at_any_time_what_they_think_of_quality_assurance(
    units: SqlUnitsOfWork,
) -> None:
    town = await town_of(units, "sefton", QA, now=APRIL)
    await writes(town, "otto", "staff_on_quality_assurance", answer_1="Less paper, please")
    listed = str(await town.chat("qia").sees("feedback_list", Ref("person", "qia")))
    assert "A colleague" in listed
    assert await town.tick(open_rounds) == 1  # the young people's; the survey is switched off


@pytest.mark.rows("SEF-43")
async def test_the_first_audit_is_asked_about_once(units: SqlUnitsOfWork) -> None:
    town = await town_of(units, "sefton", QA, now=datetime(2025, 12, 1, 9, 0, tzinfo=UTC))
    for ref in ("C-23087", "C-24113"):
        await ends(town, await town.audit(ref, town.now.date(), auditor="ada"))
        town.later(days=30)
    asked = town.chat("ada").kinds
    assert asked.count("survey_asked") == 1
    await town.chat("ada").press("answer_survey")
    await town.chat("ada").press("finish_voice", answer_1="An example would have helped")
    voice = await town.read(lambda uow: uow.voices.get(1))
    assert voice is not None
    assert (voice.source, voice.state) == ("new_auditor_questionnaire", VoiceState.HEARD)
    again = await town.chat("ada").press("answer_survey")
    assert again.line == "You have answered this, thank you. Nothing was added."
    assert await town.read(lambda uow: uow.voices.get(2)) is None
