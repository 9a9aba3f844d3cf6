"""Practice weeks, peers who sit in on supervision, who may see what, and bad input."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.observations.observation import ObservationState
from domain.people.person import Person
from domain.refs import Ref
from tests.cards.walk import words
from tests.cast import PEOPLE
from tests.town import Town
from usecases.observations.opening import open_observations

DIRECTOR = Person(
    id="dirk",
    name="Dirk Vane",
    aad_object_id="aad-dirk",
    roles=frozenset({"director_of_childrens_services"}),
)
SIT = Person(
    id="sit",
    name="Sid Tate",
    aad_object_id="aad-sit",
    roles=frozenset({"service_improvement_team"}),
)
SEEN = "The worker waited until the child spoke."


@pytest.mark.rows("LEI-17")
async def test_leaders_choose_their_place_in_each_practice_week_and_hear_families(
    leicestershire: Town,
) -> None:
    town = leicestershire
    await town.hires(DIRECTOR)
    for month, many in ((4, 0), (5, 1), (6, 1), (11, 2), (12, 2)):
        town.now = datetime(2026, month, 5, 9, 0, tzinfo=UTC)
        await town.tick(open_observations)
        live = await town.read(lambda uow: uow.observations.live())
        mine = [one for one in live if one.observer == "dirk" and one.rule.startswith("practice_w")]
        assert len(mine) == many, month
    dirk = town.chat("dirk")
    form = dirk.words("observation_form")
    assert "What did the child or the family say?" in form
    done = await dirk.press(
        "return_observation",
        whom="will",
        kind="Talk with a family",
        ask_one=SEEN,
        ask_two="She comes when she says.",
        seen_on="2026-12-04",
    )
    assert done.line.startswith("Returned."), done.line
    shared = town.chat("will").words("observation_shared")
    assert SEEN in shared
    assert "She comes when she says." in shared


@pytest.mark.rows("SOM-35")
async def test_in_april_peers_are_proposed_to_sit_in_on_supervision(somerset: Town) -> None:
    town = somerset
    await town.hires(SIT)
    town.now = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
    await town.tick(open_observations)
    plan = town.chat("sit").words("observation_plan")
    assert "Theo Brook observes Tess Marlow" in plan
    assert "Tess Marlow observes Theo Brook" in plan
    await town.chat("sit").press("send_observations")
    assert "Peers sit in on supervision" in town.chat("tess").words("observation_form")


async def begun(town: Town) -> str:
    """Tess begins one of Will; gives its reference."""
    reply = await town.chat("tess").says("observe Will Heath")
    assert reply.card is not None, reply.line
    live = await town.read(lambda uow: uow.observations.live())
    return str(live[-1].ref)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"seen_on": "2027-01-01"}, "That day has not come yet"),
        ({"seen_on": "31/12"}, "I could not read that day"),
        ({"seen_on": ""}, "Please say on which day you saw it."),
        ({"seen": ""}, "Please say what you saw."),
        ({"seen": "x" * 1201}, "Please keep each box to 1,200 characters."),
        ({"whom": "Nobody Known"}, "I do not know who that is"),
        ({"whom": "tess"}, "Nobody observes themselves"),
    ],
)
async def test_half_a_form_is_not_returned_and_nobody_is_told(
    sefton: Town, changed: dict[str, str], said: str
) -> None:
    ref = await begun(sefton)
    whole = {"whom": "will", "seen": SEEN, "seen_on": "today", "kind": "Home visit", **changed}
    outcome = await sefton.chat("tess").tampers("return_observation", ref, 1, **whole)
    assert outcome.startswith(said)
    found = await sefton.read(lambda uow: uow.observations.get(1))
    assert found is not None
    assert found.state is ObservationState.ASSIGNED
    assert "observation_shared" not in sefton.chat("will").kinds


@pytest.mark.parametrize("person", ["theo", "will", "hal"])
async def test_nobody_else_writes_in_an_observer_s_form(sefton: Town, person: str) -> None:
    ref = await begun(sefton)
    line = await sefton.chat(person).tampers("keep_observation", ref, 1, seen="Mine")
    assert line.startswith("This is not yours to do")
    assert await sefton.chat(person).sees("observation_form", Ref("observation", "1")) is None


async def test_what_was_returned_is_read_by_those_of_it_alone_and_stays(sefton: Town) -> None:
    ref = await begun(sefton)
    tess = sefton.chat("tess")
    form = await tess.sees("observation_form", Ref("observation", "1"))
    done = await tess.press("return_observation", on=form, seen=SEEN, seen_on="2026-12-01")
    assert done.line.startswith("Returned."), done.line
    shared = Ref("observed", "1")
    assert SEEN in words(await sefton.chat("will").sees("observation_shared", shared) or {})
    for stranger in ("wes", "ada", "mo"):
        assert await sefton.chat(stranger).sees("observation_shared", shared) is None, stranger
    found = await sefton.read(lambda uow: uow.observations.get(1))
    assert found is not None
    late = await tess.tampers("return_observation", ref, found.version, seen="Other words")
    assert late == "This was returned already, so nothing was changed."
    assert SEEN in str(found.answers)


@pytest.mark.parametrize("said", ["observe", "observe Nobody Known", "observe Wes Tarn"])
async def test_only_those_whom_the_framework_names_begin_one(sefton: Town, said: str) -> None:
    reply = await sefton.chat("wes").says(said)
    assert reply.card is None
    assert "nothing was begun" in reply.line
    assert await sefton.read(lambda uow: uow.observations.live()) == []


async def test_whoever_has_left_is_neither_seen_nor_asked(city_of_london: Town) -> None:
    town = city_of_london
    gone = replace(PEOPLE["theo"], left_on=town.now.date())
    await town.hires(gone)
    await town.tick(open_observations)
    live = await town.read(lambda uow: uow.observations.live())
    assert "theo" not in {one.observer for one in live}
    assert {"tess", "sam"} <= {one.observer for one in live}
