"""A fictional Annex A workbook, made when a test asks for it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import openpyxl

Rows = Sequence[Sequence[object]]

SHARED = ("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age of Child (Years)")
LISTS: dict[str, Rows] = {
    "List_1": [
        (*SHARED, "Date of Contact"),
        ("700109", "F", "WBRI", "14/03/2012", 14, "01/02/2026"),
    ],
    "List_6": [
        (*SHARED, "CIN Start Date", "CIN Closure Date", "Allocated Team", "Allocated Worker"),
        ("700101", "F", "WBRI", "14/03/2012", 14, "12/01/2026", None, "North", "Wes Tarn"),
        ("700102", "M", "MOTH", "02/11/2015", 11, "01/02/2026", None, "North", "Wes Tarn"),
        ("700104", "F", "AIND", "09/01/2018", 8, "03/03/2025", "30/09/2025", "North", "Wes Tarn"),
    ],
    "List_7": [
        (
            *SHARED,
            "Child Protection Plan Start Date",
            "Child Protection Plan End Date",
            "Allocated Team",
            "Allocated Worker",
        ),
        ("700102", "M", "MOTH", "02/11/2015", 11, "15/02/2026", None, "North", "Moor, Wanda"),
    ],
    "List_8": [
        (
            *SHARED,
            "Date Started to be Looked After",
            "Date Ceased to be Looked After",
            "Allocated Team",
            "Allocated Worker",
        ),
        ("700103", "M", "WBRI", "23/06/2010", 16, "15/07/2025", None, "South", "Will Heath"),
        (
            "700105",
            "M",
            "WBRI",
            "23/06/2010",
            16,
            "15/07/2024",
            "01/03/2026",
            "South",
            "Will Heath",
        ),
    ],
    "List_9": [
        (*SHARED, "Allocated Team", "Allocated Worker", "Allocated Personal Advisor"),
        ("700105", "F", "WBRI", "30/08/2008", 18, "South", None, "Will Heath"),
    ],
}


def workbook(lists: Mapping[str, Rows] = LISTS, *, above: int = 2) -> bytes:
    """The workbook; ``above`` rows of words stand over the headings of each list."""
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "Contents"
    first.append(["Annex A", "of a council that is not there"])
    for name, rows in lists.items():
        sheet = book.create_sheet(name)
        for _ in range(above):
            sheet.append([f"{name}: what it is about"])
        for row in rows:
            sheet.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()
