"""A page of the library, and an entry as its nominee has it."""

from __future__ import annotations

from dataclasses import replace

from cards.nominations.library import Example, Library
from cards.nominations.library_entry import LibraryEntry
from domain.nominations.entry import Entry
from domain.nominations.verifying import rule_of
from domain.nominations.words import nearest
from usecases.council import Council
from usecases.nominations.areas import areas_of
from usecases.nominations.searching import PAGE, page_ref, read_page, read_search
from usecases.ports import UnitOfWork
from usecases.showing import Look, shows

NAME = "The good-practice library"


@shows("library")
async def show_library(look: Look) -> Library | None:
    """What was asked for, newest first; None for a subject that is no page of it."""
    if look.about.kind != "library":
        return None
    page, asked = read_page(look.about)
    uow = look.uow
    areas = areas_of(look.council.framework)
    search = read_search(asked, areas, await uow.library.services())
    found = await uow.library.find(search, first=(page - 1) * PAGE, limit=PAGE)
    near = search.words if found.total else nearest(search.words, await uow.library.known())
    if near != search.words:
        meant = replace(search, words=near)
        found = await uow.library.find(meant, first=(page - 1) * PAGE, limit=PAGE)
    pages = max(1, -(-found.total // PAGE))
    return Library(
        ref=look.about,
        version=1,
        name=library_name(look.council),
        asked=asked,
        total=found.total,
        nearly=bool(found.total) and near != search.words,
        examples_found=tuple(
            [Example(about=await _about(uow, look.council, e), text=e.text) for e in found.entries]
        ),
        page=page,
        pages=pages,
        more=page_ref(asked, page + 1) if page < pages else None,
        less=page_ref(asked, page - 1) if 1 < page <= pages else None,
        notice=look.notice or None,
    )


def library_name(council: Council) -> str:
    """As the council calls it; in plain words where it has several or none."""
    names = {rule.kept_in for rule in council.framework.nominations if rule.kept_in}
    return names.pop() if len(names) == 1 else NAME


async def _about(uow: UnitOfWork, council: Council, entry: Entry) -> str:
    """``N-58 · Planning · Children in Care · November 2026``, and the name if they agreed."""
    area = next((a.name for a in areas_of(council.framework) if a.key == entry.area), "")
    nominee = await uow.people.get(entry.nominee) if entry.named else None
    by = nominee.name if nominee else ""
    parts = (f"N-{entry.nomination_id}", by, area, entry.service, f"{entry.kept_on:%B %Y}")
    return " · ".join(part for part in parts if part)


@shows("library_entry")
async def show_library_entry(look: Look) -> LibraryEntry | None:
    """For its nominee alone."""
    entry = await look.uow.library.get(look.about.number)
    if entry is None or entry.nominee != look.reader.id:
        return None
    nomination = await look.uow.nominations.get(entry.nomination_id)
    by = await look.uow.people.get(nomination.nominator) if nomination else None
    return LibraryEntry(
        ref=look.about,
        version=entry.version,
        number=f"N-{entry.nomination_id}",
        kept_in=rule_of(look.council.framework, entry.rule).kept_in or NAME,
        nominator=by.name if by else "A colleague",
        text=entry.text,
        named=entry.named,
        live=entry.live,
        notice=look.notice or None,
    )
