"""Sends to Teams: one pooled client, and what became of each request as a value."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

import aiohttp
import structlog
from pydantic_core import from_json, to_json
from yarl import URL

from bot.incoming import Json
from bot.teams.answers import Answer, opening, outcome
from bot.teams.hosts import ServiceHosts
from bot.teams.outcomes import Opening, Outcome, Refused, Retry, Unknown
from bot.teams.tokens import NoTokenError, Tokens

log = structlog.get_logger(__name__)

LARGEST_ANSWER = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A conversation, and the address of the region that it lives in."""

    service_url: str
    conversation_id: str

    @property
    def path(self) -> str:
        """Its activities, from the service's address on."""
        return f"v3/conversations/{_quoted(self.conversation_id)}/activities"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One call; ``repeatable``: taken twice it does no more than taken once."""

    method: str
    service_url: str
    path: str
    body: Json
    repeatable: bool


class Connector:
    """The Bot Connector's few calls that we use.

    ``time_limit`` is for a whole call, in seconds. A stored address is used only if its host is
    allowed, and redirects are never followed: the token goes nowhere else.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        tokens: Tokens,
        hosts: ServiceHosts,
        *,
        time_limit: float = 10.0,
    ) -> None:
        self._session = session
        self._tokens = tokens
        self._hosts = hosts
        self._limit = aiohttp.ClientTimeout(total=time_limit, sock_connect=time_limit / 2)
        self.time_limit = time_limit

    async def send(self, chat: Chat, activity: Json) -> Outcome:
        """Post a new activity to a chat."""
        return outcome(await self._call(_post(chat, "", activity)))

    async def reply(self, chat: Chat, to: str, activity: Json) -> Outcome:
        """Post a new activity under another one."""
        return outcome(await self._call(_post(chat, f"/{_quoted(to)}", activity)))

    async def update(self, chat: Chat, activity_id: str, activity: Json) -> Outcome:
        """Put an activity in the place of a sent one."""
        request = Request(
            method="PUT",
            service_url=chat.service_url,
            path=f"{chat.path}/{_quoted(activity_id)}",
            body={**activity, "id": activity_id},
            repeatable=True,
        )
        return outcome(await self._call(request), activity_id=activity_id)

    async def delete(self, chat: Chat, activity_id: str) -> Outcome:
        """Take a sent activity away."""
        request = Request(
            method="DELETE",
            service_url=chat.service_url,
            path=f"{chat.path}/{_quoted(activity_id)}",
            body={},
            repeatable=True,
        )
        return outcome(await self._call(request), activity_id=activity_id)

    async def typing(self, chat: Chat) -> Outcome:
        """Show that an answer is coming."""
        return await self.send(chat, {"type": "typing"})

    async def create_conversation(
        self, service_url: str, *, bot_id: str, member_id: str, tenant_id: str
    ) -> Opening:
        """The chat with one person; asked for again, Teams gives the same one."""
        body: Json = {
            "isGroup": False,
            "bot": {"id": bot_id},
            "members": [{"id": member_id}],
            "tenantId": tenant_id,
            "channelData": {"tenant": {"id": tenant_id}},
        }
        request = Request(
            method="POST",
            service_url=service_url,
            path="v3/conversations",
            body=body,
            repeatable=True,
        )
        return opening(await self._call(request))

    async def _call(self, request: Request) -> Answer | Retry | Unknown | Refused:
        if not self._hosts.allows(request.service_url):
            log.warning("service_host_not_allowed")
            return Refused("service_host_not_allowed")
        answer = await self._once(request)
        if isinstance(answer, Answer) and answer.status == 401:
            answer = await self._once(request)  # the token was dropped: once more with a new one
        return answer

    async def _once(self, request: Request) -> Answer | Retry | Unknown | Refused:
        try:
            token = await self._tokens.get()
        except NoTokenError as error:
            log.warning("no_token", reason=str(error))
            return Retry(f"no_token {error}", counts=False)
        answer = await self._exchange(request, token)
        if isinstance(answer, Answer) and answer.status == 401:
            self._tokens.drop(token)
        return answer

    async def _exchange(
        self, request: Request, token: str | None
    ) -> Answer | Retry | Unknown | Refused:
        headers = {"Content-Type": "application/json; charset=utf-8"}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        try:
            async with self._session.request(
                request.method,
                URL(f"{request.service_url.rstrip('/')}/{request.path}", encoded=True),
                data=to_json(request.body),
                headers=headers,
                timeout=self._limit,
                allow_redirects=False,
            ) as response:
                return await _answer(response, repeatable=request.repeatable)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            return Retry(type(error).__name__, counts=False)  # nothing left this machine
        except ValueError as error:  # an address or a body that cannot be written down
            return Refused(type(error).__name__)
        except (aiohttp.ClientError, TimeoutError) as error:
            reason = type(error).__name__
            return Retry(reason) if request.repeatable else Unknown(reason)


def _post(chat: Chat, under: str, activity: Json) -> Request:
    return Request(
        method="POST",
        service_url=chat.service_url,
        path=chat.path + under,
        body=activity,
        repeatable=False,
    )


async def _answer(response: aiohttp.ClientResponse, *, repeatable: bool) -> Answer:
    """Status, headers and body; a body that breaks off after a 2xx does not undo the 2xx."""
    try:
        body = bytearray()
        async for part in response.content.iter_any():
            body += part
            if len(body) > LARGEST_ANSWER:
                break
        document = from_json(bytes(body)) if body else {}
    except (aiohttp.ClientError, TimeoutError, ValueError):
        document = {}
    return Answer(
        status=response.status,
        headers=response.headers,
        document=document if isinstance(document, dict) else {},
        repeatable=repeatable,
    )


def _quoted(name: str) -> str:
    return quote(name, safe="")
