"""The four addresses that the service answers on; anything else is 404."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

import structlog
from aiohttp import web
from pydantic_core import to_json

from bot.http.authentication import Authenticator, Origin, Peer
from bot.http.reading import LARGEST_BODY, read
from bot.http.refusals import (
    NotJsonError,
    RefusedError,
    TooLargeError,
    TooSlowError,
)
from bot.http.translating import incoming
from bot.metrics import Metrics
from bot.teams.adapter import TeamsAdapter

log = structlog.get_logger(__name__)

Check = Callable[[], Awaitable[bool]]

BODY_WITHIN = 10.0
CHECK_WITHIN = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What the addresses need. ``checks`` are those of /readyz, by name."""

    authenticator: Authenticator
    adapter: TeamsAdapter
    metrics: Metrics
    checks: Mapping[str, Check] = field(default_factory=dict)


def make_app(edge: Edge) -> web.Application:
    """The aiohttp application."""
    routes = _Routes(edge)
    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_post("/api/messages", routes.messages)
    app.router.add_get("/healthz", routes.healthz)
    app.router.add_get("/readyz", routes.readyz)
    app.router.add_get("/metrics", routes.metrics)
    app.router.add_route("*", "/{tail:.*}", routes.nothing_here)
    app.on_response_prepare.append(_headers)
    return app


class _Routes:
    def __init__(self, edge: Edge) -> None:
        self._edge = edge

    async def messages(self, request: web.Request) -> web.Response:
        """One activity of Teams: who asks is settled before what is asked is read."""
        try:
            return await self._turn(request)
        except RefusedError as refused:
            log.warning("request_refused", status=refused.status, reason=refused.reason)
            self._edge.metrics.refused(refused.reason)
            said = {"error": refused.said} if refused.said else {}
            return web.json_response(said, status=refused.status)

    async def healthz(self, _: web.Request) -> web.Response:
        """The process is alive."""
        return web.json_response({"status": "ok"})

    async def readyz(self, _: web.Request) -> web.Response:
        """Everything that the service stands on, one by one: 200, or 503 where one fails."""
        names = list(self._edge.checks)
        passed = await asyncio.gather(*(_passes(name, self._edge.checks[name]) for name in names))
        found = {name: "ok" if well else "failed" for name, well in zip(names, passed, strict=True)}
        return web.json_response(found, status=200 if all(passed) else 503)

    async def metrics(self, _: web.Request) -> web.Response:
        """For Prometheus."""
        metrics = self._edge.metrics
        return web.Response(
            body=metrics.exposition(), headers={"Content-Type": metrics.content_type}
        )

    async def nothing_here(self, _: web.Request) -> web.Response:
        """Any other address or method."""
        return web.json_response({"error": "There is nothing here."}, status=404)

    async def _turn(self, request: web.Request) -> web.Response:
        authenticator = self._edge.authenticator
        claims = await authenticator.authenticate(
            request.headers.get("Authorization"), _peer(request)
        )
        activity = read(await _body(request))
        origin = Origin(
            channel_id=activity.channel_id,
            service_url=activity.service_url,
            tenants=activity.tenants,
        )
        authenticator.check(origin, claims)
        answered = await self._edge.adapter.process(incoming(activity))
        if answered.body is None:
            return web.Response(status=answered.status)
        return web.Response(
            body=to_json(answered.body), status=answered.status, content_type="application/json"
        )


def _peer(request: web.Request) -> Peer:
    name = request.transport.get_extra_info("peername") if request.transport else None
    forwarded = any(header in request.headers for header in ("Forwarded", "X-Forwarded-For"))
    return Peer(address=name[0] if isinstance(name, tuple) else None, forwarded=forwarded)


async def _body(request: web.Request) -> bytes:
    if request.content_type != "application/json":
        raise NotJsonError("content_type", said="Only application/json is taken.")
    try:
        async with asyncio.timeout(BODY_WITHIN):
            return await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise TooLargeError("body", said="The body is larger than 256 KiB.") from None
    except TimeoutError:
        raise TooSlowError("body") from None


async def _passes(name: str, check: Check) -> bool:
    try:
        async with asyncio.timeout(CHECK_WITHIN):
            return await check()
    except Exception as error:  # noqa: BLE001 - whatever it is, the answer is "not ready"
        log.warning("check_failed", check=name, error=type(error).__name__)
        return False


async def _headers(_: web.Request, response: web.StreamResponse) -> None:
    """Nothing about what we are made of, and nothing kept on the way."""
    response.headers["Server"] = "practice-loop"
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
