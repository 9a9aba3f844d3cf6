"""Fixtures for all tests."""

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
