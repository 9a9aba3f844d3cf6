"""Cards that can never be sent: parked with a line for the operator, and the rest goes on."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import Any

from structlog.testing import capture_logs

from domain.refs import Ref
from storage.tables import outbox
from tests.bot.delivery.desk import Desk
from tests.fake_teams import FakeTeams
from tests.faults.fan_out import rows_of

PEOPLE = [f"person-{number:03}" for number in range(200)]
CANNOT_BE_DRAWN, NOT_A_CARD = "poison", "malformed"
UNLUCKY = PEOPLE[::100]


async def an_hour_goes_by(desk: Desk) -> None:
    for _ in range(60):
        await desk.drain(later=60)


async def states_of(desk: Desk, kind: str) -> set[tuple[str, str | None]]:
    """What became of a kind's rows, and why."""
    rows = await rows_of(desk.units, outbox)
    return {(row["state"], row["error_class"]) for row in rows if row["kind"] == kind}


async def test_one_card_in_a_hundred_that_cannot_be_drawn_holds_up_nobody_else(
    desk: Desk, teams: FakeTeams
) -> None:
    desk.broken.add(CANNOT_BE_DRAWN)
    await desk.knows(*PEOPLE)
    for person in PEOPLE:
        await desk.queues(CANNOT_BE_DRAWN if person in UNLUCKY else "offer", person)
    for _ in range(30):  # our own pace takes some ten seconds
        await desk.drain(later=1)
    assert {post.conversation_id for post in teams.posts} == {
        teams.activities.chat_of(person) for person in PEOPLE if person not in UNLUCKY
    }
    await an_hour_goes_by(desk)
    assert await states_of(desk, CANNOT_BE_DRAWN) == {("dead", "LookupError")}
    assert await states_of(desk, "offer") == {("sent", None)}


async def test_what_stands_behind_a_poisoned_card_goes_out_when_it_is_given_up(
    desk: Desk, teams: FakeTeams
) -> None:
    desk.broken.add(CANNOT_BE_DRAWN)
    await desk.knows("ada")
    await desk.queues(CANNOT_BE_DRAWN, "ada")
    await desk.queues("offer", "ada")
    await an_hour_goes_by(desk)
    assert len(teams.posts_to("ada")) == 1


async def test_a_card_that_teams_calls_malformed_is_tried_once(
    desk: Desk, teams: FakeTeams
) -> None:
    await desk.knows("ada", "mo")
    await desk.queues(NOT_A_CARD, "ada")
    await desk.queues("offer", "ada", Ref("seat", "1"))
    await desk.queues("offer", "mo")
    teams.fail_next(400, code="BadSyntax", conversation_id=teams.activities.chat_of("ada"))
    await an_hour_goes_by(desk)
    assert len(teams.connector.refused) == 1
    assert await states_of(desk, NOT_A_CARD) == {("dead", "400 BadSyntax")}
    assert (len(teams.posts_to("ada")), len(teams.posts_to("mo"))) == (1, 1)


async def test_the_operator_is_told_of_each_card_that_is_given_up(
    desk: Desk, teams: FakeTeams
) -> None:
    desk.broken.add(CANNOT_BE_DRAWN)
    await desk.knows("ada", "mo")
    await desk.queues(CANNOT_BE_DRAWN, "ada")
    await desk.queues(NOT_A_CARD, "mo")
    teams.fail_next(400, code="BadSyntax")
    with capture_logs() as logs:
        await an_hour_goes_by(desk)
    told = {(line["kind"], line["reason"]) for line in given_up(logs)}
    assert told == {(CANNOT_BE_DRAWN, "LookupError"), (NOT_A_CARD, "400 BadSyntax")}
    assert all(isinstance(line["message"], int) for line in given_up(logs)), "the row to look at"
    page = desk.metrics.exposition().decode()
    for kind in (CANNOT_BE_DRAWN, NOT_A_CARD):
        assert f'practice_loop_messages_total{{kind="{kind}",state="dead"}} 1.0' in page


def given_up(logs: Sequence[MutableMapping[str, Any]]) -> list[MutableMapping[str, Any]]:
    """Lines that an operator sees where only warnings are kept."""
    loud = ("warning", "error")
    return [line for line in logs if line.get("state") == "dead" and line["log_level"] in loud]
