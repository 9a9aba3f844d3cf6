"""What people ask about their duties, and who turned out unreachable."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, String, Table

from domain.agenda.ask import AskKind, AskState
from storage.tables.base import index_where, metadata, part_of, person, row_number, version
from storage.types import Moment, one_of

AGREED_SNOOZE = "kind = 'snooze' AND state = 'agreed'"

duty_asks = Table(
    "duty_asks",
    metadata,
    row_number(),
    part_of("duty_id", "duties.id"),
    Column("kind", one_of(AskKind), nullable=False),
    Column("state", one_of(AskState), nullable=False),
    person("asked_by"),
    Column("asked_at", Moment, nullable=False),
    Column("until", Date),
    person("taker", nullable=True),
    person("decided_by", nullable=True),
    Column("decided_at", Moment),
    version(),
    Index(None, "duty_id"),
    index_where("ix_duty_asks_waiting", "asked_by", where="state = 'waiting'"),
    # the tick reads only what rests now
    index_where("ix_duty_asks_snoozes", "until", where=AGREED_SNOOZE),
    sqlite_autoincrement=True,
)

out_of_reach = Table(
    "out_of_reach",
    metadata,
    Column("person_id", String(64), primary_key=True),
    Column("why", String(32), nullable=False),
    Column("since", Moment, nullable=False),
    Column("told_at", Moment),
)
