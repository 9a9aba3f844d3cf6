"""Which dispatchers share the budget, and which updates a person has had as an answer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "dispatchers",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_dispatchers"),
    )
    op.add_column("outbox", sa.Column("shown_at", MOMENT, nullable=True))


def downgrade() -> None:
    op.drop_column("outbox", "shown_at")
    op.drop_table("dispatchers")
