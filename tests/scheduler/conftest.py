"""Fixtures for these tests."""

from tests.town import herefordshire, sefton

__all__ = ["herefordshire", "sefton"]
