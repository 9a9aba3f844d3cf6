"""Each step of a duty is told once; duties that are open now are looked at from now on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "nudges",
        sa.Column("duty_id", NUMBER, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["duty_id"], ["duties.id"], name="fk_nudges_duty_id"),
        sa.ForeignKeyConstraint(["recipient"], ["people.id"], name="fk_nudges_recipient"),
    )
    step = ["duty_id", "due_on", "kind", "days", "recipient"]
    op.create_index("uq_nudges_step", "nudges", step, unique=True)
    op.create_index("ix_nudges_recipient_day", "nudges", ["recipient", "day"])
    op.execute(
        "UPDATE duties SET step = -1, next_nudge_at = CURRENT_TIMESTAMP WHERE state = 'open'"
    )


def downgrade() -> None:
    op.drop_table("nudges")
