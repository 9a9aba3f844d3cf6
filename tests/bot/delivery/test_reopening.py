"""A chat that is not there costs three calls: they end before the lease does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.painting import Painted
from bot.delivery.sender import NO_TIME, Job, Sender, job_of
from bot.delivery.taking import Taken
from bot.teams.outcomes import Retry, Sent, Unknown
from domain.delivery.message import Lane, Message
from domain.refs import Ref
from tests.bot.delivery.desk import NOW, Desk, card
from tests.fake_teams import FakeTeams

LEASE = timedelta(seconds=15)  # three times the time limit here


async def _gone(desk: Desk) -> None:
    """Ada's chat is another one than we know."""
    async with desk.units() as uow:
        moved = replace(desk.address("ada"), conversation_id="a:gone")
        await uow.addresses.remember(moved, desk.now)
        await uow.commit()


def _job(desk: Desk, *, left: timedelta) -> Job:
    message = Message(
        id=1,
        lane=Lane.ORDINARY,
        kind="offer",
        subject=Ref("audit", "1"),
        recipient="ada",
        attempts=1,
        lease_token="token",
    )
    address = replace(desk.address("ada"), conversation_id="a:gone")
    taken = Taken(message=message, address=address, card=None, until=NOW + left)
    return job_of(taken, address, Painted(card=card("offer")))


async def test_with_time_enough_the_chat_is_opened_and_the_card_sent(
    desk: Desk, teams: FakeTeams
) -> None:
    teams.fail_next(404, conversation_id="a:gone")
    job, outcome = await Sender(desk.means()).send(_job(desk, left=LEASE))
    assert isinstance(outcome, Sent)
    assert job.reopened
    assert job.chat.conversation_id == "a:chat-ada"


async def test_no_chat_is_opened_where_the_lease_may_end_meanwhile(
    desk: Desk, teams: FakeTeams
) -> None:
    teams.fail_next(404, conversation_id="a:gone")
    job, outcome = await Sender(desk.means()).send(_job(desk, left=timedelta(seconds=5)))
    assert outcome == Retry(NO_TIME)
    assert not job.reopened
    assert teams.created == []


@pytest.mark.parametrize(("doubtful", "means"), [(None, Unknown), ("sent-1", Retry)])
async def test_a_call_that_lasts_until_the_lease_ends_is_cut_off(
    doubtful: str | None, means: type, desk: Desk, teams: FakeTeams
) -> None:
    teams.hang_next()
    job = replace(_job(desk, left=timedelta(seconds=1.1)), activity_id=doubtful)
    assert await Sender(desk.means()).send(job) == (job, means(NO_TIME))


async def test_where_the_new_chat_is_it_is_remembered_even_if_the_card_was_not_taken(
    desk: Desk, teams: FakeTeams
) -> None:
    await _gone(desk)
    await desk.queues("offer", "ada")
    teams.fail_next(404, conversation_id="a:gone")
    teams.fail_next(503, conversation_id="a:chat-ada")
    assert (await desk.drain()).waiting == 1
    address = await desk.reached("ada")
    assert address is not None
    assert address.conversation_id == "a:chat-ada"
    assert (await desk.drain(later=5)).sent == 1
    assert len(teams.created) == 1


async def test_a_chat_that_was_opened_in_vain_stays_blocked(desk: Desk, teams: FakeTeams) -> None:
    await _gone(desk)
    await desk.queues("offer", "ada")
    teams.fail_next(404, conversation_id="a:gone")
    teams.fail_next(403, conversation_id="a:chat-ada")
    assert (await desk.drain()).dead == 1
    address = await desk.reached("ada")
    assert address is not None
    assert address.blocked == "blocked"


async def test_a_message_whose_time_ran_out_goes_in_a_lease_of_its_own(
    desk: Desk, teams: FakeTeams
) -> None:
    await _gone(desk)
    await desk.queues("offer", "ada")
    teams.fail_next(404, conversation_id="a:gone", hang=True)
    dispatcher = desk.another(poll=0.001, lease=LEASE)
    dispatcher.start()
    await desk.until_hanging(1)
    desk.now += LEASE - timedelta(seconds=1)
    teams.fail_next(404, conversation_id="a:gone")
    teams.release()
    while await desk.states() != {"waiting": 1}:
        dispatcher.wake()
    assert teams.created == []
    desk.now += timedelta(seconds=3)
    await desk.until_posts(1)
    await dispatcher.stop()
    assert len(teams.cards_to("ada")) == 1
    assert await desk.states() == {"sent": 1}
