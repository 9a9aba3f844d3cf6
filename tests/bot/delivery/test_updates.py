"""Updates in place: only the newest state is shown, and never over what is being typed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery.dispatcher import Drained
from domain.delivery.message import Delivery
from tests.bot.delivery.desk import Desk, form
from tests.fake_teams import FakeTeams

CHAT = "a:chat-ada"


@pytest.fixture
async def sent(desk: Desk) -> Delivery:
    """A form that stands in Ada's chat."""
    desk.forms.add("grading")
    await desk.knows("ada")
    await desk.queues("grading", "ada")
    await desk.drain()
    found = await desk.newest("ada", "grading")
    assert found
    return found


async def test_after_a_press_the_card_itself_is_updated(
    desk: Desk, sent: Delivery, teams: FakeTeams
) -> None:
    await desk.refreshes(shown=sent.id)
    assert await desk.drain(later=2) == Drained(sent=1)
    (update,) = teams.updates
    assert update.card == form("grading audit-1")


async def test_a_late_update_does_not_wipe_what_was_typed_since_the_answer(
    desk: Desk, sent: Delivery, teams: FakeTeams
) -> None:
    desk.limits.pause(CHAT, 30)
    await desk.refreshes(shown=sent.id)
    assert await desk.drain() == Drained(waiting=1)
    assert await desk.drain(later=30) == Drained(dead=1)
    assert teams.updates == []


async def test_a_late_update_of_a_card_without_a_form_goes(
    desk: Desk, sent: Delivery, teams: FakeTeams
) -> None:
    desk.forms.clear()
    await desk.refreshes(shown=sent.id)
    assert await desk.drain(later=30) == Drained(sent=1)
    assert len(teams.updates) == 1


async def test_what_somebody_else_changed_goes_however_late(
    desk: Desk, sent: Delivery, teams: FakeTeams
) -> None:
    await desk.refreshes(shown=sent.id)
    await desk.refreshes()
    assert await desk.drain(later=30) == Drained(sent=1)
    assert len(teams.updates) == 1


async def test_a_press_after_somebody_elses_change_has_shown_that_too(
    desk: Desk, sent: Delivery, teams: FakeTeams
) -> None:
    await desk.refreshes()
    desk.now += timedelta(seconds=20)
    await desk.refreshes(shown=sent.id)
    assert await desk.drain(later=30) == Drained(dead=1)
    assert teams.updates == []


async def test_the_line_that_says_what_is_missing_is_not_wiped_by_an_earlier_update(
    desk: Desk, sent: Delivery, teams: FakeTeams
) -> None:
    await desk.refreshes()
    await desk.refreshes(but=sent.id)
    assert await desk.drain(later=30) == Drained(dead=1)
    assert teams.updates == []


async def test_of_two_updates_of_a_card_only_the_newer_is_tried_again(
    desk: Desk, sent: Delivery, teams: FakeTeams
) -> None:
    await desk.refreshes()
    fault = teams.hang_next(status=503)
    desk.dispatcher.start()
    await desk.until_hanging(1)
    assert not fault.times
    await desk.refreshes()  # the first one was drawn before this change
    teams.release()
    while not teams.updates:
        desk.dispatcher.wake()
        await desk.states()
    await desk.dispatcher.stop()
    assert await desk.states() == {"sent": 2, "dead": 1}
    assert len(teams.updates) == 1
    assert sent.activity_id == teams.updates[0].activity_id


async def test_many_changes_of_a_card_that_waits_are_one_update(
    desk: Desk, sent: Delivery, teams: FakeTeams
) -> None:
    desk.limits.pause(CHAT, 30)
    for _ in range(5):
        await desk.refreshes()
        await desk.drain(later=2)
    assert await desk.drain(later=30) == Drained(sent=1)
    assert [update.activity_id for update in teams.updates] == [sent.activity_id]
