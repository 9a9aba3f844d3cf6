"""Fixtures for these tests."""

from tests.town import herefordshire

__all__ = ["herefordshire"]
