"""Remind of actions that are due or late, and pass on those whose owner has left."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.actions.chasing import chase_actions

TICK = Tick(name="chase_actions", run=chase_actions)
