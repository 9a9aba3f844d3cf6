"""The councils' own files, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from domain.frameworks.framework import Framework
from imports.framework_files import load_framework

FOLDER = Path(__file__).parents[3] / "frameworks"


@cache
def framework(council: str) -> Framework:
    """A council's file."""
    return load_framework(FOLDER, council)
