from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.teams.hosts import ServiceHosts
from bot.teams.uploads import ForeignPlaceFault, LargeUploadFault, LostUploadFault, Uploads
from tests.fake_teams.one_drive import SESSION, SIGNED, OneDrive

BOOK = bytes(range(256)) * 1000
HERE = ServiceHosts(names=frozenset({"sharepoint.com"}), local=True)


@pytest.fixture
async def drive() -> AsyncIterator[OneDrive]:
    async with OneDrive.open() as made:
        yield made


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as made:
        yield made


def url_of(drive: OneDrive) -> str:
    return str(drive.info("book.xlsx")["uploadUrl"])


@pytest.mark.parametrize("status", [200, 201])
async def test_the_bytes_arrive_whole_at_the_very_address_and_no_token_goes(
    status: int, drive: OneDrive, session: aiohttp.ClientSession
) -> None:
    drive.status = status
    await Uploads(session, HERE).put(url_of(drive), BOOK)
    (put,) = drive.puts
    assert put.data == BOOK
    assert put.path == f"{SESSION}?{SIGNED}"
    assert put.headers["content-range"] == "bytes 0-255999/256000"
    assert put.headers["content-length"] == "256000"
    assert "transfer-encoding" not in put.headers
    assert "authorization" not in put.headers


async def test_a_file_of_just_the_largest_size_is_sent(
    drive: OneDrive, session: aiohttp.ClientSession
) -> None:
    await Uploads(session, HERE, largest=len(BOOK)).put(url_of(drive), BOOK)
    with pytest.raises(LargeUploadFault):
        await Uploads(session, HERE, largest=len(BOOK) - 1).put(url_of(drive), BOOK)
    assert len(drive.puts) == 1


@pytest.mark.parametrize("status", [202, 302, 307, 308, 401, 404, 409, 416, 500, 507])
async def test_any_other_answer_means_that_it_is_not_there_and_nothing_is_followed(
    status: int, drive: OneDrive, session: aiohttp.ClientSession
) -> None:
    drive.status = status
    with pytest.raises(LostUploadFault):
        await Uploads(session, HERE).put(url_of(drive), BOOK)
    assert [put.path for put in drive.puts] == [f"{SESSION}?{SIGNED}"]


async def test_a_place_that_never_answers_is_given_up_and_its_address_not_shown(
    drive: OneDrive, session: aiohttp.ClientSession
) -> None:
    drive.hangs = True
    with pytest.raises(LostUploadFault) as failed:
        await Uploads(session, HERE, time_limit=0.05).put(url_of(drive), BOOK)
    assert failed.value.__cause__ is None
    assert "tempauth" not in str(failed.value)


async def test_a_place_where_nobody_is_shows_no_address(session: aiohttp.ClientSession) -> None:
    async with OneDrive.open() as gone:
        url = url_of(gone)
    with pytest.raises(LostUploadFault) as failed:
        await Uploads(session, HERE).put(url, BOOK)
    assert failed.value.__cause__ is None


FOREIGN = [
    "http://council-my.sharepoint.com/file",
    "https://council-my.sharepoint.com.evil.example/file",
    "https://evilsharepoint.com/file",
    "https://evil.example/council-my.sharepoint.com",
    "https://evil.example#" + "@council-my.sharepoint.com/",
    "https://evil.example\\" + "@council-my.sharepoint.com/",
    "https://user" + "@council-my.sharepoint.com/file",  # apart: it looks like an e-mail address
    "https://council-my.sharepoint.com:8443/file",
    "https://169.254.169.254/latest/meta-data",
    "https://[::ffff:169.254.169.254]/",
    "https://0x7f000001/",
    "//council-my.sharepoint.com/file",
    "file:///etc/passwd",
    "gopher://council-my.sharepoint.com/",
    "https://council-my.sharepoint.com/\r\nHost: evil.example",
    "https://[::1/",
    "",
]


@pytest.mark.parametrize("url", FOREIGN)
async def test_other_places_get_nothing(url: str, session: aiohttp.ClientSession) -> None:
    with pytest.raises(ForeignPlaceFault):
        await Uploads(session, HERE).put(url, BOOK)


async def test_each_of_several_addresses_must_be_one_of_ours(
    session: aiohttp.ClientSession,
) -> None:
    uploads = Uploads(session, HERE)
    ours = "https://council-my.sharepoint.com/personal/mine/Shared Documents/ä.xlsx"
    uploads.must_allow(ours, ours)
    with pytest.raises(ForeignPlaceFault):
        uploads.must_allow(ours, "https://evil.example/")


async def test_this_machine_gets_files_only_when_it_is_somebodys_own(
    drive: OneDrive, session: aiohttp.ClientSession
) -> None:
    with pytest.raises(ForeignPlaceFault):
        await Uploads(session, ServiceHosts(names=HERE.names)).put(url_of(drive), BOOK)
    assert drive.puts == []
