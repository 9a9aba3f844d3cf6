"""Fixtures for all tests, and what makes all of them quicker."""

from __future__ import annotations

import gc

from tests.databases import (
    cipher,
    database_url,
    postgres,
    postgresql_url,
    sqlite_template,
    sqlite_url,
    units,
)

__all__ = [
    "cipher",
    "database_url",
    "postgres",
    "postgresql_url",
    "sqlite_template",
    "sqlite_url",
    "units",
]

SELDOM = 100_000, 50, 50


def pytest_collection_finish() -> None:
    """Thirteen thousand tests and all modules stay to the end: look through them no more.

    It takes a fifth off the time of a test with a database.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)
