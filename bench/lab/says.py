"""What a run says while it runs."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """A line, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
