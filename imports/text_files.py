"""Text files of rows: whatever the encoding and the separator, as spreadsheets save them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from functools import partial

from imports.unreadable import Source, UnreadableFileFault

SEPARATORS = (",", ";", "\t", "|")
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def sources_of_text(data: bytes, filename: str) -> list[Source]:
    """The text cut at each separator that it holds; raises UnreadableFileFault."""
    text = _decode(data, filename)
    if "\0" in text:
        raise UnreadableFileFault(
            f"{filename} is neither text nor a workbook. Save it as CSV or XLSX and try again."
        )
    found = [separator for separator in SEPARATORS if separator in text]
    return [partial(_rows, text, separator, filename) for separator in found or SEPARATORS[:1]]


def _rows(text: str, separator: str, filename: str) -> Iterator[list[str]]:
    """One list for each row; a cell with line breaks in it stays one cell of one row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            yield [cell.strip() for cell in row]
    except csv.Error as error:
        raise UnreadableFileFault(
            f"{filename} could not be read from line {reader.line_num} on: there is a quotation "
            "mark that does not open or close a cell. Nothing was written."
        ) from error


def _decode(data: bytes, filename: str) -> str:
    try:
        for bom, encoding in BOMS:
            if data.startswith(bom):
                return data.decode(encoding)
        return _without_bom(data)
    except UnicodeDecodeError as error:
        raise UnreadableFileFault(
            f"{filename} is in an encoding that is not known here. "
            "Save it as CSV UTF-8 or XLSX and try again."
        ) from error


def _without_bom(data: bytes) -> str:
    if data[1:2] == b"\0":  # a letter in two bytes: UTF-16 as some systems write it
        return data.decode("utf-16-le")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")  # what Excel in Britain means by plain "CSV"
