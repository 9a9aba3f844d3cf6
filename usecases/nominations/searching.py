"""What somebody looks for in the library, out of plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from domain.frameworks.programme import Area
from domain.nominations.entry import Search
from domain.nominations.words import sought, words_of
from domain.refs import BadRefFault, Ref

LONGEST = 60
PAGE = 3
_AREA = re.compile(r"\barea\s+(\d{1,2})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(20\d\d)\b")
_PAGE = re.compile(r"\bpage\s+(\d{1,3})\b", re.IGNORECASE)
_LEADS = frozenset({"area", "team", "teams", "service", "services", "year"})


def page_ref(asked: str, page: int) -> Ref:
    """``library-2-life-story area 1``: what was asked travels with the page."""
    said = "".join(mark for mark in " ".join(asked.split())[:LONGEST] if mark.isprintable())
    return Ref("library", f"{page}-{said}")


def read_page(ref: Ref) -> tuple[int, str]:
    """The page's number and what was asked; raises BadRefFault."""
    number, dash, asked = ref.key.partition("-")
    page = Ref("library", number or "x").number
    if not dash or page < 1:
        raise BadRefFault
    return page, asked


def split_page(text: str) -> tuple[str, int]:
    """``life-story page 2`` as its words and its number."""
    found = _PAGE.search(text)
    return (_PAGE.sub(" ", text), max(1, int(found[1]))) if found else (text, 1)


def read_search(text: str, areas: Iterable[Area], services: Iterable[str]) -> Search:
    """Area by number or whole name, team type by its whole name, year; the rest are words."""
    rest, area = _take_area(text, tuple(areas))
    rest, service = _take_name(rest, services)
    year = _YEAR.search(rest)
    rest = _YEAR.sub(" ", rest)
    plain = [word for word in words_of(rest) if word not in _LEADS]
    return Search(
        words=sought(" ".join(plain)),
        area=area,
        service=service,
        year=int(year[1]) if year else None,
    )


def _take_area(text: str, areas: tuple[Area, ...]) -> tuple[str, str]:
    if found := _AREA.search(text):
        keys = {area.number: area.key for area in areas}
        # an area that the council does not have has no examples
        return _AREA.sub(" ", text), keys.get(int(found[1]), f"none_{found[1]}")
    rest, name = _take_name(text, [area.name for area in areas])
    return rest, next((area.key for area in areas if area.name == name), "")


def _take_name(text: str, names: Iterable[str]) -> tuple[str, str]:
    """The longest name that stands in the text, and the text without it."""
    said = f" {' '.join(words_of(text))} "
    for name in sorted(names, key=len, reverse=True):
        plain = f" {' '.join(words_of(name))} "
        if plain.strip() and plain in said:
            return said.replace(plain, " ", 1), name
    return text, ""
