"""Reads lists that come out of a chat, into a service that many people use at once."""

from __future__ import annotations

from collections.abc import Sequence

from domain.lists.table import Table
from imports.tables import read_table
from imports.unreadable import UnreadableFileFault
from imports.workbook_size import is_plain
from imports.workbooks import is_workbook


def read_dropped(data: bytes, filename: str, *, expected: Sequence[str]) -> Table:
    """The table of a CSV or XLSX file; raises UnreadableFileFault.

    Other workbooks are for the command line: what they take to be read cannot be told beforehand.
    """
    if is_workbook(data) and not is_plain(data):
        raise UnreadableFileFault(
            f"{filename} is an older kind of workbook, damaged or locked with a password, so "
            "nothing was kept. Please save it as XLSX or CSV and drop it again."
        )
    return read_table(data, filename, expected=expected)
