"""Roles as people say them: ``independent_reviewing_officer`` is how files write it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from domain.calendar.wording import say_list

SPELT = frozenset({"ad", "asye", "atm", "cp", "dcs", "iro", "lado", "pa", "psw", "qa", "sgu"})
NO_TITLES: Mapping[str, str] = MappingProxyType({})


def say_role(role: str, titles: Mapping[str, str] = NO_TITLES) -> str:
    """The role inside a sentence: ``cp_chair`` becomes ``CP chair`` where no title is given."""
    if title := titles.get(role):
        return title if title[:2].isupper() else title[:1].lower() + title[1:]
    return " ".join(word.upper() if word in SPELT else word for word in role.lower().split("_"))


def say_roles(
    roles: Collection[str],
    titles: Mapping[str, str] = NO_TITLES,
    *,
    joint: str = "and",
    count: int = 2,
) -> str:
    """The holders of the roles, by the alphabet: ``CP chairs and service managers``."""
    words = sorted(say_role(role, titles) for role in roles)
    return say_list(words if count == 1 else [_several(word) for word in words], joint)


def _several(role: str) -> str:
    noun, of, rest = role.partition(" of ")
    if of:
        return f"{_several(noun)} of {rest}"
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    return noun if noun.endswith("s") else noun + "s"
