"""Leave in plain words: who covers, who is told, and what the clock does meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.people.person import Absence
from domain.refs import Ref
from tests.cast import ADA, PEOPLE
from tests.town import Town
from usecases.nudges.nudge_duties import nudge_duties
from usecases.pressing import Press


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 12, day, hour, 1, tzinfo=UTC)


async def accepted(town: Town) -> None:
    """Tess leads and Ada is the peer of C-23087, both due on Tuesday 22 December."""
    await town.audit("C-23087", lead="tess", peer="ada")
    for name in ("ada", "tess"):
        await town.chat(name).press("accept_audit")
    await town.tick(nudge_duties)


async def leaves(town: Town, person: str) -> tuple[Absence, ...]:
    found = await town.read(lambda uow: uow.people.get(person))
    assert found is not None
    return found.absences


@pytest.mark.parametrize(
    "text",
    [
        "away 14-23 Dec, Ivy covers",
        "away 14\u201323 December, Ivy Hart is covering",
        "I'm away from 14 December to 23 December, cover: ivy",
        "I am on leave from Monday 14 December until 23 Dec. Covered by Ivy",
        "away 14/12 to 23/12 with Ivy covering",
        "on annual leave 14 - 23 dec and Ivy covers",
    ],
)
async def test_the_days_and_the_cover_are_read(herefordshire: Town, text: str) -> None:
    town = herefordshire
    reply = await town.chat("ada").says(text)
    assert reply.card is not None, reply.line
    assert await leaves(town, "ada") == (
        Absence(first_day=date(2026, 12, 14), last_day=date(2026, 12, 23), cover="ivy"),
    )


async def test_the_cover_is_told_with_what_falls_due_and_reminded_instead(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("away 14-23 Dec, Ivy covers")
    assert "Grade C-23087" in town.chat("ivy").words("leave_notice")
    for day in (15, 21, 22):
        town.now = at(day)
        await town.tick(nudge_duties)
    assert town.chat("ada").kinds.count("digest") == 0
    assert town.chat("ivy").kinds.count("digest") == 3
    assert "For Ada Byrne" in town.chat("ivy").words("digest")


async def test_the_cover_may_do_it(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    town.now = at(15)
    (duty,) = await town.duties("ada")
    assert "not yours" in await town.chat("will").tampers("open_duty", str(duty.ref), duty.version)
    opens = Press(verb="open_duty", ref=str(duty.ref), version=duty.version)
    assert not (await town.chat("ivy").send(opens)).done
    await town.chat("ada").says("away until 23 December, Ivy covers")
    assert (await town.chat("ivy").send(opens)).done


async def test_where_nobody_covers_the_manager_names_somebody(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("away 14-23 December")
    assert "nobody covers" in town.chat("mo").words("leave_notice")
    done = await town.chat("mo").press("name_cover", cover="ivy")
    assert done.done, done.line
    (leave,) = await leaves(town, "ada")
    assert leave.cover == "ivy"
    assert "leave_notice" in town.chat("ivy").kinds
    assert "Ivy Hart" in town.chat("ada").words("leave_notice")
    town.now = at(15)
    await town.tick(nudge_duties)
    assert "digest" in town.chat("ivy").kinds


async def test_nobody_is_asked_where_nothing_falls_due(herefordshire: Town) -> None:
    town = herefordshire
    reply = await town.chat("ada").says("away 14-23 December")
    assert reply.card is not None
    await town.deliver()
    assert town.chat("mo").kinds == []


async def test_only_those_above_name_a_cover(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("away 14-23 December")
    ref = "leave-2026-12-14-ada"
    for name in ("ada", "tess", "will"):
        assert "not yours" in await town.chat(name).tampers("name_cover", ref, 1, cover="ivy")


async def test_back_early_brings_the_reminders_back(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("away 14-31 December, Ivy covers")
    town.now = at(15)
    await town.tick(nudge_duties)
    town.now = at(16)
    reply = await town.chat("ada").says("back today")
    assert reply.card is not None
    (gone,) = await leaves(town, "ada")
    assert gone.last_day == date(2026, 12, 15)
    assert "leave is over" in town.chat("ivy").words("leave_notice")
    town.now = at(21)
    await town.tick(nudge_duties)
    assert "digest" in town.chat("ada").kinds
    assert town.chat("ivy").kinds.count("digest") == 1


async def test_back_on_the_first_day_forgets_the_leave(herefordshire: Town) -> None:
    town = herefordshire
    await town.chat("ada").says("away until Friday")
    await town.chat("ada").says("I'm back")
    assert await leaves(town, "ada") == ()
    reply = await town.chat("ada").says("back today")
    assert "not away today" in reply.line


async def test_new_days_take_the_place_of_those_they_overlap(herefordshire: Town) -> None:
    town = herefordshire
    for text in ("away 14-18 December", "away 4-8 January", "away 16-23 December"):
        await town.chat("ada").says(text)
    found = [(one.first_day.day, one.last_day.day) for one in await leaves(town, "ada")]
    assert found == [(16, 23), (4, 8)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("away sometime", "Please say the days"),
        ("away 3-14 Aug, Nobody covers", "I do not know who covers"),
        ("away 14-23 December, Ivy Hrat covers", "Did you mean Ivy Hart?"),
        ("away 1 November 2026", "Please say the first and the last day"),
    ],
)
async def test_what_is_not_understood_changes_nothing(
    herefordshire: Town, text: str, says: str
) -> None:
    town = herefordshire
    reply = await town.chat("ada").says(text)
    assert says in reply.line
    assert await leaves(town, "ada") == ()


async def test_a_cover_who_is_away_then_is_refused(herefordshire: Town) -> None:
    town = herefordshire
    await town.away("ivy")
    reply = await town.chat("ada").says("away 14-23 December, Ivy covers")
    assert "Ivy Hart is away for most of that time" in reply.line
    assert await leaves(town, "ada") == ()


async def test_the_card_says_the_first_day_back_and_the_part_time_week(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await town.hires(replace(ADA, working_days=frozenset({1, 2})))
    await town.chat("ada").says("away 14-24 December")
    card = str(await town.chat("ada").sees("my_leave", Ref("person", "ada")))
    assert "Tuesday and Wednesday" in card
    assert "Tuesday 29 December" in card  # the 25th and the 28th are holidays


async def test_nobody_reads_of_somebody_elses_leave(herefordshire: Town) -> None:
    town = herefordshire
    await accepted(town)
    await town.chat("ada").says("away 14-23 December, Ivy covers")
    about = Ref("leave", "2026-12-14-ada")
    for name in PEOPLE.keys() - {"ada", "ivy", "mo", "hal", "cora"}:
        assert await town.chat(name).sees("leave_notice", about) is None, name
