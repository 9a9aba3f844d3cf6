"""What a dropped list would change, or what became of it."""

from __future__ import annotations

from cards.people.import_preview import ImportPreview, Noun, Step
from domain.lists.describe import describe_changes
from domain.lists.dropped import DroppedList, ListKind
from domain.trail import Entry
from usecases.lists.checking import check_list
from usecases.lists.subjects import ENDED, KEPT
from usecases.showing import Look, shows

NOUNS: dict[ListKind, Noun] = {ListKind.PEOPLE: "people", ListKind.CASES: "records"}
ENDS = {"apply_import": Step.APPLIED, "forget_import": Step.FORGOTTEN}


@shows("import_preview")
async def show_import_preview(look: Look) -> ImportPreview | None:
    """The list for a coordinator; None for anybody else, and for a list that never was."""
    if look.about.kind != "list":
        return None
    entries = await look.uow.trail.of(look.about)
    if not entries or not look.council.coordinates(look.reader):
        return None
    kept = await look.uow.lists.get(look.about.number)
    return await _open(look, kept) if kept else _ended(look, entries)


async def _open(look: Look, dropped: DroppedList) -> ImportPreview:
    checked = await check_list(look.uow, look.council, dropped, look.now)
    return ImportPreview(
        ref=look.about,
        version=KEPT,
        noun=NOUNS[dropped.kind],
        at=dropped.at,
        step=Step.FAULTY if checked.faults else Step.READY,
        to_write=len(checked.to_write),
        changes=() if checked.faults else tuple(describe_changes(checked)),
        faults=tuple(str(fault) for fault in checked.faults),
        notice=look.notice or None,
    )


def _ended(look: Look, entries: list[Entry]) -> ImportPreview:
    first, last = entries[0], entries[-1]
    counts = {key: value for key, value in last.details.items() if isinstance(value, int)}
    return ImportPreview(
        ref=look.about,
        version=ENDED,
        noun=NOUNS[ListKind(str(first.details["kind"]))],
        at=first.at,
        step=ENDS.get(last.action, Step.GONE),
        counts=tuple((key, counts[key]) for key in ("new", "changed") if key in counts),
        notice=look.notice or None,
    )
