"""The echo bot of Microsoft's Agents SDK, with its app token at hand.

Environment: BENCH_PORT to listen on, BENCH_FAKES the address of the fake Teams, BENCH_APP_ID.
"""

from __future__ import annotations

import os

from aiohttp import web
from microsoft_agents.hosting.aiohttp import CloudAdapter, jwt_authorization_middleware
from microsoft_agents.hosting.core import ActivityHandler, TurnContext
from microsoft_agents.hosting.core.authorization import AgentAuthConfiguration, _entra_issuers

ISSUER = "https://api.botframework.com"
CONFIGURATION = AgentAuthConfiguration(client_id=os.environ["BENCH_APP_ID"])


class AtHand:
    """A token that costs nothing."""

    configuration = CONFIGURATION

    async def get_access_token(
        self, resource_url: str, scopes: list[str], force_refresh: bool = False
    ) -> str:
        """The token."""
        return "at-hand"


class Connections:
    """One connection for everything."""

    def __init__(self) -> None:
        self._provider = AtHand()

    def get_connection(self, connection_name: str) -> AtHand:
        """The one."""
        return self._provider

    def get_default_connection(self) -> AtHand:
        """The one."""
        return self._provider

    def get_token_provider(self, claims_identity: object, service_url: str) -> AtHand:
        """The one."""
        return self._provider

    def get_token_provider_from_activity(self, claims_identity: object, activity: object) -> AtHand:
        """The one."""
        return self._provider

    def get_default_connection_configuration(self) -> AgentAuthConfiguration:
        """The one's."""
        return CONFIGURATION


class Echo(ActivityHandler):
    """Says what was said."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """The same words."""
        await turn_context.send_activity(f"Echo: {turn_context.activity.text}")


def main() -> None:
    """Listen."""
    keys = f"{os.environ['BENCH_FAKES']}/v1/.well-known/keys"
    _entra_issuers.BOTFRAMEWORK_JWKS_URIS[ISSUER] = keys
    adapter, bot = CloudAdapter(connection_manager=Connections()), Echo()

    async def messages(request: web.Request) -> web.Response:
        return await adapter.process(request, bot)

    app = web.Application(middlewares=[jwt_authorization_middleware])
    app["agent_configuration"] = CONFIGURATION
    app.router.add_post("/api/messages", messages)
    web.run_app(app, host="127.0.0.1", port=int(os.environ["BENCH_PORT"]))


if __name__ == "__main__":
    main()
