"""Talks and the family: they are noted, ticked, and whoever is asked says yes."""

from __future__ import annotations

from collections.abc import Sequence

from year.habit import Move, Sight, habit

OFTEN = 0.5
ENOUGH = 2
"""Who has noted a talk or heard the family comes back to the card only so often."""


@habit("talk", "joint_talk")
def talk(sight: Sight) -> Sequence[Move]:
    """Booked now and then, and noted."""
    if sight.standing.visits > ENOUGH:
        return sight.press("tick_talk")
    booked = sight.press("book_talk") if sight.hand.draw.random() < OFTEN else []
    return [*booked, *sight.press("tick_talk"), *sight.press("note_talk")]


@habit("family_contact")
def family(sight: Sight) -> Sequence[Move]:
    """One voice is heard, and what came of the contact is noted."""
    if sight.standing.visits > ENOUGH:
        return ()
    heard = sight.press("begin_voice") if sight.standing.visits <= 1 else []
    return [*heard, *sight.press("note_family")]


@habit("audit_talks")
def list_of_talks(sight: Sight) -> Sequence[Move]:
    """One after the other."""
    if sight.standing.visits > ENOUGH:
        return ()
    return [*sight.press("open_talk"), *sight.press("open_family")]
