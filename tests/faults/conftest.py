from __future__ import annotations

from tests.bot.delivery.conftest import desk
from tests.journeys.conftest import herefordshire, sefton, teams

__all__ = ["desk", "herefordshire", "sefton", "teams"]
