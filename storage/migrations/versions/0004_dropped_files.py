"""Lists that coordinators dropped into their chat."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "dropped_files",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_dropped_files_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_dropped_files"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_dropped_files_at", "dropped_files", ["at"])


def downgrade() -> None:
    op.drop_table("dropped_files")
