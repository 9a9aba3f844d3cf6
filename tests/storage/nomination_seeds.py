"""Rows of nominations, for tests of the storage."""

from __future__ import annotations

from datetime import date

from domain.nominations.entry import Entry
from domain.nominations.nomination import Nomination, Note, NoteKind
from storage.work import SqlUnitOfWork
from tests.storage.seeds import NOW

TODAY = NOW.date()


def nomination_of(words: str, *, nominator: str = "ada", nominee: str = "ben") -> Nomination:
    """A draft that says these words wherever somebody may say something."""
    return Nomination(
        id=0,
        rule="good_practice",
        nominator=nominator,
        nominee=nominee,
        begun_at=NOW,
        said_who=words,
        reason=words,
        seen=words,
    )


def entry_of(nomination: Nomination, text: str, *, kept_on: date = TODAY) -> Entry:
    """What a nomination became."""
    return Entry(
        id=0,
        nomination_id=nomination.id,
        rule=nomination.rule,
        text=text,
        area="planning",
        service="Safeguarding",
        nominee="ben",
        verifier="ada",
        kept_on=kept_on,
    )


async def fill_nominations(uow: SqlUnitOfWork, words: str) -> None:
    """Write these words into every column of nominations that people's words may stand in."""
    nomination = await uow.nominations.begin(nomination_of(words))
    note = Note(kind=NoteKind.QUESTION, person_id="ada", words=words, at=NOW)
    await uow.nominations.add_note(nomination, note)
    await uow.library.keep(entry_of(nomination, words))
