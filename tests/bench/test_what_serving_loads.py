"""What a serving process holds in memory for nothing would be held on every replica, for ever."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOADED = "import sys, app; print(*sorted({name.partition('.')[0] for name in sys.modules}))"


def test_the_service_loads_no_library_that_only_commands_use() -> None:
    run = [sys.executable, "-c", LOADED]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own program
    assert {"numpy", "openpyxl", "scipy"}.isdisjoint(done.stdout.split())
