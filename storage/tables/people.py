"""People, their days away, where they can be reached, and who asked for a way in."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, String, Table, Text, UniqueConstraint

from storage.tables.base import metadata, person, row_number
from storage.types import Moment

people = Table(
    "people",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("aad_object_id", String(64), unique=True),
    Column("roles", JSON, nullable=False),
    Column("team", Text, nullable=False),
    Column("service", Text, nullable=False),
    # no foreign key: a staff list may name a manager further down, or one who is not in it
    Column("line_manager", String(64)),
    Column("working_days", JSON, nullable=False),
    Column("left_on", Date),
)

absences = Table(
    "absences",
    metadata,
    row_number(),
    person("person_id"),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("cover", String(64)),
    UniqueConstraint("person_id", "first_day", "last_day"),
)

addresses = Table(
    "addresses",
    metadata,
    Column("person_id", String(64), primary_key=True),
    Column("tenant_id", String(64), nullable=False),
    Column("aad_object_id", String(64), nullable=False),
    Column("teams_user_id", Text, nullable=False),
    Column("bot_id", Text, nullable=False),
    Column("conversation_id", Text, nullable=False),
    Column("service_url", Text, nullable=False),
    Column("blocked", Text),
    Column("changed_at", Moment, nullable=False),
)

greetings = Table(
    "greetings",
    metadata,
    Column("aad_object_id", String(64), primary_key=True),
    Column("greeted_at", Moment, nullable=False),
)

access_requests = Table(
    "access_requests",
    metadata,
    Column("reference", String(8), primary_key=True),
    Column("aad_object_id", String(64), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("told_at", Moment),
)
