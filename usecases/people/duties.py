"""Kinds of duty: what each is called in a list, and the card on which it is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from domain.duties import Duty
from domain.refs import Ref
from usecases.asking import TwiceRegisteredError, load_all
from usecases.council import Council
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A duty in words, and the view and subject that open it."""

    text: str
    detail: str
    view: str
    about: Ref


Describer = Callable[[UnitOfWork, Council, Duty], Awaitable[Described | None]]

_KINDS: dict[str, Describer] = {}


def duty_kind(kind: str) -> Callable[[Describer], Describer]:
    """Say how duties of a kind are described and opened."""

    def enter(describe: Describer) -> Describer:
        if kind in _KINDS:
            raise TwiceRegisteredError(f"the duty {kind!r} is described twice: drop one")
        _KINDS[kind] = describe
        return describe

    return enter


def duty_kinds() -> Mapping[str, Describer]:
    """Every kind of duty."""
    load_all()
    return dict(sorted(_KINDS.items()))


async def describe(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """The duty in words; None where its subject is gone."""
    return await duty_kinds()[duty.kind](uow, council, duty)
