"""Talks of an audit, the family's part, new auditors' readers, the monthly session."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NEWEST_FIRST = (
    *("session_places", "sessions", "pairings", "family_entries"),
    *("consents", "talk_ticks", "talk_invitations", "talk_notes", "talks"),
)


def upgrade() -> None:
    _talks()
    _notes()
    _invitations()
    _ticks()
    _consents()
    _family()
    _pairings()
    _sessions()
    _places()


def downgrade() -> None:
    for table in NEWEST_FIRST:
        op.drop_table(table)


def _talks() -> None:
    op.create_table(
        "talks",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("audit_id", NUMBER, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("starts_at", MOMENT),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("booked_by", sa.String(64)),
        sa.Column("held_on", sa.Date()),
        sa.Column("took_part", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_talks_audit_id"),
        sa.ForeignKeyConstraint(["booked_by"], ["people.id"], name="fk_talks_booked_by"),
        sa.PrimaryKeyConstraint("id", name="pk_talks"),
        sa.UniqueConstraint("audit_id", "key", name="uq_talks_audit_id_key"),
        sqlite_autoincrement=True,
    )


def _notes() -> None:
    op.create_table(
        "talk_notes",
        sa.Column("talk_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("prompt", sa.String(16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["talk_id"], ["talks.id"], name="fk_talk_notes_talk_id"),
        sa.PrimaryKeyConstraint("talk_id", "prompt", name="pk_talk_notes"),
    )


def _invitations() -> None:
    op.create_table(
        "talk_invitations",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("talk_id", NUMBER, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reply", sa.String(32), nullable=False),
        sa.Column("times", sa.JSON(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["talk_id"], ["talks.id"], name="fk_talk_invitations_talk_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_talk_invitations_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_talk_invitations"),
        sa.UniqueConstraint("talk_id", "person_id", name="uq_talk_invitations_talk_id_person_id"),
        sqlite_autoincrement=True,
    )


def _ticks() -> None:
    op.create_table(
        "talk_ticks",
        sa.Column("talk_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("seat_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("holder", sa.String(64), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["talk_id"], ["talks.id"], name="fk_talk_ticks_talk_id"),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name="fk_talk_ticks_seat_id"),
        sa.ForeignKeyConstraint(["holder"], ["people.id"], name="fk_talk_ticks_holder"),
        sa.PrimaryKeyConstraint("talk_id", "seat_id", name="pk_talk_ticks"),
    )


def _consents() -> None:
    op.create_table(
        "consents",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("audit_id", NUMBER, nullable=False),
        sa.Column("worker", sa.String(64)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("agreed", sa.String(32), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Date()),
        sa.Column("chased", sa.Integer(), nullable=False),
        sa.Column("next_chase_at", MOMENT),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_consents_audit_id"),
        sa.ForeignKeyConstraint(["worker"], ["people.id"], name="fk_consents_worker"),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
        sa.UniqueConstraint("audit_id", name="uq_consents_audit_id"),
        sqlite_autoincrement=True,
    )
    where = sa.text("next_chase_at IS NOT NULL")
    op.create_index(
        "ix_consents_next_chase",
        "consents",
        ["next_chase_at"],
        postgresql_where=where,
        sqlite_where=where,
    )


def _family() -> None:
    op.create_table(
        "family_entries",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("audit_id", NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("heard", sa.Boolean()),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("noted_by", sa.String(64)),
        sa.Column("noted_at", MOMENT),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_family_entries_audit_id"),
        sa.ForeignKeyConstraint(["noted_by"], ["people.id"], name="fk_family_entries_noted_by"),
        sa.PrimaryKeyConstraint("id", name="pk_family_entries"),
        sa.UniqueConstraint("audit_id", name="uq_family_entries_audit_id"),
        sqlite_autoincrement=True,
    )


def _pairings() -> None:
    op.create_table(
        "pairings",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("seat_id", NUMBER, nullable=False),
        sa.Column("auditor", sa.String(64), nullable=False),
        sa.Column("helper", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reading", sa.String(32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("read_at", MOMENT),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name="fk_pairings_seat_id"),
        sa.ForeignKeyConstraint(["auditor"], ["people.id"], name="fk_pairings_auditor"),
        sa.ForeignKeyConstraint(["helper"], ["people.id"], name="fk_pairings_helper"),
        sa.PrimaryKeyConstraint("id", name="pk_pairings"),
        sa.UniqueConstraint("seat_id", name="uq_pairings_seat_id"),
        sqlite_autoincrement=True,
    )
    where = sa.text("reading <> 'fine'")
    op.create_index(
        "ix_pairings_open", "pairings", ["helper"], postgresql_where=where, sqlite_where=where
    )


def _sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("activity", sa.String(64), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("starts_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
        sa.UniqueConstraint("activity", "month", name="uq_sessions_activity_month"),
        sqlite_autoincrement=True,
    )


def _places() -> None:
    op.create_table(
        "session_places",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("session_id", NUMBER, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("coming", sa.String(32), nullable=False),
        sa.Column("idea", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_session_places_session_id"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_session_places_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_session_places"),
        sa.UniqueConstraint(
            "session_id", "person_id", name="uq_session_places_session_id_person_id"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_session_places_person_id", "session_places", ["person_id"])
