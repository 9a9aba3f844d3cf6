"""Somebody's OneDrive as Teams hands it to a bot: an address that takes one file, whole."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.fake_teams.activities import Json

SESSION = "/personal/mine/_api/v2.0/uploadSession"
SIGNED = "guid=1f0b&tempauth=a%2Bb%7Ec%3D"
UNIQUE = "1150D938-8870-4044-9F2C-5BBDEBA70C8C"


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """One file that came: to which address, with which headers."""

    path: str
    headers: dict[str, str]
    data: bytes


@dataclass
class OneDrive:
    """Answers with ``status`` (3xx: to itself), or never while it ``hangs``."""

    puts: list[Put] = field(default_factory=list)
    status: int = 201
    hangs: bool = False
    root: str = ""
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def data(self) -> bytes:
        """The only file that ever came."""
        (put,) = self.puts
        return put.data

    def info(self, name: str) -> Json:
        """What Teams tells the bot of the place, once somebody said yes."""
        return {
            "name": name,
            "uploadUrl": f"{self.root}{SESSION}?{SIGNED}",
            "contentUrl": f"{self.root}/personal/mine/Documents/Applications/{name}",
            "uniqueId": UNIQUE,
            "fileType": name.rpartition(".")[2],
        }

    async def take(self, request: web.Request) -> web.Response:
        """A PUT, whatever it brings."""
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.puts.append(Put(path=request.raw_path, headers=headers, data=await request.read()))
        self.arrived.set()
        if self.hangs:
            await asyncio.Event().wait()
        location = {"Location": f"{self.root}/elsewhere"} if 300 <= self.status < 400 else {}
        return web.json_response({"id": "a word of no use"}, status=self.status, headers=location)

    @classmethod
    @asynccontextmanager
    async def open(cls) -> AsyncIterator[OneDrive]:
        """On a free port of this machine."""
        made = cls()
        site = web.Application(client_max_size=16 * 1024 * 1024)
        site.router.add_put("/{tail:.*}", made.take)
        async with TestServer(site, host="127.0.0.1") as server:
            made.root = str(server.make_url("")).rstrip("/")
            yield made
