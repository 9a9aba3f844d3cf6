"""Files that were offered in a chat, and what became of the question."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "file_offers",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("about", sa.String(96), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("taken_at", MOMENT),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_file_offers_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_file_offers"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_file_offers_asked_at", "file_offers", ["asked_at"])


def downgrade() -> None:
    op.drop_table("file_offers")
