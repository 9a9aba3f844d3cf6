"""What people write is found in no log, no metric, no outbox, no trail, and in no file as text."""

from __future__ import annotations

import logging
from pathlib import Path

import aiohttp
import pytest

from storage import tables
from tests.journeys.grading import GOOD
from tests.journeys.world import World

EVIDENCE, STRENGTHS, DEVELOP = "canary-heron", "canary-wren", "canary-stork"
LOOK_BACK, REASON, NOTE, WHY = "canary-rook", "canary-finch", "canary-owl", "canary-lark"
TYPED, TAMPERED = "canary-crane", "canary-swift"
WRITTEN = (EVIDENCE, STRENGTHS, DEVELOP, REASON, NOTE, WHY)
CANARIES = (*WRITTEN, LOOK_BACK, TYPED, TAMPERED)


async def sings(world: World) -> None:
    """An audit with canaries in every box, and with every kind of trouble on the way."""
    await world.everybody_installs()
    await world.opens_audit("C-23087", lead="tess", peer="ada")
    await world.ada.says(f"{TYPED} is nothing that you know")
    await world.ada.presses("Start now")
    for area in range(1, 7):
        await world.ada.presses(
            "Next",
            grade=GOOD,
            evidence=f"{EVIDENCE} in area {area}",
            strengths=f"{STRENGTHS} in area {area}",
            develop=f"{DEVELOP} in area {area}",
        )
    await troubles(world)
    await world.ada.presses("Submit audit", overall=GOOD, reason=f"{REASON} it is")
    await world.tess.presses("Hand it over", person="theo", why=f"{WHY} said so")
    await world.theo.presses("Tell the QA team", reason="other", note=f"{NOTE} said so")
    await world.passes(minutes=11)


async def troubles(world: World) -> None:
    """Teams refuses, replies get lost, buttons are tampered with, words are too many."""
    world.teams.fail_next(500, method="PUT")
    world.teams.fail_next(400, method="PUT")
    await world.ada.says(f"because {REASON}")
    await world.passes(minutes=20)
    await world.ada.says("open 1")
    world.teams.lose_reply_to_next(method="PUT")
    await world.ada.presses("Save for later", reason=f"{REASON} again")
    await world.passes(minutes=20)
    refused = await world.ada.presses("Save for later", anyway=True, reason=f"{REASON} " * 300)
    assert "Nothing was saved" in refused.text
    for data in ({"id": TAMPERED}, {"id": f"seat-{TAMPERED}", "version": TAMPERED}):
        await world.ada.sends_press(TAMPERED, {**data, "evidence": TAMPERED})
        await world.ada.sends_press("accept_audit", {**data, "evidence": TAMPERED})


def found_in(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary in text]


async def test_no_log_line_and_no_metric_holds_what_people_wrote_or_are_called(
    herefordshire: World,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    await sings(herefordshire)

    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{herefordshire.url}/metrics") as response,
    ):
        metrics = await response.text()
    assert "practice_loop" in metrics or "turns" in metrics
    printed = "".join(capsys.readouterr())
    assert "message" in printed, "the service logs, so that this test can fail"
    logged = caplog.text + printed
    assert found_in(logged) == []
    assert found_in(metrics) == []
    assert [name for name in ("Ada Byrne", "Wes Tarn") if name in metrics + printed] == []


async def test_no_row_of_any_table_holds_what_people_wrote(herefordshire: World) -> None:
    await sings(herefordshire)
    stored = await herefordshire.everything()
    assert {name for name, rows in stored.items() if found_in(str(rows))} == set()
    sealed = str(stored["area_entries"]) + str(stored["assessments"])
    assert "gAAAA" in sealed, "the words are kept, sealed"


async def test_outbox_and_trail_hold_ids_only(herefordshire: World) -> None:
    await sings(herefordshire)
    for table in (tables.outbox, tables.trail, tables.deliveries, tables.duties):
        rows = str(await herefordshire.rows(table))
        for name in ("Ada Byrne", "Tess Marlow", "Wes Tarn", "example.org"):
            assert name not in rows, table.name


async def test_what_was_written_can_be_read_by_whom_it_is_for(herefordshire: World) -> None:
    await sings(herefordshire)
    await herefordshire.ada.presses("Open")
    assert REASON in herefordshire.ada.card("Your audit of C-23087 is in")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_file_of_the_database_holds_none_of_it_as_text(
    herefordshire: World, database_url: str
) -> None:
    await sings(herefordshire)
    path = Path(database_url.removeprefix("sqlite:///"))
    raw = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    assert b"C-23087" in raw, "the right file is looked at"
    assert [canary for canary in CANARIES if canary.encode() in raw] == []
