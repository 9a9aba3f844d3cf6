"""Pieces of learning that fill quotas; days in which somebody has no other audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "pieces",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("part", sa.String(64), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("company", sa.String(32), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.String(64), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_pieces_person_id"),
        sa.ForeignKeyConstraint(["recorded_by"], ["people.id"], name="fk_pieces_recorded_by"),
        sa.PrimaryKeyConstraint("id", name="pk_pieces"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pieces_person_id_done_on", "pieces", ["person_id", "done_on"])
    op.create_table(
        "exemptions",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("cycle_id", NUMBER, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("noun", sa.String(200), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_exemptions_person_id"),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycles.id"], name="fk_exemptions_cycle_id"),
        sa.PrimaryKeyConstraint("id", name="pk_exemptions"),
        sa.UniqueConstraint("cycle_id", "person_id", name="uq_exemptions_cycle_id_person_id"),
    )
    op.create_index("ix_exemptions_last_day", "exemptions", ["last_day"])


def downgrade() -> None:
    op.drop_table("exemptions")
    op.drop_table("pieces")
