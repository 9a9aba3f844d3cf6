from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.incoming import DroppedFile
from bot.teams.downloads import Downloads, ForeignFileFault, LargeFileFault, LostFileFault
from bot.teams.hosts import ServiceHosts

LIST = b"id,name\r\n" * 1000
HERE = ServiceHosts(names=frozenset({"sharepoint.com"}), local=True)


@dataclass
class Shelf:
    """A place where files are kept; it writes down with which headers they were asked for."""

    asked: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    async def give(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(dict(request.headers))
        name = request.match_info["name"]
        if name == "moved":
            raise web.HTTPFound("/list")
        if name == "gone":
            raise web.HTTPNotFound
        if name == "never":
            await asyncio.Event().wait()
        if name == "endless":
            return await self._endless(request)
        return web.Response(body=LIST)

    async def _endless(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        try:
            while True:
                await response.write(b"x" * 65536)
        except ConnectionError:
            return response


@pytest.fixture
async def shelf() -> AsyncIterator[Shelf]:
    made = Shelf()
    site = web.Application()
    site.router.add_get("/{name}", made.give)
    async with TestServer(site, host="127.0.0.1") as server:
        made.url = str(server.make_url("/"))
        yield made


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as made:
        yield made


def named(url: str) -> DroppedFile:
    return DroppedFile(name="list.csv", url=url, type="csv")


async def test_the_bytes_come_as_they_are_and_no_token_goes(
    shelf: Shelf, session: aiohttp.ClientSession
) -> None:
    assert await Downloads(session, HERE).fetch(named(shelf.url + "list")) == LIST
    (headers,) = shelf.asked
    assert "authorization" not in {name.lower() for name in headers}
    assert headers["Accept-Encoding"] == "identity"


async def test_a_file_of_just_the_largest_size_is_taken(
    shelf: Shelf, session: aiohttp.ClientSession
) -> None:
    url = named(shelf.url + "list")
    assert await Downloads(session, HERE, largest=len(LIST)).fetch(url) == LIST
    with pytest.raises(LargeFileFault):
        await Downloads(session, HERE, largest=len(LIST) - 1).fetch(url)


async def test_a_file_without_an_end_is_given_up(
    shelf: Shelf, session: aiohttp.ClientSession
) -> None:
    with pytest.raises(LargeFileFault):
        await Downloads(session, HERE).fetch(named(shelf.url + "endless"))


@pytest.mark.parametrize("name", ["gone", "moved"])
async def test_what_is_gone_or_elsewhere_is_not_followed(
    name: str, shelf: Shelf, session: aiohttp.ClientSession
) -> None:
    with pytest.raises(LostFileFault):
        await Downloads(session, HERE).fetch(named(shelf.url + name))
    assert len(shelf.asked) == 1


async def test_a_place_that_never_answers_is_given_up(
    shelf: Shelf, session: aiohttp.ClientSession
) -> None:
    with pytest.raises(LostFileFault) as failed:
        await Downloads(session, HERE, time_limit=0.05).fetch(named(shelf.url + "never"))
    assert shelf.url not in str(failed.value)


async def test_a_place_where_nobody_is_shows_no_address(
    unused_tcp_port_url: str, session: aiohttp.ClientSession
) -> None:
    with pytest.raises(LostFileFault) as failed:
        await Downloads(session, HERE).fetch(named(unused_tcp_port_url))
    assert failed.value.__cause__ is None


@pytest.fixture
async def unused_tcp_port_url() -> str:
    server = TestServer(web.Application(), host="127.0.0.1")
    await server.start_server()
    url = str(server.make_url("/list"))
    await server.close()
    return url


@pytest.mark.parametrize(
    "url",
    [
        "http://council.sharepoint.com/list",
        "https://council.sharepoint.com.evil.example/list",
        "https://evilsharepoint.com/list",
        "https://user" + "@council.sharepoint.com/list",  # apart: it looks like an e-mail address
        "https://council.sharepoint.com:8443/list",
        "https://169.254.169.254/metadata",
        "file:///etc/passwd",
        "ftp://council.sharepoint.com/list",
        "list",
    ],
)
async def test_other_places_are_not_asked(url: str, session: aiohttp.ClientSession) -> None:
    with pytest.raises(ForeignFileFault):
        await Downloads(session, HERE).fetch(named(url))


async def test_this_machine_is_asked_only_when_it_is_somebodys_own(
    shelf: Shelf, session: aiohttp.ClientSession
) -> None:
    with pytest.raises(ForeignFileFault):
        await Downloads(session, ServiceHosts(names=HERE.names)).fetch(named(shelf.url + "list"))
    assert shelf.asked == []
