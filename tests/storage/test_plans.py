"""What is asked all the time follows an index, so that its cost follows what is due."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event

from domain.delivery.message import Lane, Message, Receipt
from domain.duties import DutyState
from storage.cipher import Cipher
from storage.work import SqlUnitOfWork, SqlUnitsOfWork, open_units
from tests.storage.seeds import MINUTE, NOW, SEAT

Asking = Callable[[SqlUnitOfWork], Awaitable[object]]

RECEIPT = Receipt(
    message=Message(
        id=1,
        lane=Lane.ORDINARY,
        kind="grading",
        subject=SEAT,
        recipient="ada",
        attempts=1,
        lease_token="token",
        delivery_id=1,
    ),
    conversation_id="chat",
    activity_id="activity",
    at=NOW,
)

HOT: dict[str, Asking] = {
    "claim": lambda uow: uow.outbox.claim(now=NOW, lease=MINUTE, limit=9),
    "acknowledge": lambda uow: uow.outbox.all_sent([RECEIPT, replace(RECEIPT, at=NOW)]),
    "superseded": lambda uow: uow.outbox.again(RECEIPT.message, at=NOW, error="limit"),
    "lock": lambda uow: uow.outbox.lock([RECEIPT.message]),
    "cards": lambda uow: uow.outbox.deliveries([1, 2, 3]),
    "addresses": lambda uow: uow.addresses.of_all(["ada", "ben"]),
    "settle": lambda uow: uow.outbox.settle(now=NOW, older_than=timedelta(0)),
    "refresh": lambda uow: uow.outbox.refresh(SEAT, now=NOW),
    "revive": lambda uow: uow.outbox.revive("ada", since=NOW, now=NOW),
    "latest": lambda uow: uow.outbox.latest("ada", ["grading"]),
    "delivered": lambda uow: uow.outbox.delivered("chat", "activity"),
    "my duties": lambda uow: uow.duties.open_of("ada"),
    "close duties": lambda uow: uow.duties.close(SEAT, DutyState.DONE, NOW),
    "live seats": lambda uow: uow.audits.live_seats(),
    "live seats by holder": lambda uow: uow.audits.loads(),
    "ready audits": lambda uow: uow.audits.ready(NOW),
    "present assessment": lambda uow: uow.assessments.of_seat(1),
    "follow-ups to open": lambda uow: uow.follow_ups.to_open(NOW.date()),
    "follow-ups to ask again": lambda uow: uow.follow_ups.to_ask_again(NOW.date()),
    "follow-up of a re-audit": lambda uow: uow.follow_ups.of_re_audit(1),
    "recommendations": lambda uow: uow.follow_ups.recommended("case_audit"),
    "trail": lambda uow: uow.trail.record(SEAT, "accept", actor="ada", now=NOW),
    "who signs in": lambda uow: uow.people.by_aad_object_id("aad-ada"),
}


@pytest.fixture
async def sqlite_units(sqlite_url: str, cipher: Cipher) -> AsyncIterator[SqlUnitsOfWork]:
    made = open_units(sqlite_url, cipher)
    yield made
    await made.close()


@pytest.mark.parametrize("name", HOT)
async def test_no_table_is_read_from_end_to_end(sqlite_units: SqlUnitsOfWork, name: str) -> None:
    asked: list[tuple[str, Any]] = []

    def note(_: Connection, _cursor: object, statement: str, parameters: Any, *_more: Any) -> None:
        asked.append((statement, parameters))

    async with sqlite_units() as uow:
        event.listen(uow.connection.sync_engine, "before_cursor_execute", note)
        await HOT[name](uow)
        event.remove(uow.connection.sync_engine, "before_cursor_execute", note)
        statements = [each for each in asked if not each[0].startswith("BEGIN")]
        assert statements
        for statement, parameters in statements:
            explain = f"EXPLAIN QUERY PLAN {statement}"
            plan = (await uow.connection.exec_driver_sql(explain, parameters)).all()
            whole = [row.detail for row in plan if row.detail.startswith("SCAN ")]
            assert [line for line in whole if "INDEX" not in line and line != "SCAN due"] == []
