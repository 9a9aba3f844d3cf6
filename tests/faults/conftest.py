from __future__ import annotations

from tests.journeys.conftest import herefordshire, sefton, teams

__all__ = ["herefordshire", "sefton", "teams"]
