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
_NOT_MINE: dict[str, str] = {}


def duty_kind(
    kind: str, *, own_pace: bool = False, not_mine: str = ""
) -> Callable[[Describer], Describer]:
    """Say how duties of a kind are described and opened.

    ``own_pace``: something else reminds of it, as an alert's ladder does, and no digest.
    ``not_mine`` is what whoever says so reads, where it cannot change hands: who can change that
    it is theirs, and how.
    """

    def enter(describe: Describer) -> Describer:
        if kind in _KINDS:
            raise TwiceRegisteredError(f"the duty {kind!r} is described twice: drop one")
        _KINDS[kind] = describe
        if not_mine:
            _NOT_MINE[kind] = not_mine
        if own_pace:
            _OWN_PACE.add(kind)
        return describe

    return enter


def has_own_pace(kind: str) -> bool:
    """Whether something else than the digest reminds of duties of the kind."""
    load_all()
    return kind in _OWN_PACE


def why_it_stays(kind: str) -> str:
    """Who can change whose duties of the kind are, and how; empty where they change hands."""
    load_all()
    return _NOT_MINE.get(kind, "")


@cache
def duty_kinds() -> Mapping[str, Describer]:
    """Every kind of duty."""
    load_all()
    return dict(sorted(_KINDS.items()))


async def describe(uow: UnitOfWork, council: Council, duty: Duty) -> Described | None:
    """The duty in words; None where its subject is gone."""
    return await duty_kinds()[duty.kind](uow, council, duty)
