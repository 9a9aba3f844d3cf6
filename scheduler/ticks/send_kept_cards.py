"""Cards that were kept back for a deep dive go out once its month is over."""

from __future__ import annotations

from scheduler.tick import Tick
from usecases.audits.after_exemption import send_kept_cards

TICK = Tick(name="send_kept_cards", run=send_kept_cards)
