"""The Connector: takes posts, or does to them what Teams does on a bad day."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from aiohttp import web

from tests.fake_teams.activities import Activities, Json

CONVERSATION_LIMITS = ((7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One request that Teams took. ``method``: POST for a new activity, PUT for an update."""

    method: str
    conversation_id: str
    activity_id: str
    activity: Json
    authorization: str | None

    @property
    def text(self) -> str:
        """The text, empty where there is none."""
        text: str = self.activity.get("text", "")
        return text

    @property
    def card(self) -> Json | None:
        """The card, if it carries one."""
        for attachment in self.activity.get("attachments", ()):
            card: Json = attachment["content"]
            return card
        return None


@dataclass(slots=True, kw_only=True)
class Fault:
    """What is done to the next request that matches. ``lost``: taken, but the answer is lost."""

    status: int = 0
    code: str = ""
    retry_after: str | None = None
    location: str | None = None
    hang: bool = False
    lost: bool = False
    method: str | None = None
    conversation_id: str | None = None
    times: int = 1

    def matches(self, method: str, conversation_id: str) -> bool:
        """Whether this request is meant."""
        return self.method in (None, method) and self.conversation_id in (None, conversation_id)


@dataclass(slots=True)
class Connector:
    """Records what it takes; unknown conversations are taken too."""

    taken: list[Post] = field(default_factory=list)
    refused: list[Post] = field(default_factory=list)
    created: list[Json] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    released: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    hanging: int = 0
    most_at_once: int = 0
    enforce_limits: bool = False
    _open: int = 0
    _ids: count[int] = field(default_factory=lambda: count(1))
    _times: dict[str, deque[float]] = field(default_factory=dict)

    async def activity(self, request: web.Request) -> web.StreamResponse:
        """POST or PUT of an activity: what was begun goes on where nobody waits for the answer."""
        post = await self._post(request)
        return await asyncio.shield(self._counted(request, post))

    async def _counted(self, request: web.Request, post: Post) -> web.StreamResponse:
        self._open += 1
        self.most_at_once = max(self.most_at_once, self._open)
        try:
            return await self._answer(request, post)
        finally:
            self._open -= 1

    async def conversation(self, request: web.Request) -> web.StreamResponse:
        """POST of a new conversation: the same one for the same member."""
        body: Json = await request.json()
        fault = self._fault("CREATE", "")
        if fault is not None and fault.status:
            return _error(fault)
        self.created.append(body)
        person = body["members"][0]["id"].removeprefix("29:")
        return web.json_response({"id": Activities.chat_of(person)}, status=201)

    async def _answer(self, request: web.Request, post: Post) -> web.StreamResponse:
        fault = self._fault(post.method, post.conversation_id)
        if fault is not None and fault.hang:
            await self._hang()
        if fault is not None and fault.status:
            return self._refuse(post, fault)
        if self.enforce_limits and self._too_fast(post.conversation_id):
            return self._refuse(post, Fault(status=429, retry_after="1"))
        self.taken.append(post)
        self.arrived.set()
        if fault is not None and fault.lost:
            assert request.transport is not None
            request.transport.abort()
        return web.json_response({"id": post.activity_id}, status=201)

    def _refuse(self, post: Post, fault: Fault) -> web.Response:
        self.refused.append(post)
        self.arrived.set()
        return _error(fault)

    async def _post(self, request: web.Request) -> Post:
        under = request.match_info.get("activity")
        new = request.method == "POST"
        return Post(
            method=request.method,
            conversation_id=request.match_info["conversation"],
            activity_id=f"sent-{next(self._ids)}" if new else under or "",
            activity=await request.json(),
            authorization=request.headers.get("Authorization"),
        )

    async def _hang(self) -> None:
        self.hanging += 1
        self.arrived.set()
        await self.released.wait()
        self.hanging -= 1

    def _fault(self, method: str, conversation_id: str) -> Fault | None:
        for fault in self.faults:
            if fault.matches(method, conversation_id):
                fault.times -= 1
                if fault.times == 0:
                    self.faults.remove(fault)
                return fault
        return None

    def _too_fast(self, conversation_id: str) -> bool:
        now = asyncio.get_running_loop().time()
        times = self._times.setdefault(conversation_id, deque(maxlen=1800))
        if any(_full(times, most, now - seconds) for most, seconds in CONVERSATION_LIMITS):
            return True
        times.append(now)
        return False


def _full(times: Sequence[float], most: int, since: float) -> bool:
    return len(times) >= most and times[-most] > since


def _error(fault: Fault) -> web.Response:
    told = {"Retry-After": fault.retry_after, "Location": fault.location}
    headers = {name: value for name, value in told.items() if value}
    error = {"error": {"code": fault.code or "Made", "message": "a fault made by the test"}}
    return web.json_response(error, status=fault.status, headers=headers)
