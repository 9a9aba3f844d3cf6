"""When the clock last went through the calendar, and what people asked to have tried out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "last_looks",
        sa.Column("what", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("what", name="pk_last_looks"),
    )
    op.create_table(
        "rehearsals",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("asked_by", sa.String(64), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT),
        sa.Column("found", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name="fk_rehearsals_asked_by"),
        sa.PrimaryKeyConstraint("id", name="pk_rehearsals"),
        sqlite_autoincrement=True,
    )
    waits = sa.text("done_at IS NULL")
    op.create_index(
        "ix_rehearsals_waiting", "rehearsals", ["id"], postgresql_where=waits, sqlite_where=waits
    )
    passing = sa.text("state = 'passing'")
    op.create_index(
        "ix_occurrences_passing",
        "occurrences",
        ["done_by"],
        postgresql_where=passing,
        sqlite_where=passing,
    )


def downgrade() -> None:
    op.drop_index("ix_occurrences_passing", "occurrences")
    op.drop_table("rehearsals")
    op.drop_table("last_looks")
