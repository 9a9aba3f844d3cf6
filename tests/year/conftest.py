from __future__ import annotations

from tests.town import city_of_london, herefordshire, sefton, somerset

__all__ = ["city_of_london", "herefordshire", "sefton", "somerset"]
