"""Cycles, audits, seats, assessments, notices and duties."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = (
    "cycles",
    "audits",
    "seats",
    "seat_refusals",
    "assessments",
    "area_entries",
    "notices",
    "duties",
)


def upgrade() -> None:
    _cycles()
    _audits()
    _seats()
    _seat_refusals()
    _assessments()
    _area_entries()
    _notices()
    _duties()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _index_where(
    name: str, table: str, columns: list[str], where: str, *, unique: bool = False
) -> None:
    condition = sa.text(where)
    op.create_index(
        name, table, columns, unique=unique, postgresql_where=condition, sqlite_where=condition
    )


def _cycles() -> None:
    op.create_table(
        "cycles",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("framework", sa.String(64), nullable=False),
        sa.Column("programme", sa.String(64), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("pool_size", sa.Integer(), nullable=False),
        sa.Column("opened_by", sa.String(64), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cycles"),
        sa.UniqueConstraint("programme", "opens_on", name="uq_cycles_programme_opens_on"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_cycles_opens_on", "cycles", ["opens_on"])


def _audits() -> None:
    op.create_table(
        "audits",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("cycle_id", NUMBER, nullable=False),
        sa.Column("case_ref", sa.String(64), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_ref"], ["cases.ref"], name="fk_audits_case_ref"),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycles.id"], name="fk_audits_cycle_id"),
        sa.PrimaryKeyConstraint("id", name="pk_audits"),
        sa.UniqueConstraint("cycle_id", "case_ref", name="uq_audits_cycle_id_case_ref"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audits_case_ref", "audits", ["case_ref"])
    _index_where("ix_audits_open", "audits", ["id"], "state = 'open'")


def _seats() -> None:
    op.create_table(
        "seats",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("audit_id", NUMBER, nullable=False),
        sa.Column("role", sa.String(64), nullable=False),
        sa.Column("holder", sa.String(64), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_seats_audit_id"),
        sa.ForeignKeyConstraint(["holder"], ["people.id"], name="fk_seats_holder"),
        sa.PrimaryKeyConstraint("id", name="pk_seats"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_seats_audit_id", "seats", ["audit_id"])
    _index_where("ix_seats_live", "seats", ["id"], "state IN ('offered', 'accepted', 'started')")


def _seat_refusals() -> None:
    op.create_table(
        "seat_refusals",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("seat_id", NUMBER, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("reason", sa.String(64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_seat_refusals_person_id"),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name="fk_seat_refusals_seat_id"),
        sa.PrimaryKeyConstraint("id", name="pk_seat_refusals"),
    )
    op.create_index("ix_seat_refusals_seat_id", "seat_refusals", ["seat_id"])


def _assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("seat_id", NUMBER, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("at_area", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.Column("overall", sa.String(64), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("submitted_at", MOMENT, nullable=True),
        sa.Column("superseded_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name="fk_assessments_seat_id"),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
        sqlite_autoincrement=True,
    )
    _index_where(
        "uq_assessments_present", "assessments", ["seat_id"], "superseded_at IS NULL", unique=True
    )


def _area_entries() -> None:
    op.create_table(
        "area_entries",
        sa.Column("assessment_id", NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("grade", sa.String(64), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("strengths", sa.Text(), nullable=False),
        sa.Column("develop", sa.Text(), nullable=False),
        sa.Column("look_back", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name="fk_area_entries_assessment_id"
        ),
        sa.PrimaryKeyConstraint("assessment_id", "number", name="pk_area_entries"),
    )


def _notices() -> None:
    op.create_table(
        "notices",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("audit_id", NUMBER, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("role", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=True),
        sa.Column("times", sa.JSON(), nullable=False),
        sa.Column("agreed", MOMENT, nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("read_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_notices_audit_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_notices_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
        sa.UniqueConstraint("audit_id", "person_id", name="uq_notices_audit_id_person_id"),
        sqlite_autoincrement=True,
    )


def _duties() -> None:
    op.create_table(
        "duties",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("subject", sa.String(96), nullable=False),
        sa.Column("holder", sa.String(64), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("next_nudge_at", MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_duties"),
        sqlite_autoincrement=True,
    )
    _index_where("ix_duties_holder", "duties", ["holder", "due_at"], "state = 'open'")
    _index_where("ix_duties_next_nudge", "duties", ["next_nudge_at"], "state = 'open'")
    _index_where(
        "uq_duties_open", "duties", ["subject", "kind", "holder"], "state = 'open'", unique=True
    )
