"""Ask everybody of a month's audits to think together (SEF-23)."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.talks.inviting import invite_to_sessions

TICK = Tick(name="invite_to_sessions", run=invite_to_sessions)
