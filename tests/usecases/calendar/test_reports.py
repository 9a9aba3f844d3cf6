"""A report: prepared, passed or returned, and told to those whom it is for (HER-17, SEF-22)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.calendar.occurrence import Occurrence, OccurrenceState
from domain.people.person import Person
from tests.town import Town
from usecases.calendar.opening import open_activities

PLACE = "https://example.org/briefing"
QUIN = Person(id="quin", name="Quin Lacey", aad_object_id="q", roles=frozenset({"qa_team"}))


async def report(town: Town, key: str) -> Occurrence:
    """The newest of that report."""
    found = await town.read(lambda uow: uow.calendar.between(date.min, date.max))
    return [one for one in found if one.entry == f"reports.{key}"][-1]


@pytest.fixture
async def briefing(herefordshire: Town) -> Town:
    """Herefordshire with somebody in the QA team, once the month's briefing is asked for."""
    await herefordshire.hires(QUIN)
    await herefordshire.tick(open_activities)
    return herefordshire


@pytest.mark.rows("HER-17")
async def test_it_says_what_it_covers_and_who_passes_it(briefing: Town) -> None:
    cards = [str(one.card) for one in briefing.chat("quin").cards if one.kind == "report_due"]
    (said,) = [card for card in cards if "Managers' briefing" in card]
    assert "November 2026" in said
    assert "Monday 7 December" in said
    assert "Areas to develop" in said
    assert "Cora Lindley" in said
    assert "Managers' Meeting" in said


async def give(town: Town, who: str, **inputs: str) -> str:
    """Press the button on the briefing; gives the line that answers it."""
    chat, one = town.chat(who), await report(town, "managers_briefing")
    posted = [card for card in chat.cards if card.about == one.ref][-1]
    return (await chat.press("give_report", on=posted.card, **inputs)).line


@pytest.mark.rows("HER-17")
async def test_it_goes_out_once_it_is_passed(briefing: Town) -> None:
    town = briefing
    assert "Please say where the report is" in await give(town, "quin")
    assert "once it is passed" in await give(town, "quin", evidence=PLACE, note_one="One is new")
    cora = town.chat("cora")
    said = cora.words("report_to_pass")
    for part in ("Managers' briefing", PLACE, "Quin Lacey", "One is new", "November 2026"):
        assert part in said
    assert "pass_report" in {duty.kind for duty in await town.duties("cora")}
    await cora.press("pass_report")
    done = await report(town, "managers_briefing")
    assert (done.state, done.passed_by) == (OccurrenceState.DONE, "cora")
    assert "pass_report" not in {duty.kind for duty in await town.duties("cora")}
    seen = await town.chat("quin").sees("report_due", done.ref)
    assert "Cora Lindley passed it on Tuesday 1 December." in str(seen)


async def test_it_comes_back_with_the_reason_and_goes_again(briefing: Town) -> None:
    town = briefing
    await give(town, "quin", evidence=PLACE)
    cora = town.chat("cora")
    assert "Please say why" in (await cora.press("return_report")).line
    await cora.press("return_report", why="One team is missing")
    assert "One team is missing" in town.chat("quin").words("report_due")
    assert "It went back" in cora.words("report_to_pass")
    assert (await report(town, "managers_briefing")).state is OccurrenceState.OPEN
    await give(town, "quin", evidence=PLACE)
    await cora.press("pass_report")
    assert (await report(town, "managers_briefing")).state is OccurrenceState.DONE


async def test_nobody_passes_their_own_while_somebody_else_can(briefing: Town) -> None:
    town = briefing
    ash = Person(
        id="ash", name="Ash Cole", aad_object_id="a", roles=QUIN.roles | {"qa_service_manager"}
    )
    await town.hires(ash)
    await give(town, "quin", evidence=PLACE)
    one = await report(town, "managers_briefing")
    assert "not yours" in await town.chat("quin").tampers("pass_report", str(one.passing), 2)
    assert town.chat("ash").words("report_to_pass")


@pytest.mark.rows("SEF-22", "SEF-46")
async def test_the_only_one_who_could_pass_it_gives_it_and_its_readers_are_told(
    sefton: Town,
) -> None:
    town = sefton
    manager = frozenset({"quality_assurance_manager"})
    await town.hires(Person(id="quen", name="Quen Ash", aad_object_id="q", roles=manager))
    await town.tick(open_activities)
    quen = town.chat("quen")
    assert "Service managers" not in quen.words("report_due")  # Sam is told here, by name
    assert "Sam Field" in quen.words("report_due")
    line = (await quen.press("give_report", evidence=PLACE)).line
    assert line == "Given. Its readers in the staff list are told."
    told = town.chat("sam").words("report_given")
    assert PLACE in told
    assert "Quen Ash" in told
    assert await town.chat("tess").sees("report_given", town.chat("sam").cards[-1].about) is None


async def test_one_gives_it_for_all_and_it_cannot_be_noted_or_moved(briefing: Town) -> None:
    town = briefing
    one = await report(town, "managers_briefing")
    quin = town.chat("quin")
    for verb in ("note_outcome", "did_not_happen", "move_occurrence"):
        line = await quin.tampers(verb, str(one.ref), 1, note_one="x", why_not="x", why_moved="x")
        assert "eport" in line
    assert (await report(town, "managers_briefing")).state is OccurrenceState.OPEN


async def test_a_quarter_and_a_year_are_said_in_words(herefordshire: Town) -> None:
    town = herefordshire
    town.now = datetime(2027, 1, 4, 9, tzinfo=UTC)
    await town.hires(QUIN)
    await town.tick(open_activities)
    cards = " ".join(str(one.card) for one in town.chat("quin").cards)
    assert "October to December 2026" in cards  # HER-19
    area = town.chat("sam").words("report_due")
    assert "January to March 2027" in area  # HER-26, on its own quarter
