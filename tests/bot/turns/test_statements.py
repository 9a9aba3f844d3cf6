"""How often the two commonest turns ask the database: a bound, so that a new question shows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event

from storage.work import SqlUnitsOfWork
from tests.bot.turns.test_waking import MADE, Dispatcher, came, turns
from tests.town import Town

TEXT, PRESS = 5, 17
"""Statements of a turn, without the beginning and the end of its transaction."""


@contextmanager
def asked(units: SqlUnitsOfWork) -> Iterator[list[str]]:
    """Every statement meanwhile."""
    found: list[str] = []

    def note(_: Connection, _cursor: object, statement: str, *_more: Any) -> None:
        if not statement.startswith("BEGIN"):
            found.append(statement)

    engine = units.engines.writing.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


async def test_my_work_asks_little_and_no_more_for_a_second_seat_of_the_audit(
    herefordshire: Town,
) -> None:
    await herefordshire.audit("C-23087", lead="tess", peer="ada")
    served = turns(herefordshire, Dispatcher())
    await served.said(came(MADE.message("aad-ada", "my work")))  # where she is, who there is
    with asked(herefordshire.units) as statements:
        assert await served.said(came(MADE.message("aad-ada", "my work")))
    assert len(statements) <= TEXT, "\n".join(statements)


async def test_a_press_asks_for_the_seat_and_its_surroundings_once_before_and_once_after(
    herefordshire: Town,
) -> None:
    audit = await herefordshire.audit("C-23087", lead="tess", peer="ada")
    served = turns(herefordshire, Dispatcher())
    await served.said(came(MADE.message("aad-ada", "my work")))
    seat = await herefordshire.seat(audit, "peer")
    data = {"id": f"seat-{seat.id}", "version": seat.version}
    with asked(herefordshire.units) as statements:
        await served.pressed(came(MADE.press("aad-ada", "accept_audit", data)))
    assert (await herefordshire.seat(audit, "peer")).state == "accepted"
    assert len([each for each in statements if "FROM audits" in each]) == 2
    assert not [each for each in statements if "FROM people" in each and "directory" not in each]
    assert len(statements) <= PRESS, "\n".join(statements)
