"""Nominations and the library, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from domain.faults import MovedOnFault
from domain.nominations.entry import Entry, Search
from domain.nominations.nomination import Nomination, NominationState, Note, NoteKind
from domain.nominations.words import words_of
from storage.work import SqlUnitOfWork, SqlUnitsOfWork
from tests.storage.nomination_seeds import entry_of, nomination_of
from tests.storage.seeds import ADA, BEN, NOW

WORDS = "The life-story book she made with him"


async def begun(uow: SqlUnitOfWork, **changes: str) -> Nomination:
    await uow.people.put([ADA, BEN])
    return await uow.nominations.begin(nomination_of(WORDS, **changes))


async def kept(uow: SqlUnitOfWork, text: str, **changes: object) -> Entry:
    nomination = await begun(uow)
    entry = replace(entry_of(nomination, text), **changes)  # type: ignore[arg-type]  # a test's own
    return await uow.library.keep(entry)


async def texts(uow: SqlUnitOfWork, *words: str, **others: object) -> list[str]:
    search = Search(words=words, **others)  # type: ignore[arg-type]  # a test's own
    found = await uow.library.find(search, first=0, limit=10)
    assert found.total == len(found.entries)
    return [entry.text for entry in found.entries]


async def test_what_was_said_comes_back_letter_by_letter(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        new = await begun(uow)
        note = Note(kind=NoteKind.QUESTION, person_id="ada", words="When & *where*?", at=NOW)
        asked = await uow.nominations.add_note(new, note)
        assert await uow.nominations.get(new.id) == asked
        assert asked.reason == WORDS
        assert await uow.nominations.get(99) is None


async def test_the_newest_draft_is_the_one_that_is_gone_on_with(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await begun(uow)
        second = await begun(uow)
        assert await uow.nominations.draft_of("ada") == second
        assert await uow.nominations.draft_of("ben") is None
        await uow.nominations.save(replace(second, state=NominationState.DROPPED))
        first = await uow.nominations.draft_of("ada")
        assert first
        assert first.id < second.id


async def test_a_write_over_a_newer_one_is_refused(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        new = await begun(uow)
        await uow.nominations.save(replace(new, verifier="ben"))
        with pytest.raises(MovedOnFault):
            await uow.nominations.save(new)


async def test_those_that_wait_and_those_accepted_lately_are_found(units: SqlUnitsOfWork) -> None:
    states = {
        NominationState.WAITING: None,
        NominationState.QUERIED: None,
        NominationState.ACCEPTED: NOW,
        NominationState.DECLINED: NOW,
    }
    async with units() as uow:
        for state, decided in states.items():
            new = await begun(uow)
            await uow.nominations.save(
                replace(new, state=state, verifier="ada", decided_at=decided)
            )
        since = NOW - timedelta(days=1)
        found = await uow.nominations.of_nominee("ben", since)
        assert [one.state for one in found] == ["accepted", "queried", "waiting"]
        later = await uow.nominations.of_nominee("ben", NOW + timedelta(seconds=1))
        assert [one.state for one in later] == ["queried", "waiting"]
        assert [one.state for one in await uow.nominations.undecided()] == ["waiting", "queried"]
        assert await uow.nominations.loads(since) == {"ada": 4}
        assert await uow.nominations.loads(NOW + timedelta(seconds=1)) == {"ada": 2}


async def test_a_colleague_endorses_once(units: SqlUnitsOfWork) -> None:
    note = Note(kind=NoteKind.ENDORSED, person_id="ada", words="I saw it", at=NOW)
    async with units() as uow:
        new = await begun(uow)
        await uow.nominations.add_note(new, note)
        with pytest.raises(IntegrityError):
            await uow.nominations.add_note(new, note)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("story",), True),
        (("stories", "books"), True),
        (("made", "making"), True),
        (("life", "story", "football"), False),
        (("football",), False),
        (('"', "story"), True),
        (("story*", ")"), True),
    ],
)
async def test_all_words_must_be_there_in_any_form(
    units: SqlUnitsOfWork, words: tuple[str, ...], found: bool
) -> None:
    plain = words_of(" ".join(words))
    async with units() as uow:
        await kept(uow, "A life-story book, made over four visits. Stories were making sense.")
        assert bool(await texts(uow, *plain)) is found


async def test_area_service_and_year_narrow_it_down(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await kept(uow, "One")
        await kept(uow, "Two", area="voice", service="Care", kept_on=date(2025, 12, 31))
        assert await texts(uow) == ["One", "Two"]
        assert await texts(uow, area="voice") == ["Two"]
        assert await texts(uow, service="Safeguarding") == ["One"]
        assert await texts(uow, year=2025) == ["Two"]
        assert await texts(uow, "one", year=2025) == []
        assert await uow.library.services() == ["Care", "Safeguarding"]


async def test_a_withdrawn_entry_is_gone_from_the_search_at_once(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        await kept(uow, "A memory map")
        entry = await kept(uow, "A memory box")
        assert await texts(uow, "memory") == ["A memory box", "A memory map"]
        gone = await uow.library.save(replace(entry, withdrawn_by="ben"))
        assert await texts(uow, "memory") == ["A memory map"]
        assert await texts(uow) == ["A memory map"]
        assert await uow.library.get(entry.id) == gone
        assert await uow.library.of_nomination(entry.nomination_id) == gone
        with pytest.raises(MovedOnFault):
            await uow.library.save(entry)
        await uow.commit()


async def test_pages_follow_each_other(units: SqlUnitsOfWork) -> None:
    async with units() as uow:
        for number in range(5):
            await kept(uow, f"Example {number}")
        page = await uow.library.find(Search(words=("example",)), first=2, limit=2)
        assert [entry.text for entry in page.entries] == ["Example 2", "Example 1"]
        assert page.total == 5


async def test_the_words_that_the_search_knows_are_those_of_live_entries(
    units: SqlUnitsOfWork,
) -> None:
    async with units() as uow:
        assert await uow.library.known() == []
        entry = await kept(uow, "Memory boxes and court statements")
        known = await uow.library.known()
        assert {"box", "court", "statement"} <= set(known)
        assert known == sorted(known)
        await uow.library.save(replace(entry, withdrawn_by="ben"))
        assert await uow.library.known() == []
        await uow.commit()
