"""Who had it when: in the chat for everybody in the story, as a workbook for the file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exports.ledger_book import PEOPLE, write_ledger
from tests.town import Town
from tests.usecases.responses.making import AFTERNOON, FACTS, answers, raised
from usecases.responses.ledger import Json, ledger

LEDGER = "response_ledger"


async def told(town: Town) -> Json:
    """The whole story of one that was answered and closed, as it is handed out."""
    await raised(town)
    town.later(minutes=4)
    assert (await town.chat("sam").press("acknowledge_response")).done
    town.later(minutes=30)
    await answers(town, wider="0")
    town.later(minutes=10)
    assert (await town.chat("ada").press("close_response")).done
    async with town.units() as uow:
        found = await ledger(uow, town.council, "IR-1", town.now)
        await uow.commit()
    return found


@pytest.mark.rows("SEF-08")
async def test_it_has_every_time_of_everybody(sefton: Town) -> None:
    found = await told(sefton)
    sam = next(one for one in found["people"] if one["person"] == "sam")
    minutes = [
        (datetime.fromisoformat(sam[key]) - AFTERNOON).seconds // 60
        for key in ("queued", "accepted", "acknowledged", "answered")
    ]
    assert minutes == [0, 0, 4, 34]
    ada = next(one for one in found["people"] if one["person"] == "ada")
    assert datetime.fromisoformat(ada["closed"]).minute == 56
    assert ada["opened"] is None
    assert ("task_given", "theo") in {(line["what"], line["person"]) for line in found["lines"]}


async def test_the_workbook_says_the_same_in_london_time(sefton: Town, tmp_path: Path) -> None:
    found = await told(sefton)
    write_ledger(tmp_path / "x.xlsx", found)
    book = load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == ["Summary", "People", "Every step"]
    heads, *people = book["People"].iter_rows(values_only=True)
    assert heads == tuple(name for name, _ in PEOPLE)
    sam = dict(zip(heads, next(row for row in people if row[0] == "Sam Field"), strict=True))
    assert sam["Acknowledged"] == datetime(2026, 12, 1, 15, 16)  # noqa: DTZ001 - as workbooks keep times
    assert book["Every step"].max_row == len(found["lines"]) + 1
    everything = str([list(sheet.iter_rows(values_only=True)) for sheet in book])
    assert "unbroken" in everything
    assert FACTS not in everything


async def test_a_party_reads_it_in_the_chat_and_that_is_in_the_trail(sefton: Town) -> None:
    await raised(sefton)
    reply = await sefton.chat("sam").says("ledger IR-1")
    assert reply.line == "Here is the ledger of IR-1."
    words = sefton.chat("sam").words(LEDGER)
    assert "Who had IR-1, and when" in words
    assert "accepted by Teams 15:12" in words
    assert FACTS not in words
    entries = await sefton.trail("response", 1)
    assert (entries[-1].action, entries[-1].actor) == ("export_ledger", "sam")
    assert (await sefton.chat("theo").press("show_ledger")).done
    assert LEDGER in sefton.chat("theo").kinds


async def test_a_stranger_learns_nothing_of_it(sefton: Town) -> None:
    response = await raised(sefton)
    reply = await sefton.chat("wes").says("ledger IR-1")
    assert "IR-1" not in reply.line
    assert await sefton.chat("wes").sees(LEDGER, type(response.ref)("ledger", "1")) is None
