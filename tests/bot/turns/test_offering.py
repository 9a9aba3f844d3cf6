"""The answer about a file, from the activity to the bytes that arrive, over a real database."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import aiohttp
import pytest

from bot.http.reading import read
from bot.http.translating import incoming
from bot.incoming import Incoming, Kind
from bot.teams.hosts import ServiceHosts
from bot.teams.turns import Reply
from bot.teams.uploads import Uploads
from bot.turns.turns import Carrying, Onward, PracticeLoopTurns
from bot.turns.who import Whereabouts
from domain.agenda.dated import Dated
from domain.files.offer import FileOffer, OfferState
from tests.fake_teams import Activities, Json
from tests.fake_teams.one_drive import OneDrive
from tests.town import Town

MADE = Activities("https://smba.trafficmanager.net/emea/")
HERE = ServiceHosts(names=frozenset({"sharepoint.com"}), local=True)
FILE = "duties-2026-12-01.ics"
OFFER = {"id": "file-1"}


@dataclass
class Desk:
    """The turns with a place that takes files; ``written`` is every file that was made."""

    town: Town
    drive: OneDrive
    session: aiohttp.ClientSession
    written: list[Sequence[Dated]] = field(default_factory=list)
    breaks: Exception | None = None
    time_limit: float = 5.0

    def write(self, duties: Sequence[Dated], now: datetime) -> bytes:
        del now
        self.written.append(duties)
        if self.breaks:
            raise self.breaks
        return b"\n".join(one.text.encode() for one in duties)

    @property
    def turns(self) -> PracticeLoopTurns:
        """A process: each time another one."""
        return PracticeLoopTurns(
            units=self.town.units,
            council=self.town.council,
            clock=lambda: self.town.now,
            onward=Onward(wake=lambda: None),
            whereabouts=Whereabouts(),
            carrying=Carrying(
                uploads=Uploads(self.session, HERE, time_limit=self.time_limit),
            ),
        )

    def value(self, action: str = "accept", **changes: Any) -> Json:
        told = {"action": action, "context": OFFER, "uploadInfo": self.drive.info(FILE)}
        return {**told, **changes}

    async def hears(self, value: Json, who: str = "ada", **changes: Any) -> list[str | None]:
        """Somebody's answer; gives the lines that came back."""
        return lines(await self.turns.offered(answer(who, value, **changes)))

    async def offer(self) -> FileOffer:
        found = await self.town.read(lambda uow: uow.file_offers.get(1))
        assert found
        return found


def answer(who: str, value: Json, **changes: Any) -> Incoming:
    made = MADE.about_file(f"aad-{who}", value, **changes)
    return incoming(read(json.dumps(made).encode()))


def lines(replies: Sequence[Reply]) -> list[str | None]:
    return [reply.text for reply in replies]


@pytest.fixture
async def desk(herefordshire: Town) -> AsyncIterator[Desk]:
    """Ada owes an answer to an audit, and was asked about file-1, which holds that duty."""
    async with OneDrive.open() as drive, aiohttp.ClientSession() as session:
        made = Desk(herefordshire, drive, session)
        herefordshire.council = replace(herefordshire.council, write_duties=made.write)
        await herefordshire.audit("C-23087", lead="tess", peer="ada")
        await herefordshire.chat("ada").says("my duties as a file")
        yield made


def test_the_answer_about_a_file_has_a_door_of_its_own(desk: Desk) -> None:
    assert answer("ada", desk.value()).kind is Kind.OFFERED


async def test_nothing_is_written_before_the_yes_and_once_with_it(desk: Desk) -> None:
    assert desk.written == []
    assert await desk.hears(desk.value()) == []
    assert desk.drive.data == b"Answer C-23087"
    assert (await desk.offer()).state is OfferState.LANDED
    assert [line[:31] for line in await desk.hears(desk.value()) if line] == [
        "That question was answered alre"
    ]
    assert len(desk.written) == len(desk.drive.puts) == 1
    actions = [entry.action for entry in await desk.town.trail("file", 1)]
    assert actions == ["offer_file", "accept_file", "land_file"]


async def test_the_same_activity_twice_says_nothing_twice(desk: Desk) -> None:
    said = answer("ada", desk.value())
    assert lines(await desk.turns.offered(said)) == []
    assert lines(await desk.turns.offered(said)) == []
    assert len(desk.drive.puts) == 1


async def test_two_yeses_at_once_carry_one_file(desk: Desk) -> None:
    both = [answer("ada", desk.value()) for _ in range(2)]
    said = await asyncio.gather(*(desk.turns.offered(each) for each in both))
    assert sorted(len(each) for each in said) == [0, 1]
    assert len(desk.written) == len(desk.drive.puts) == 1


async def test_a_yes_that_died_on_the_way_counts_again_after_a_minute(desk: Desk) -> None:
    desk.drive.hangs = True
    carrying = asyncio.create_task(desk.turns.offered(answer("ada", desk.value())))
    await desk.drive.arrived.wait()
    carrying.cancel()  # the process goes down
    await asyncio.gather(carrying, return_exceptions=True)
    desk.drive.hangs = False
    (line,) = await desk.hears(desk.value())
    assert line == "I am still putting that file into your OneDrive."
    desk.town.later(seconds=60)
    assert await desk.hears(desk.value()) == []
    assert desk.drive.puts[-1].data == b"Answer C-23087"
    assert (await desk.offer()).state is OfferState.LANDED


async def test_whoever_comes_late_settles_nothing(desk: Desk) -> None:
    """One process was given up for dead, and says afterwards that it failed."""
    desk.drive.hangs, desk.time_limit = True, 0.3
    slow = asyncio.create_task(desk.hears(desk.value()))
    await desk.drive.arrived.wait()
    desk.drive.hangs = False
    desk.town.later(seconds=61)
    assert await desk.hears(desk.value()) == []
    assert "could not put" in str(await slow)
    assert (await desk.offer()).state is OfferState.LANDED


async def test_a_file_that_cannot_be_written_is_not_there_and_the_fault_is_told(
    desk: Desk,
) -> None:
    desk.breaks = LookupError("canary: words of a person")
    with pytest.raises(LookupError):  # the edge logs it, and says sorry with a reference
        await desk.hears(desk.value())
    assert (await desk.offer()).state is OfferState.FAILED
    assert desk.drive.puts == []
    await desk.town.deliver()
    assert "Nothing is lost" in desk.town.chat("ada").words("file_offer")


async def test_what_is_too_slow_is_given_up(desk: Desk) -> None:
    desk.drive.hangs, desk.time_limit = True, 0.05
    assert "could not put" in str(await desk.hears(desk.value()))
    assert (await desk.offer()).state is OfferState.FAILED


def bent(drive: OneDrive, **changes: Any) -> Json:
    return {"uploadInfo": {**drive.info(FILE), **changes}}


HOSTILE: dict[str, Any] = {
    "another host": {"uploadUrl": "https://evil.example/take"},
    "another host under our name": {"uploadUrl": "https://x.sharepoint.com.evil.example/"},
    "this machine's metadata": {"uploadUrl": "https://169.254.169.254/latest"},
    "no encryption": {"uploadUrl": "http://council.sharepoint.com/take"},
    "a file of the machine": {"uploadUrl": "file:///etc/passwd"},
    "a line too many": {"uploadUrl": "https://council.sharepoint.com/\r\nX-Evil: 1"},
    "an address without end": {"uploadUrl": "https://council.sharepoint.com/" + "x" * 5000},
    "no address": {"uploadUrl": None},
    "a number": {"uploadUrl": 7},
    "a link to elsewhere in the chat": {"contentUrl": "https://evil.example/phish"},
    "a link that runs": {"contentUrl": "javascript:alert(1)"},
    "an id with a line in it": {"uniqueId": "a\nb"},
    "no id": {"uniqueId": ""},
}


async def test_a_hostile_place_gets_nothing_and_uses_nothing_up(desk: Desk) -> None:
    before = await desk.offer()
    for case, changes in HOSTILE.items():
        (line,) = await desk.hears(desk.value(**bent(desk.drive, **changes)))
        assert line, case
        assert "sent" in line, case  # nothing, or none
        assert (desk.drive.puts, desk.written) == ([], []), case
    assert await desk.offer() == before
    assert await desk.hears(desk.value()) == []  # the honest one still counts


NONSENSE: list[Json] = [
    {"action": "ACCEPT"},
    {"action": ["accept"]},
    {"context": None},
    {"context": "file-1"},
    {"context": {"id": 1}},
    {"context": {"id": "file-2"}},
    {"context": {"id": "file-\u0661"}},
    {"context": {"id": "file-1' OR '1'='1"}},
    {"context": {"id": "duty-1"}},
    {"context": {"id": "x" * 600}},
    {"context": {"id": {"$ne": ""}}},
    {"uploadInfo": None},
    {"uploadInfo": []},
]


async def test_an_answer_that_makes_no_sense_changes_nothing(desk: Desk) -> None:
    before = await desk.offer()
    for changes in NONSENSE:
        said = await desk.hears(desk.value(**changes))
        assert len(said) == 1, changes
    assert await desk.hears({}) == await desk.hears({"action": "decline"}) != []
    assert await desk.offer() == before
    assert (desk.drive.puts, desk.written) == ([], [])


async def test_nobody_else_answers_for_ada(desk: Desk) -> None:
    before = await desk.offer()
    group = {"id": "19:team", "conversationType": "groupChat"}
    for action in ("accept", "decline"):
        value, other = desk.value(action), desk.value(action, context={"id": "file-99"})
        said = [await desk.hears(value, who) for who in ("tess", "cora")]
        # whose it is, and whether there is one, nobody learns
        assert said == [await desk.hears(other)] * 2
        assert "for you alone" in str(await desk.hears(value, conversation=group))
        assert await desk.hears(value, "zed") == [None]  # the card that says how to get in
    assert await desk.offer() == before
    assert (desk.drive.puts, desk.written) == ([], [])


async def test_whoever_has_left_gets_nothing(desk: Desk) -> None:
    people = await desk.town.read(lambda uow: uow.people.all())
    await desk.town.hires(replace(people["ada"], left_on=desk.town.now.date()))
    assert await desk.hears(desk.value()) == [None]  # the card that says how to get in
    assert (desk.drive.puts, desk.written) == ([], [])


async def test_a_no_leaves_the_way_to_ask_again(desk: Desk) -> None:
    assert await desk.hears({"action": "decline", "context": OFFER}) == []
    await desk.town.deliver()
    ada = desk.town.chat("ada")
    assert "You said no" in ada.words("file_offer")
    again = await ada.press("offer_again")
    assert again.line == "I am asking you below whether I may put the file into your OneDrive."
    assert ada.kinds.count("file_offer") == 2
    assert await desk.hears(desk.value(context={"id": "file-2"})) == []
    assert len(desk.drive.puts) == 1
