"""Alembic's way in: migrates on the connection that it is given."""

from __future__ import annotations

import asyncio

from alembic import context
from sqlalchemy import Connection, text

from storage.engine import migration_engine
from storage.tables import metadata

# any number will do, as long as every replica takes the same
ONE_AT_A_TIME = 7_221_034


def migrate(connection: Connection) -> None:
    """Run what is asked for in one transaction; a second replica waits until it is done."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})
        context.run_migrations()


async def connect_and_migrate(url: str) -> None:
    """For Alembic's own command line, which comes with a URL only."""
    engine = migration_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(migrate)
    await engine.dispose()


given: Connection | None = context.config.attributes.get("connection")
if given is None:
    asyncio.run(connect_and_migrate(context.config.get_main_option("sqlalchemy.url") or ""))
else:
    migrate(given)
