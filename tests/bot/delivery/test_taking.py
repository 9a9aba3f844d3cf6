from __future__ import annotations

from datetime import timedelta

from bot.delivery.limits import Spending
from bot.delivery.means import Pace
from bot.delivery.taking import Taken, Want, take
from domain.delivery.message import Lane
from domain.refs import Ref
from tests.bot.delivery.counting import counted
from tests.bot.delivery.desk import NOW, Desk
from tests.fake_teams import TENANT, FakeTeams

PEOPLE = [f"person-{number}" for number in range(20)]


async def _take(desk: Desk, want: Want) -> list[Taken]:
    lease = Pace().lease
    load = await take(desk.units, want, now=NOW, lease=lease, clock_now=NOW)
    return list(load.taken)


async def test_where_twenty_go_is_asked_at_once(desk: Desk) -> None:
    await desk.knows(*PEOPLE[:19])
    for person in PEOPLE:
        await desk.queues("offer", person)
    with counted(desk.units) as count:
        taken = await _take(desk, Want(most=50, late=False))
    assert count.commits == 1
    assert count.statements <= 3  # of which one begins the transaction on SQLite
    assert [each.message.recipient for each in taken] == PEOPLE
    assert [each.address and each.address.person_id for each in taken] == [*PEOPLE[:19], None]
    assert {each.until for each in taken} == {NOW + Pace().lease}


async def test_an_update_is_taken_with_the_card_that_it_updates(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada")
    await desk.queues("offer", "ada")
    await desk.drain()
    await desk.refreshes()
    (taken,) = await _take(desk, Want(most=9))
    assert taken.card == await desk.newest("ada", "offer")
    assert taken.card
    address = desk.address("ada")
    assert taken.chat(address).conversation_id == taken.card.conversation_id
    assert not taken.spending(address).fresh


async def test_what_a_new_card_costs_is_known_before_it_is_drawn(desk: Desk) -> None:
    await desk.knows("ada")
    await desk.queues("alert", "ada", lane=Lane.URGENT)
    (taken,) = await _take(desk, Want(most=9))
    assert taken.spending(desk.address("ada")) == Spending(
        tenant=TENANT, conversation="a:chat-ada", urgent=True
    )
    assert desk.painted == []


async def test_only_urgent_rows_are_taken_where_nothing_else_is_wanted(desk: Desk) -> None:
    await desk.queues("offer", "ada")
    await desk.queues("alert", "mo", lane=Lane.URGENT)
    (taken,) = await _take(desk, Want(most=9, upto=Lane.URGENT))
    assert taken.urgent
    (other,) = await _take(desk, Want(most=9))
    assert other.message.kind == "offer"


async def test_ended_leases_are_looked_for_only_where_that_is_asked(desk: Desk) -> None:
    await desk.queues("offer", "ada", Ref("seat", "1"))
    await _take(desk, Want(most=9))
    lease = timedelta(seconds=30)
    for late, state in ((False, "sending"), (True, "unknown")):
        await take(desk.units, Want(most=9, late=late), now=NOW + lease, lease=lease, clock_now=NOW)
        assert await desk.states() == {state: 1}
