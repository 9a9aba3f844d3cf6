"""What the other councils' cadences open: by the month, the quarter, from the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.observations.observation import NewObservation, ObservationState
from domain.people.person import Person
from tests.cards.walk import words
from tests.town import Town
from usecases.observations.opening import open_observations


async def owed(town: Town, name: str) -> list[str]:
    """The days by which somebody has to observe."""
    found = await town.read(lambda uow: uow.observations.live())
    return [f"{one.observed or 'any'} {one.due_on}" for one in found if one.observer == name]


@pytest.mark.rows("COL-12")
async def test_every_tier_observes_once_a_month(city_of_london: Town) -> None:
    town = city_of_london
    await town.hires(Person(id="dee", name="Dee Lyle", roles=frozenset({"director"})))
    await town.tick(open_observations)
    for name in ("tess", "theo", "sam", "dee"):
        assert await owed(town, name) == ["any 2026-12-31"]
    town.now = datetime(2027, 1, 4, 9, tzinfo=UTC)
    await town.tick(open_observations)
    assert await owed(town, "tess") == ["any 2026-12-31", "any 2027-01-29"]


@pytest.mark.rows("COL-12")
async def test_the_manager_says_whom_and_the_council_s_own_questions_are_asked(
    city_of_london: Town,
) -> None:
    town = city_of_london
    await town.tick(open_observations)
    tess = town.chat("tess")
    assert "What did you both learn?" in tess.words("observation_form")
    lacks = await tess.press("return_observation", ask_one="A calm visit", seen_on="2026-12-01")
    assert "Please say whom you saw" in lacks.notice
    done = await tess.press(
        "return_observation", whom="wes", kind="Visit", ask_one="A calm visit", seen_on="2026-12-01"
    )
    assert "Returned." in done.line
    assert "A calm visit" in town.chat("wes").words("observation_shared")


@pytest.mark.rows("COL-19")
async def test_the_virtual_school_head_writes_down_a_meeting(city_of_london: Town) -> None:
    town = city_of_london
    await town.hires(
        Person(id="vi", name="Vi Shaw", aad_object_id="v", roles=frozenset({"virtual_school_head"}))
    )
    reply = await town.chat("vi").says("observe Wes Tarn")
    assert reply.card is not None
    assert "What would you challenge in it?" in words(reply.card.render())


@pytest.mark.rows("SOM-55")
async def test_the_line_manager_observes_each_practitioner_once_a_quarter(somerset: Town) -> None:
    town = somerset
    town.now = datetime(2027, 1, 4, 9, tzinfo=UTC)
    await town.tick(open_observations)
    await town.tick(open_observations)
    assert await owed(town, "tess") == ["wanda 2027-03-31", "wes 2027-03-31"]
    assert await owed(town, "theo") == ["will 2027-03-31"]


@pytest.mark.rows("LEI-15")
async def test_each_manager_observes_once_a_quarter(leicestershire: Town) -> None:
    town = leicestershire
    await town.tick(open_observations)
    assert await owed(town, "tess") == ["any 2026-12-31"]
    assert await owed(town, "hal") == ["any 2026-12-31"]


@pytest.mark.rows("HER-39")
async def test_a_leader_observes_of_their_own_accord(herefordshire: Town) -> None:
    town = herefordshire
    await town.tick(open_observations)
    assert await owed(town, "tess") == []
    reply = await town.chat("tess").says("observe Wes Tarn")
    assert reply.card is not None
    assert "Learning review" in words(reply.card.render())
    assert await owed(town, "tess") == ["wes None"]


@pytest.mark.rows("SEF-33", "SEF-34")
async def test_twelve_months_from_the_last_one_and_handed_out_after_ten(sefton: Town) -> None:
    town = sefton
    last = {"wes": date(2026, 3, 2), "wanda": date(2026, 9, 1), "will": date(2026, 9, 1)}
    async with town.units() as uow:
        for name, day in last.items():
            new = NewObservation(
                rule="experienced_staff", observer="tess", observed=name, period=day, slot=name
            )
            seen = await uow.observations.open(new, town.now)
            assert seen is not None
            done = replace(seen, state=ObservationState.RETURNED, seen_on=day, returned_at=town.now)
            await uow.observations.save(done)
        await uow.commit()
    await town.tick(open_observations)
    assert not [one for one in await owed(town, "tess") if one.startswith("wes")]
    town.now = datetime(2027, 1, 4, 9, tzinfo=UTC)
    await town.tick(open_observations)
    assert "wes 2027-03-02" in await owed(town, "tess")
    assert "tess 2027-01-29" in await owed(town, "sam")
    assert not [one for one in await owed(town, "tess") if one.startswith("wanda")]


@pytest.mark.rows("SEF-35")
async def test_an_auditor_recommends_an_observation_once_from_an_audit(sefton: Town) -> None:
    town = sefton
    await town.audit("C-24113", auditor="ada")
    ada = town.chat("ada")
    await ada.press("start_audit")
    await ada.grades(*["good"] * 8, overall="good")
    sent = await ada.press("recommend_observation", observe_why="Strong direct work")
    assert "Theo Brook observes Will Heath by" in sent.notice
    form = town.chat("theo").words("observation_form")
    assert "Strong direct work" in form
    assert "Observe Will Heath" in form
    again = await ada.press("recommend_observation", observe_why="Again")
    assert "already" in again.notice
