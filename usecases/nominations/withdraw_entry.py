"""The nominee's choices on an entry: be named or not; and taking it out of the library."""

from __future__ import annotations

from dataclasses import replace

from domain.faults import Fault, NotFoundFault
from domain.nominations.entry import Entry
from domain.refs import Ref
from usecases.asking import Answer, Ask, verb
from usecases.nominations.steps import TO_VERIFY, entry_ref

OUT = "It has been taken out already, so nothing was changed."


@verb(subject="entry", past="showed their name")
async def show_my_name(ask: Ask) -> Answer:
    """The nominee agrees to be named in the library."""
    entry = await _save(ask, replace(await _live(ask), named=True), "show_my_name")
    return _own(ask, entry, "Your name stands with it now.")


@verb(subject="entry", past="left their name out")
async def hide_my_name(ask: Ask) -> Answer:
    """The nominee's name is shown no more."""
    entry = await _save(ask, replace(await _live(ask), named=False), "hide_my_name")
    return _own(ask, entry, "Your name is left out now.")


@verb(subject="entry", past="took it out of the library")
async def withdraw_entry(ask: Ask) -> Answer:
    """Gone from every search at once; the trail keeps that it was there."""
    entry = await _live(ask)
    gone = replace(entry, withdrawn_by=ask.actor.id)
    await _save(ask, gone, "withdraw_entry")
    line = "Taken out. No search finds it any more."
    if entry.nominee == ask.actor.id:
        return _own(ask, entry, line)
    nomination = Ref("nomination", str(entry.nomination_id))
    return Answer(view=TO_VERIFY, about=nomination, changed=_changed(entry), line=line)


async def _live(ask: Ask) -> Entry:
    entry = await ask.uow.library.get(ask.ref.number)
    if entry is None:
        raise NotFoundFault
    if not entry.live:
        raise Fault(OUT)
    return entry


async def _save(ask: Ask, entry: Entry, action: str) -> Entry:
    saved = await ask.uow.library.save(entry)
    details: dict[str, str | int | None] = {"version": saved.version}
    await ask.uow.trail.record(ask.ref, action, actor=ask.actor.id, now=ask.now, details=details)
    return saved


def _changed(entry: Entry) -> tuple[Ref, ...]:
    return (entry_ref(entry), Ref("nomination", str(entry.nomination_id)))


def _own(ask: Ask, entry: Entry, line: str) -> Answer:
    return Answer(view="library_entry", about=ask.ref, changed=_changed(entry), line=line)
