"""Who cannot be reached in Teams, and why; pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.delivery.message import Address
from domain.people.person import Person


class OutOfReachWhy(StrEnum):
    """Why nothing reaches somebody; each has its own way to be put right."""

    LEFT = "left"  # not in the staff list any more, and still holds something
    NO_SIGN_IN = "no_sign_in"  # the staff list has no account: nobody could tell who writes
    NOT_INSTALLED = "not_installed"  # has never written to the bot, nor had it installed
    UNINSTALLED = "uninstalled"  # has taken the app away
    BLOCKED = "blocked"  # has blocked the bot, or an administrator has


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfReach:
    """One person whom nothing reaches; ``open_duties`` counts what waits for them."""

    person: Person
    why: OutOfReachWhy
    open_duties: int = 0


def out_of_reach(
    people: Mapping[str, Person],
    addresses: Mapping[str, Address],
    open_duties: Mapping[str, int],
    today: date,
    *,
    among: Collection[str] | None = None,
) -> list[OutOfReach]:
    """Everybody whom nothing reaches, those with most to do first, then by name.

    Who has left is in it only while they still hold something.
    """
    found = [
        OutOfReach(person=person, why=why, open_duties=open_duties.get(person.id, 0))
        for person in people.values()
        if among is None or person.id in among
        if (why := why_not(person, addresses.get(person.id), today))
    ]
    here = [one for one in found if one.why is not OutOfReachWhy.LEFT or one.open_duties]
    return sorted(here, key=lambda one: (-one.open_duties, one.person.name, one.person.id))


def why_not(person: Person, address: Address | None, today: date) -> OutOfReachWhy | None:
    """Why nothing reaches the person; None where it does."""
    if not person.here_on(today):
        return OutOfReachWhy.LEFT
    if address is None:
        known = person.aad_object_id is not None
        return OutOfReachWhy.NOT_INSTALLED if known else OutOfReachWhy.NO_SIGN_IN
    if address.blocked is None:
        return None
    gone = address.blocked == OutOfReachWhy.UNINSTALLED
    return OutOfReachWhy.UNINSTALLED if gone else OutOfReachWhy.BLOCKED
