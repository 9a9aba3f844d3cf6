"""Actions of meetings and of analyses: kept in chat, done by their owners, seen in the tracker."""

from __future__ import annotations

import pytest

from domain.actions.action import Action, ActionState
from tests.town import Town
from tests.usecases.actions.making import TENTH_OF_MARCH, press
from usecases.pressing import Outcome

CARD = "action_assigned"


async def the_one(town: Town) -> Action:
    """The only action there is."""
    found = await town.read(lambda uow: uow.actions.get(1))
    assert found is not None
    return found


async def claims(town: Town, owner: str) -> Outcome:
    """Its owner says what was done."""
    return await town.chat(owner).press("complete_action", evidence="In the notes of 18 March.")


@pytest.mark.parametrize(
    "what",
    [
        pytest.param("Ask health to send its chronology", marks=pytest.mark.rows("COL-06")),
        pytest.param("Visit the placement with the commissioner", marks=pytest.mark.rows("COL-24")),
        pytest.param("Agree the next step for the first plan", marks=pytest.mark.rows("COL-35")),
        pytest.param("Write the part about transitions anew", marks=pytest.mark.rows("COL-36")),
    ],
)
async def test_in_the_city_an_action_of_a_meeting_is_kept_reminded_of_and_closed(
    city_of_london: Town, what: str
) -> None:
    city_of_london.now = TENTH_OF_MARCH
    await city_of_london.chat("cora").says(f"action for Theo Brook by 20 March: {what}")
    action = await the_one(city_of_london)
    assert (action.rule, action.owner, action.what) == ("audit_actions", "theo", what)
    assert what in city_of_london.chat("theo").words(CARD)
    assert [duty.kind for duty in await city_of_london.duties("theo")] == ["complete_action"]
    tracker = await city_of_london.chat("cora").says("actions")
    assert tracker.card is not None
    assert what in str(tracker.card.render())
    assert (await claims(city_of_london, "theo")).done
    assert (await the_one(city_of_london)).state is ActionState.DONE
    assert await city_of_london.duties("theo") == []


@pytest.mark.rows("LEI-23")
@pytest.mark.parametrize("tag", ["Action", "Obstacle"])
async def test_the_log_of_the_improvement_cycle_meeting_holds_actions_and_obstacles(
    leicestershire: Town, tag: str
) -> None:
    leicestershire.now = TENTH_OF_MARCH
    sam = leicestershire.chat("sam")
    await sam.says("new action")
    said = {"what": "Bring the weekly figures to the team meeting", "name": "Tess Marlow"}
    kept = await press(
        sam, "keep_action", {**said, "due": "2026-03-20", "tag": tag}, rule="improvement_cycle_log"
    )
    assert kept.done, kept.notice
    action = await the_one(leicestershire)
    assert (action.rule, action.tag, action.owner) == ("improvement_cycle_log", tag, "tess")
    assert tag in leicestershire.chat("tess").words(CARD)
    assert (await claims(leicestershire, "tess")).done
    assert (await the_one(leicestershire)).state is ActionState.DONE


@pytest.mark.parametrize(
    "what",
    [
        pytest.param("Check why plans were repeated in the team", marks=pytest.mark.rows("SOM-32")),
        pytest.param("Hold a workshop about the analysis", marks=pytest.mark.rows("SOM-34")),
        pytest.param("Share the themes of endings with carers", marks=pytest.mark.rows("SOM-37")),
        pytest.param("Bring the partners' findings to the team", marks=pytest.mark.rows("SOM-66")),
    ],
)
async def test_in_somerset_an_action_of_an_analysis_is_agreed_in_supervision(
    somerset: Town, what: str
) -> None:
    somerset.now = TENTH_OF_MARCH
    await somerset.chat("sam").says(f"action for Will Heath by 20 March: {what}")
    assert what in somerset.chat("will").words(CARD)
    assert (await claims(somerset, "will")).done
    assert (await the_one(somerset)).state is ActionState.CLAIMED
    asked = somerset.chat("theo").words("action_sign_off")
    assert "Agreed and done through supervision" in asked
    tick = {"agreed_and_done_through_supervision": "yes"}
    assert (await press(somerset.chat("theo"), "sign_action", tick)).done
    assert (await the_one(somerset)).state is ActionState.DONE
