"""The echo bot of botbuilder's own samples, with its app token at hand.

Environment: BENCH_PORT to listen on, BENCH_FAKES the address of the fake Teams, BENCH_APP_ID.
"""

from __future__ import annotations

import os

from aiohttp import web
from botbuilder.core import ActivityHandler, MessageFactory, TurnContext
from botbuilder.core.integration import aiohttp_error_middleware
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botframework.connector.auth import (
    AppCredentials,
    ChannelValidation,
    ServiceClientCredentialsFactory,
)

APP_ID = os.environ["BENCH_APP_ID"]


class Config:
    """As in the samples."""

    APP_ID = APP_ID
    APP_PASSWORD = "a-made-up-secret"
    APP_TYPE = "MultiTenant"
    APP_TENANTID = ""


class AtHand(AppCredentials):
    """A token that costs nothing: the stock ones fetch one in every turn."""

    def get_access_token(self, force_refresh: bool = False) -> str:
        """The token."""
        return "at-hand"


class AtHandFactory(ServiceClientCredentialsFactory):
    """Gives such credentials."""

    async def is_valid_app_id(self, app_id: str) -> bool:
        """Ours."""
        return app_id == APP_ID

    async def is_authentication_disabled(self) -> bool:
        """Never."""
        return False

    async def create_credentials(
        self, app_id: str, oauth_scope: str, login_endpoint: str, validate_authority: bool
    ) -> AppCredentials:
        """With the token at hand."""
        return AtHand(app_id=app_id, oauth_scope=oauth_scope)


class Echo(ActivityHandler):
    """Says what was said."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """The same words."""
        await turn_context.send_activity(MessageFactory.text(f"Echo: {turn_context.activity.text}"))


def main() -> None:
    """Listen."""
    ChannelValidation.open_id_metadata_endpoint = (
        f"{os.environ['BENCH_FAKES']}/v1/.well-known/openidconfiguration"
    )
    adapter = CloudAdapter(
        ConfigurationBotFrameworkAuthentication(Config(), credentials_factory=AtHandFactory())
    )
    bot = Echo()

    async def messages(request: web.Request) -> web.Response:
        return await adapter.process(request, bot)

    app = web.Application(middlewares=[aiohttp_error_middleware])
    app.router.add_post("/api/messages", messages)
    web.run_app(app, host="127.0.0.1", port=int(os.environ["BENCH_PORT"]))


if __name__ == "__main__":
    main()
