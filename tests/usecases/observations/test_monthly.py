"""The month's observations: proposed, confirmed, written down, shared, late (SEF-31)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.observations.observation import ObservationState
from domain.people.person import Person
from domain.refs import Ref
from tests.cards.walk import words
from tests.town import Town
from usecases.nudges.nudge_duties import nudge_duties
from usecases.observations.opening import open_observations

QUEN = Person(
    id="quen",
    name="Quen Ash",
    aad_object_id="aad-quen",
    roles=frozenset({"quality_assurance_manager"}),
    line_manager="hal",
)
SEEN = "The worker waited until the child spoke."


def heard(town: Town, name: str, whom: str) -> bool:
    """Whether somebody was given that person to observe in the month's assignment."""
    cards = [words(each.card) for each in town.chat(name).cards if each.kind == "observation_form"]
    return any("Observation of practice" in card and whom in card for card in cards)


@pytest.fixture
async def town(sefton: Town) -> Town:
    await sefton.hires(QUEN)
    return sefton


@pytest.mark.rows("SEF-31")
async def test_nobody_is_told_before_the_plan_is_confirmed(town: Town) -> None:
    await town.tick(open_observations)
    plan = town.chat("quen").words("observation_plan")
    assert "Nobody has been told yet" in plan
    assert "Tess Marlow observes Will Heath" in plan
    assert "Theo Brook observes Wanda Moor" in plan
    assert "Nobody outside their line was free for Sam Field" in plan
    assert not heard(town, "tess", "Will Heath")

    await town.chat("quen").press("send_observations")
    assert heard(town, "tess", "Observe Will Heath")
    assert "do_observation" in [duty.kind for duty in await town.duties("tess")]
    assert await town.duties("quen") == []


@pytest.mark.rows("SEF-31")
async def test_a_second_look_of_the_clock_opens_nothing_again(town: Town) -> None:
    await town.tick(open_observations)
    before = len(town.chat("quen").cards)
    await town.tick(open_observations)
    town.later(days=1)
    await town.tick(open_observations)
    assert len(town.chat("quen").cards) == before


async def test_a_line_is_changed_or_left_out_but_never_to_one_s_own_line(town: Town) -> None:
    await town.tick(open_observations)
    quen = town.chat("quen")
    refused = await quen.press("change_pair", swap="1 Wes Tarn")
    assert "own line" in refused.notice
    changed = await quen.press("change_pair", swap="2 Wes Tarn")
    assert "Theo Brook observes Wes Tarn" in words(changed.card.render() if changed.card else {})
    dropped = await quen.press("drop_pair", leave="1")
    assert "Line 1 is left out." in dropped.notice
    await quen.press("send_observations")
    assert not heard(town, "tess", "Will Heath")
    assert heard(town, "theo", "Observe Wes Tarn")


async def sent(town: Town) -> None:
    """The plan went out."""
    await town.tick(open_observations)
    await town.chat("quen").press("send_observations")


@pytest.mark.rows("SEF-31")
async def test_it_is_returned_read_and_answered(town: Town) -> None:
    await sent(town)
    tess, will = town.chat("tess"), town.chat("will")
    lacks = await tess.press("return_observation", seen=SEEN, seen_on="2026-12-01")
    assert "what kind of work it was" in lacks.notice
    before = len(await town.duties("tess"))
    await tess.press("return_observation", seen=SEEN, seen_on="2026-12-01", kind="Home visit")
    assert len(await town.duties("tess")) == before - 1
    assert SEEN in will.words("observation_shared")
    assert "1 of 2 returned" in town.chat("quen").words("observation_plan")

    await will.press("comment_observation", comment="That helped me.")
    assert "That helped me." in tess.words("observation_shared")
    assert "Answered" in will.words("observation_shared")


@pytest.mark.rows("SEF-31")
async def test_it_can_be_typed_line_by_line(town: Town) -> None:
    await sent(town)
    tess = town.chat("tess")
    await tess.says("home visit")
    await tess.says("on: today")
    await tess.says(f"saw: {SEEN}")
    done = await tess.says("return")
    assert "Returned." in done.line
    assert SEEN in town.chat("will").words("observation_shared")


@pytest.mark.rows("SEF-31")
async def test_after_the_month_s_end_the_line_manager_and_the_assigner_hear(town: Town) -> None:
    await sent(town)
    for day in (4, 5):
        town.now = datetime(2027, 1, day, 9, 5, tzinfo=UTC)
        await town.tick(open_observations)
        await town.tick(nudge_duties)
    assert "Observe Will Heath" in town.chat("sam").words("digest")
    assert "2 late" in town.chat("quen").words("observation_plan")


async def test_what_was_seen_is_read_by_nobody_else(town: Town) -> None:
    await sent(town)
    await town.chat("tess").press(
        "return_observation", seen=SEEN, seen_on="2026-12-01", kind="Home visit"
    )
    found = await town.read(lambda uow: uow.observations.of_people(["will"]))
    (one,) = [each for each in found if each.state is ObservationState.RETURNED]
    assert await town.chat("theo").sees("observation_shared", one.shared) is not None
    for stranger in ("wes", "quen", "cora"):
        assert await town.chat(stranger).sees("observation_shared", one.shared) is None
    said = await town.chat("wes").tampers("comment_observation", str(one.shared), one.version)
    assert "not yours" in said


async def test_observing_by_name_outside_the_calendar(town: Town) -> None:
    reply = await town.chat("tess").says("observe Wes Tarn")
    assert reply.card is not None
    assert "Yearly observation" in words(reply.card.render())
    reply = await town.chat("wes").says("observe Wanda Moor")
    assert "asks no observations of your role" in reply.line
    reply = await town.chat("tess").says("observe Nobody Known")
    assert "I do not know who that is" in reply.line


@pytest.mark.rows("SEF-33", "SEF-34", "SEF-32")
async def test_the_due_list_names_who_was_never_seen_and_what_has_no_dates(town: Town) -> None:
    new = Person(
        id="nia",
        name="Nia Fenn",
        aad_object_id="aad-nia",
        roles=frozenset({"newly_qualified_social_worker"}),
        line_manager="tess",
    )
    await town.hires(new)
    card = await town.chat("tess").sees("observations", Ref("person", "tess"))
    said = words(card or {})
    assert "Nia Fenn" in said
    assert "the dates stand in a policy: link not set" in said
    assert "Wes Tarn" in said
    assert "not seen yet" in said
    above = words(await town.chat("sam").sees("observations", Ref("person", "sam")) or {})
    assert "Tess Marlow" in above
