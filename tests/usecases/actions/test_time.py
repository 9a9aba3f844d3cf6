"""Days are put off, owners leave, last days pass: actions as time goes by (SEF-13, E-14, E-59)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.actions.action import ActionState
from tests.cast import THEO, WILL
from tests.town import Town
from tests.usecases.actions.making import (
    TENTH_OF_MARCH,
    WHAT,
    at_nine,
    claimed,
    finished,
    now_is,
    only,
    press,
)

CARD, SIGN = "action_assigned", "action_sign_off"
BOTH = {"quality": "yes", "compliance": "yes"}


async def of_herefordshire(town: Town) -> int:
    """Wes owns one that came from nowhere; gives its number."""
    town.now = TENTH_OF_MARCH
    await town.chat("tess").says(f"action for Wes Tarn by 20 March: {WHAT}")
    assert CARD in town.chat("wes").kinds
    return 1


@pytest.mark.parametrize("given", [True, False])
async def test_elsewhere_a_later_day_is_asked_for_and_decided(
    herefordshire: Town, given: bool
) -> None:
    number = await of_herefordshire(herefordshire)
    wes, tess = herefordshire.chat("wes"), herefordshire.chat("tess")
    early = await wes.press("request_date", new_due="2026-03-20", why="School is closed.")
    assert "a later day" in early.notice
    assert (await wes.press("request_date", new_due="2026-04-17", why="School is closed.")).done
    assert "School is closed." in tess.words("action_date")
    if given:
        assert (await tess.press("grant_date")).done
    else:
        assert (await tess.press("keep_date", reason="It cannot wait.")).done
    action = await herefordshire.read(lambda uow: uow.actions.get(number))
    assert action is not None
    assert action.due_on == (date(2026, 4, 17) if given else date(2026, 3, 20))
    (duty,) = await herefordshire.duties("wes")
    assert duty.due_at.date() == action.due_on


@pytest.mark.rows("HER-14")
async def test_where_nobody_signs_off_the_evidence_closes_it(herefordshire: Town) -> None:
    number = await of_herefordshire(herefordshire)
    outcome = await herefordshire.chat("wes").press("complete_action", evidence="In the notes.")
    assert "is done" in outcome.line
    action = await herefordshire.read(lambda uow: uow.actions.get(number))
    assert action is not None
    assert action.state is ActionState.DONE
    assert await herefordshire.duties("wes") == []


async def test_it_is_handed_to_the_colleague_who_is_named_else_to_the_team_manager(
    sefton: Town,
) -> None:
    action = await finished(sefton)
    will = sefton.chat("will")
    assert "reason" in (await will.press("hand_over_action", heir="Wanda Moor")).notice
    await will.press("hand_over_action", heir="Wanda Moor", reason="She knows the school.")
    assert (await now_is(sefton, action)).owner == "wanda"
    wanda = sefton.chat("wanda")
    assert "She knows the school." in wanda.words(CARD)
    assert "complete_action" not in [duty.kind for duty in await sefton.duties("will")]
    await wanda.press("hand_over_action", reason="Not my record.")
    assert (await now_is(sefton, action)).owner == "theo"


async def test_when_the_owner_leaves_the_team_manager_has_it_with_the_trail(sefton: Town) -> None:
    action = await finished(sefton)
    await sefton.chat("will").press("note_progress", progress="Half of it.")
    await sefton.hires(replace(WILL, left_on=date(2026, 3, 16)))
    await at_nine(sefton, "2026-03-16")
    assert (await now_is(sefton, action)).owner == "theo"
    card = sefton.chat("theo").words(CARD)
    assert "Half of it." in card
    assert "The owner has left." in card
    assert "Sam Field" in card  # who signs off what Theo owns
    done = [entry.action for entry in await sefton.trail("action", action.id)]
    assert done[-1] == "pass_on_action"
    await at_nine(sefton, "2026-03-17")
    assert sefton.chat("theo").kinds.count(CARD) == 1


async def test_when_the_line_manager_leaves_the_next_above_signs(sefton: Town) -> None:
    action = await finished(sefton)
    await sefton.hires(replace(THEO, left_on=date(2026, 3, 10)))
    await sefton.chat("will").press("complete_action", evidence="Case notes.")
    assert (await press(sefton.chat("sam"), "sign_action", BOTH)).done
    assert (await now_is(sefton, action)).state is ActionState.DONE


@pytest.mark.rows("SEF-13")
async def test_day_31_passes_and_those_above_hear_once(sefton: Town) -> None:
    action = await finished(sefton)
    assert await at_nine(sefton, "2026-04-03") == 0  # a bank holiday
    await at_nine(sefton, "2026-04-07")
    assert sefton.chat("will").kinds.count(CARD) == 2
    assert await at_nine(sefton, "2026-04-07") == 0
    for day in ("2026-04-08", "2026-04-13", "2026-04-14", "2026-04-20"):
        await at_nine(sefton, day)
    for who in ("theo", "sam", "quinn"):
        assert sefton.chat(who).kinds.count("action_late") == 1, who
    card = sefton.chat("quinn").words("action_late")
    assert "Past day 31" in card
    assert "Friday 10 April" in card
    assert "Past the last day" in sefton.chat("will").words(CARD)
    assert action.latest_on == date(2026, 4, 10)


async def test_what_waits_for_a_sign_off_reminds_the_manager_and_not_the_owner(
    sefton: Town,
) -> None:
    await claimed(sefton)
    owners = sefton.chat("will").kinds.count(CARD)
    await at_nine(sefton, "2026-04-07")
    assert sefton.chat("theo").kinds.count(SIGN) == 2
    assert sefton.chat("will").kinds.count(CARD) == owners


async def test_at_night_and_on_sundays_nobody_is_reminded(sefton: Town) -> None:
    await finished(sefton)
    assert await at_nine(sefton, "2026-04-05") == 0
    assert (await only(sefton, 1)).look_on == date(2026, 4, 3)
