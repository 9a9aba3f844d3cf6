"""Kinds of duty: what each is called in a list, and the card on which it is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache

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
_OWN_PACE: set[str] = set()


def duty_kind(kind: str, *, own_pace: bool = False) -> Callable[[Describer], Describer]:
    """Say how duties of a kind are described and opened.

    ``own_pace``: something else reminds of it, as an alert's ladder does, and no digest.
    """

    def enter(describe: Describer) -> Describer:
        if kind in _KINDS:
            raise TwiceRegisteredError(f"the duty {kind!r} is described twice: drop one")
        _KINDS[kind] = describe
        if own_pace:
            _OWN_PACE.add(kind)
        return describe

    return enter


def has_own_pace(kind: str) -> bool:
    """Whether something else than the digest reminds of duties of the kind."""
    load_all()
    return kind in _OWN_PACE


@cache
def duty_kinds() -> Mapping[str, Describer]:
    """Every kind of duty."""
    load_all()
    return dict(sorted(_KINDS.items()))


async def describe(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """The duty in words; None where its subject is gone."""
    return await duty_kinds()[duty.kind](uow, council, duty)
