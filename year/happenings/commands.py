"""Somebody of every role tries every word that the bot knows, spread over the year."""

from __future__ import annotations

from collections.abc import Iterator

from dialogs.commands.command import commands
from year.happening import Said, Scene, happening

NOT_ALONE = frozenset({"cancel", "hello", "back", "where am i", "who am i", "help"})
"""Words that ask for nothing by themselves."""


@happening
def every_word(scene: Scene) -> Iterator[Said]:
    """Each word once by somebody of each role, on a day of its own."""
    words = [known.words[0] for known in commands().values() if known.words]
    days = list(scene.days)
    for word in words:
        if word in NOT_ALONE:
            continue
        for role in scene.framework.roles:
            holders = [one.id for one in scene.folk.people if role in one.roles]
            if holders:
                yield Said(
                    day=scene.draw.choice(days), person=scene.draw.choice(holders), text=word
                )
