"""The echo bot of Microsoft's Teams SDK, with its app token at hand.

Environment: BENCH_PORT to listen on, BENCH_FAKES the address of the fake Teams, BENCH_APP_ID.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace

from microsoft_teams.api import MessageActivity
from microsoft_teams.api.auth.cloud_environment import PUBLIC
from microsoft_teams.apps import ActivityContext, App

METADATA = f"{os.environ['BENCH_FAKES']}/v1/.well-known/openidconfiguration"


def at_hand(scope: str | list[str], tenant_id: str | None) -> str:
    """A token that costs nothing; the SDK reads its parts, so it has the shape of one."""
    return os.environ["BENCH_TOKEN"]


app = App(
    client_id=os.environ["BENCH_APP_ID"],
    tenant_id=os.environ["BENCH_TENANT"],
    token=at_hand,
    cloud=replace(PUBLIC, openid_metadata_url=METADATA),
)


@app.on_message
async def echo(ctx: ActivityContext[MessageActivity]) -> None:
    """The same words."""
    await ctx.send(f"Echo: {ctx.activity.text}")


if __name__ == "__main__":
    asyncio.run(app.start(int(os.environ["BENCH_PORT"])))
