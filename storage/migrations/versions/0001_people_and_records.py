"""The staff list, the records, and where people can be reached."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = (
    "people",
    "absences",
    "addresses",
    "greetings",
    "access_requests",
    "cases",
)


def upgrade() -> None:
    _people()
    _absences()
    _addresses()
    _greetings()
    _access_requests()
    _cases()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("aad_object_id", sa.String(64), nullable=True),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("line_manager", sa.String(64), nullable=True),
        sa.Column("working_days", sa.JSON(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("aad_object_id", name="uq_people_aad_object_id"),
    )


def _absences() -> None:
    op.create_table(
        "absences",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("cover", sa.String(64), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_absences_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_absences"),
        sa.UniqueConstraint(
            "person_id", "first_day", "last_day", name="uq_absences_person_id_first_day_last_day"
        ),
    )


def _addresses() -> None:
    op.create_table(
        "addresses",
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("tenant_id", sa.String(64), nullable=False),
        sa.Column("aad_object_id", sa.String(64), nullable=False),
        sa.Column("teams_user_id", sa.Text(), nullable=False),
        sa.Column("bot_id", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("service_url", sa.Text(), nullable=False),
        sa.Column("blocked", sa.Text(), nullable=True),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_addresses"),
    )


def _greetings() -> None:
    op.create_table(
        "greetings",
        sa.Column("aad_object_id", sa.String(64), nullable=False),
        sa.Column("greeted_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("aad_object_id", name="pk_greetings"),
    )


def _access_requests() -> None:
    op.create_table(
        "access_requests",
        sa.Column("reference", sa.String(8), nullable=False),
        sa.Column("aad_object_id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("reference", name="pk_access_requests"),
        sa.UniqueConstraint("aad_object_id", name="uq_access_requests_aad_object_id"),
    )


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("ref", sa.String(64), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("worker", sa.String(64), nullable=True),
        sa.Column("iro", sa.String(64), nullable=True),
        sa.Column("cp_chair", sa.String(64), nullable=True),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("cared_for", sa.Boolean(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("last_supervision_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("ref", name="pk_cases"),
    )
