"""Complaints, compliments and what else comes in, without anybody's name."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "intake",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(160), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date()),
        sa.Column("route", sa.String(160), nullable=False),
        sa.Column("theme", sa.String(160), nullable=False),
        sa.Column("outcome", sa.String(160), nullable=False),
        sa.Column("lesson", sa.Text(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("noted_by", sa.String(64), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("noted_at", MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["noted_by"], ["people.id"], name="fk_intake_noted_by"),
        sa.PrimaryKeyConstraint("id", name="pk_intake"),
        sqlite_autoincrement=True,
    )
    condition = sa.text("state <> 'draft'")
    op.create_index(
        "ix_intake_received_on",
        "intake",
        ["received_on"],
        postgresql_where=condition,
        sqlite_where=condition,
    )
    op.create_index("ix_intake_noted_by", "intake", ["noted_by"])


def downgrade() -> None:
    op.drop_table("intake")
