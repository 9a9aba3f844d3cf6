"""Nobody who can verify, and interviews before a nomination is written up."""

from __future__ import annotations

import pytest

from domain.calendar.working_days import local_day
from domain.nominations.nomination import NominationState
from domain.refs import Ref
from scheduler.ticks.move_nominations import TICK
from tests.chat import Chat
from tests.town import Town
from tests.usecases.nominations.seeding import CLEO, nominated, nomination, verifying

STUCK = "nomination_stuck"
BOOKED = "interview_booked"


@pytest.mark.rows("SOM-19")
async def test_those_who_run_cycles_hear_once_that_nobody_can_verify_it(somerset: Town) -> None:
    town = somerset
    await nominated(town)
    assert (await nomination(town)).verifier is None
    told = town.chat("cora").words(STUCK)
    assert "It needs a consultant social worker" in told
    assert "Wanda" not in told
    await town.tick(TICK.run)
    assert town.chat("cora").kinds.count(STUCK) == 1
    assert STUCK not in town.chat("hal").kinds

    await town.hires(CLEO)
    assert await town.tick(TICK.run) == 1
    assert "Somebody has it now." in town.chat("cora").words(STUCK)


async def test_they_hear_of_it_when_the_only_verifier_goes_away(county: Town) -> None:
    await nominated(county)
    for person in ("cleo", "cara"):
        await county.away(person)
    await county.tick(TICK.run)
    assert "Nobody can verify this one" in county.chat("cora").words(STUCK)


async def test_nobody_else_sees_that_card(somerset: Town) -> None:
    await nominated(somerset)
    assert await somerset.chat("wes").sees(STUCK, Ref("nomination", "1")) is None
    assert await somerset.chat("cora").sees(STUCK, Ref("nomination", "9")) is None


async def named_by_a_manager(town: Town) -> Chat:
    """Tess names Wanda for an interview; gives the verifier's chat."""
    tess = town.chat("tess")
    await tess.says("nominate Wanda Moor for the calm way in which the family found a plan")
    rule = "make_a_difference_interview"
    sent = await tess.press("send_nomination", rule=rule, seen="Supervision")
    assert sent.line.startswith("Thank you"), sent.line
    return await verifying(town)


@pytest.mark.rows("SEF-37")
async def test_a_manager_names_it_the_qa_team_books_a_talk_and_writes_it_up(coast: Town) -> None:
    quin = await named_by_a_manager(coast)
    on = local_day(coast.now).replace(day=17)
    booked = await quin.press("book_interview", interview_on=on.isoformat(), place="14:00, Room 2")
    assert booked.line.startswith("Booked.")
    for person in ("wanda", "tess"):
        told = coast.chat(person).words(BOOKED)
        assert "Thursday 17 December" in told
        assert "14:00, Room 2" in told
    (duty,) = await coast.duties("quin")
    assert local_day(duty.due_at).isoformat() == "2026-12-31"
    assert "Thursday 17 December, 14:00, Room 2" in quin.words("nomination_to_verify")

    again = await quin.press("book_interview", interview_on="2026-12-18", place="Teams")
    assert again.line.startswith("Booked.")
    assert "Friday 18 December" in coast.chat("wanda").words(BOOKED)
    done = await quin.press("accept_nomination", text="A worker stayed calm and found a plan.")
    assert done.line.startswith("Accepted")
    assert (await nomination(coast)).state is NominationState.ACCEPTED
    assert "Over" in str(await coast.chat("wanda").sees(BOOKED, Ref("nomination", "1")))
    assert await coast.chat("hal").sees(BOOKED, Ref("nomination", "1")) is None


@pytest.mark.parametrize(
    ("day", "place", "said"),
    [
        ("", "Room 2", "Please choose a day from today on."),
        ("2026-11-30", "Room 2", "Please choose a day from today on."),
        ("soon", "Room 2", "Please choose a day from today on."),
        ("2026-12-01", "", "Please write time and place"),
        ("2026-12-01", "x" * 121, "Please write time and place"),
    ],
)
async def test_half_a_booking_books_nothing(coast: Town, day: str, place: str, said: str) -> None:
    quin = await named_by_a_manager(coast)
    refused = await quin.press("book_interview", interview_on=day, place=place)
    assert refused.line.startswith(said)
    assert (await nomination(coast)).booked is None
    assert BOOKED not in coast.chat("wanda").kinds


async def test_no_interview_is_booked_where_the_council_asks_for_none(county: Town) -> None:
    await nominated(county)
    one = await nomination(county)
    assert "Book the interview" not in (await verifying(county)).words("nomination_to_verify")
    line = await county.chat(one.verifier or "").tampers(
        "book_interview", "nomination-1", one.version, interview_on="2026-12-03", place="Room"
    )
    assert line.startswith("The framework asks for no interview")
    stranger = await county.chat("hal").tampers(
        "book_interview", "nomination-1", one.version, interview_on="2026-12-03", place="Room"
    )
    assert stranger.startswith("This is not yours to do")


async def test_only_managers_name_work_for_an_interview(coast: Town) -> None:
    wes = coast.chat("wes")
    await wes.says("nominate Wanda Moor for the calm way in which the family found a plan")
    rule = "make_a_difference_interview"
    await wes.press("send_nomination", rule=rule, seen="Supervision")
    assert (await nomination(coast)).rule == "scoop_and_star"
