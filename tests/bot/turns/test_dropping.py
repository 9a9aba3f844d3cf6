"""A file dropped into a chat, from the activity to the card, over a real database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from bot.http.attached import FILE
from bot.http.reading import read
from bot.http.translating import incoming
from bot.incoming import DroppedFile, Incoming
from bot.teams.downloads import LostFileFault
from bot.teams.turns import Reply
from bot.turns.turns import Carrying, Onward, PracticeLoopTurns
from bot.turns.who import Whereabouts
from imports.dropped import read_dropped
from storage.tables import dropped_files
from tests.cards.walk import buttons, find, words
from tests.fake_teams import Activities
from tests.town import Town

MADE = Activities("https://smba.trafficmanager.net/emea/")
STAFF = b"id,name,roles,team\nnew-1,Nell Reed,social_worker,North\n"


@dataclass
class Desk:
    """The turns with a place that gives ``data`` for every address, and counts who asks."""

    town: Town
    data: bytes | Exception = STAFF
    fetched: list[str] = field(default_factory=list)
    woken: int = 0

    async def fetch(self, file: DroppedFile) -> bytes:
        self.fetched.append(file.url)
        if isinstance(self.data, Exception):
            raise self.data
        return self.data

    def wake(self) -> None:
        self.woken += 1

    @property
    def turns(self) -> PracticeLoopTurns:
        return PracticeLoopTurns(
            units=self.town.units,
            council=replace(self.town.council, read_table=read_dropped),
            clock=lambda: self.town.now,
            onward=Onward(wake=self.wake),
            whereabouts=Whereabouts(),
            carrying=Carrying(fetch=self.fetch),
        )

    async def kept(self) -> int:
        async with self.town.units(reading=True) as uow:
            return len((await uow.connection.execute(dropped_files.select())).all())


@pytest.fixture
def desk(herefordshire: Town) -> Desk:
    return Desk(herefordshire)


def drops(who: str, *kinds: str, **changes: Any) -> Incoming:
    attached = [
        {
            "contentType": FILE,
            "name": f"list.{kind}",
            "content": {"downloadUrl": f"https://council.sharepoint.com/{n}", "fileType": kind},
        }
        for n, kind in enumerate(kinds)
    ]
    made = MADE.message(f"aad-{who}", "", attachments=attached, **changes)
    return incoming(read(json.dumps(made).encode()))


def texts(replies: Sequence[Reply]) -> str:
    return "\n".join(reply.text or "" for reply in replies)


async def test_a_coordinator_gets_the_preview(desk: Desk) -> None:
    (reply,) = await desk.turns.said(drops("cora", "csv"))
    assert reply.card
    assert "New: new-1" in words(reply.card)
    assert reply.summary == "Your list is ready to check"
    assert desk.fetched == ["https://council.sharepoint.com/0"]
    assert await desk.kept() == 1


async def test_the_preview_is_applied_by_its_own_button(desk: Desk) -> None:
    (reply,) = await desk.turns.said(drops("cora", "csv"))
    assert reply.card
    data = find(reply.card, "Action.Execute", title="Apply")["data"]
    pressed = MADE.press("aad-cora", "apply_import", data, replyToId="card-1")
    answer = await desk.turns.pressed(incoming(read(json.dumps(pressed).encode())))
    assert isinstance(answer.value, dict)
    assert "The list was applied" in words(answer.value)
    assert buttons(answer.value) == []
    assert await desk.town.read(lambda uow: uow.people.get("new-1"))
    assert await desk.kept() == 0


async def test_who_runs_no_cycles_is_refused_before_anything_is_fetched(desk: Desk) -> None:
    replies = await desk.turns.said(drops("ada", "csv"))
    assert "Only the QA team imports lists" in texts(replies)
    assert (desk.fetched, await desk.kept()) == ([], 0)


async def test_a_stranger_gets_the_way_in(desk: Desk) -> None:
    (reply,) = await desk.turns.said(drops("zed", "csv"))
    assert reply.card
    assert "Try again" in buttons(reply.card)
    assert desk.fetched == []


async def test_nothing_is_read_outside_a_personal_chat(desk: Desk) -> None:
    chat = {"id": "19:team", "conversationType": "channel"}
    replies = await desk.turns.said(drops("cora", "csv", conversation=chat))
    assert "for you alone" in texts(replies)
    assert desk.fetched == []


@pytest.mark.parametrize(
    ("kinds", "said"), [(("docx",), "CSV or Excel"), (("csv", "csv"), "one file at a time")]
)
async def test_what_is_no_single_list_is_not_fetched(
    desk: Desk, kinds: tuple[str, ...], said: str
) -> None:
    assert said in texts(await desk.turns.said(drops("cora", *kinds)))
    assert desk.fetched == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (LostFileFault(), "could not fetch"),
        (b"PK\x03\x04 no workbook", "save it as XLSX or CSV"),
        (b"\xd0\xcf\x11\xe0 an older one", "save it as XLSX or CSV"),
        (b"\x89PNG\r\n\x1a\n\0\0", "neither text nor a workbook"),
        (b"team,service\nNorth,Care\n", "people or of cases"),
    ],
)
async def test_what_cannot_be_read_is_a_sentence_and_not_kept(
    desk: Desk, data: bytes | Exception, said: str
) -> None:
    desk.data = data
    assert said in texts(await desk.turns.said(drops("cora", "csv")))
    assert await desk.kept() == 0


async def test_a_message_that_teams_repeats_is_answered_once(desk: Desk) -> None:
    first = drops("cora", "csv")
    assert len(await desk.turns.said(first)) == 1
    assert list(await desk.turns.said(first)) == []
    assert await desk.kept() == 1


async def test_without_a_way_to_fetch_it_says_so(herefordshire: Town) -> None:
    turns = PracticeLoopTurns(
        units=herefordshire.units,
        council=herefordshire.council,
        clock=lambda: herefordshire.now,
        onward=Onward(wake=lambda: None),
        whereabouts=Whereabouts(),
    )
    assert "on the command line" in texts(await turns.said(drops("cora", "csv")))
