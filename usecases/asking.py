"""Verbs: what a button or a typed answer can ask for, and the registry of all of them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date, datetime
from functools import cache

from domain.calendar.working_days import local_day
from domain.people.person import Person
from domain.permissions.relations import Relation
from domain.refs import Ref
from usecases.council import Council
from usecases.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One request of one person. Rights and version have been checked against the database."""

    uow: UnitOfWork
    council: Council
    actor: Person
    now: datetime
    ref: Ref
    inputs: Mapping[str, str] = dataclass_field(default_factory=dict)
    stands_on: int | None = None
    """The sent card that was pressed, where that is known."""

    @property
    def today(self) -> date:
        """The day in London."""
        return local_day(self.now)

    def typed(self, key: str) -> str:
        """An input; a missing one is empty, as Teams does not send empty inputs."""
        return self.inputs.get(key, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the person sees.

    ``view`` and ``about`` name the card that the pressed one becomes; ``changed`` are subjects
    whose sent cards must be updated; ``notice`` is one line over a form that is not done yet (over
    the input ``field``, where it is about one), and ``typed`` what to put back into it; ``line``
    answers whoever typed. ``pressed`` is what was typed into, where it is not the button's subject.
    """

    view: str
    about: Ref
    changed: tuple[Ref, ...] = ()
    notice: str = ""
    field: str | None = None
    typed: Mapping[str, str] = dataclass_field(default_factory=dict)
    line: str = ""
    pressed: Ref | None = None


UseCase = Callable[[Ask], Awaitable[Answer]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A use case that people can ask for. ``past`` tells others: "accepted it".

    ``again`` is the view that comes back with what was typed when something is missing; without
    it that is the subject's own.
    """

    name: str
    subject: str
    past: str
    run: UseCase
    again: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a reference stands for now, and how the asking person stands to it.

    ``view`` and ``about`` name the card that shows it; ``kept`` holds the texts that are saved,
    by the name of their input. ``what`` names it for people ("Your audit of C-23087");
    ``opens`` is the verb, reference and version of the button that opens it again.
    """

    version: int
    relations: frozenset[Relation]
    view: str
    about: Ref
    what: str
    opens: tuple[str, Ref, int] | None = None
    kept: Mapping[str, str] = dataclass_field(default_factory=dict)


Finder = Callable[[Ask], Awaitable[Subject | None]]

_VERBS: dict[str, Verb] = {}
_FINDERS: dict[str, Finder] = {}


class TwiceRegisteredError(Exception):
    """Two functions want the same name."""


def verb(*, subject: str, past: str = "", again: str = "") -> Callable[[UseCase], UseCase]:
    """Make a use case a verb: its function's name, on subjects of that kind."""

    def enter(run: UseCase) -> UseCase:
        name = run.__name__
        if name in _VERBS:
            raise TwiceRegisteredError(f"the verb {name!r} has two use cases: rename one")
        _VERBS[name] = Verb(name=name, subject=subject, past=past, run=run, again=again)
        return run

    return enter


def subject(kind: str) -> Callable[[Finder], Finder]:
    """Say how references of a kind are found; the function is asked before every verb."""

    def enter(find: Finder) -> Finder:
        if kind in _FINDERS:
            raise TwiceRegisteredError(f"the subject {kind!r} is found in two ways: drop one")
        _FINDERS[kind] = find
        return find

    return enter


@cache
def load_all() -> None:
    """Import every module of this package, so that all of them are registered."""
    package = importlib.import_module("usecases")
    for module in pkgutil.walk_packages(package.__path__, "usecases."):
        importlib.import_module(module.name)


@cache
def verbs() -> Mapping[str, Verb]:
    """Every verb by name."""
    load_all()
    return dict(sorted(_VERBS.items()))


@cache
def finders() -> Mapping[str, Finder]:
    """How each kind of subject is found."""
    load_all()
    return dict(sorted(_FINDERS.items()))
