"""Draws the two icons of the Teams app: a loop that closes on itself.

``python -m tools.teams_icons`` writes them anew.
"""

from __future__ import annotations

import math
import struct
import zlib
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "teams_app"
COLOUR, OUTLINE = 192, 32
BLUE, WHITE, CLEAR = (0x2B, 0x5C, 0x8A, 255), (255, 255, 255, 255), (255, 255, 255, 0)
SMOOTH = 4  # samples along each side of a pixel

Pixel = tuple[int, int, int, int]


def icons() -> dict[str, bytes]:
    """The PNG files by name: one in colour, and one white on nothing."""
    return {
        "color.png": png(COLOUR, WHITE, BLUE, reach=0.34),
        "outline.png": png(OUTLINE, WHITE, CLEAR, reach=0.46),
    }


def png(size: int, line: Pixel, ground: Pixel, *, reach: float) -> bytes:
    """A square picture of ``size`` pixels; the loop reaches so far out of its middle."""
    rows = b"".join(
        b"\0" + b"".join(bytes(_mix(line, ground, _share(x, y, size, reach))) for x in range(size))
        for y in range(size)
    )
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = (("IHDR", head), ("IDAT", zlib.compress(rows, 9)), ("IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: str, data: bytes) -> bytes:
    body = name.encode("ascii") + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def _share(x: int, y: int, size: int, reach: float) -> float:
    """How much of a pixel the loop covers."""
    steps = [(number + 0.5) / SMOOTH for number in range(SMOOTH)]
    inside = [
        _on_loop((x + a) / size - 0.5, (y + b) / size - 0.5, reach) for a in steps for b in steps
    ]
    return sum(inside) / len(inside)


def _on_loop(x: float, y: float, reach: float) -> bool:
    """A ring that is open at the top right, and the arrow head that closes it."""
    far, angle = math.hypot(x, y), math.degrees(math.atan2(-y, x)) % 360
    ring = reach * 0.68 <= far <= reach and not 15 < angle < 70
    return ring or _in_head(x, y, reach)


def _in_head(x: float, y: float, reach: float) -> bool:
    """A triangle that points up from the open end on the right."""
    top, foot, middle = -reach * 0.62, -reach * 0.12, reach * 0.84
    return top <= y <= foot and abs(x - middle) <= (y - top) * 0.62


def _mix(line: Pixel, ground: Pixel, share: float) -> Pixel:
    red, green, blue, alpha = (
        round(a * share + b * (1 - share)) for a, b in zip(line, ground, strict=True)
    )
    return red, green, blue, alpha


if __name__ == "__main__":
    for name, picture in icons().items():
        (FOLDER / name).write_bytes(picture)
