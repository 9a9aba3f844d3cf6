"""Storage knows nothing of the use cases' Protocols; here it is held against them."""

from __future__ import annotations

import inspect
from typing import get_type_hints

import pytest

from storage.cipher import Cipher
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from usecases import ports


def typed_as_the_port(units: SqlUnitsOfWork) -> ports.UnitsOfWork:
    """Checked by mypy alone: every repository has the methods and the types of its port."""
    return units


REPOSITORIES = [
    name for name, value in vars(ports.UnitOfWork).items() if isinstance(value, property)
]


@pytest.mark.parametrize("name", REPOSITORIES)
def test_every_port_has_a_repository_with_all_its_methods(name: str) -> None:
    port = get_type_hints(getattr(ports.UnitOfWork, name).fget)["return"]
    repository = get_type_hints(getattr(SqlUnitOfWork, name).func)["return"]

    for method, asked in inspect.getmembers(port, inspect.isfunction):
        if not method.startswith("_"):
            given = inspect.signature(getattr(repository, method))
            assert list(given.parameters) == list(inspect.signature(asked).parameters)


async def test_a_unit_gives_every_repository(units: SqlUnitsOfWork, cipher: Cipher) -> None:
    async with units() as uow:
        assert all(getattr(uow, name) for name in REPOSITORIES)
        assert uow.cipher is cipher
