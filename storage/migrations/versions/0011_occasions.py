"""Cycles have an occasion, and begin on their days; records have a day on which they closed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BEGINS = sa.text("noticed_at IS NULL OR offered_at IS NULL")


def upgrade() -> None:
    op.add_column("cases", sa.Column("closed_on", sa.Date()))
    op.add_column("cycles", sa.Column("occasion", sa.String(96)))
    op.add_column("cycles", sa.Column("noticed_at", MOMENT))
    op.add_column("cycles", sa.Column("offered_at", MOMENT))
    # their cards went out when they were opened
    op.execute(
        "UPDATE cycles SET occasion = CAST(opens_on AS VARCHAR(96)), "
        "noticed_at = CURRENT_TIMESTAMP, offered_at = CURRENT_TIMESTAMP"
    )
    with op.batch_alter_table("cycles") as cycles:
        cycles.alter_column("occasion", existing_type=sa.String(96), nullable=False)
        cycles.drop_constraint("uq_cycles_programme_opens_on", type_="unique")
        cycles.create_unique_constraint("uq_cycles_programme_occasion", ["programme", "occasion"])
    op.create_index(
        "ix_cycles_to_begin", "cycles", ["id"], postgresql_where=BEGINS, sqlite_where=BEGINS
    )
    op.create_table(
        "proposals",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("programme", sa.String(64), nullable=False),
        sa.Column("occasion", sa.String(96), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("drawn", sa.JSON(), nullable=False),
        sa.Column("pool_size", sa.Integer(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("left_out", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("decided_by", sa.String(64)),
        sa.Column("decided_at", MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name="fk_proposals_decided_by"),
        sa.PrimaryKeyConstraint("id", name="pk_proposals"),
        sa.UniqueConstraint("programme", "occasion", name="uq_proposals_programme_occasion"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("proposals")
    op.drop_index("ix_cycles_to_begin", "cycles")
    with op.batch_alter_table("cycles") as cycles:
        cycles.drop_constraint("uq_cycles_programme_occasion", type_="unique")
        cycles.create_unique_constraint("uq_cycles_programme_opens_on", ["programme", "opens_on"])
        cycles.drop_column("offered_at")
        cycles.drop_column("noticed_at")
        cycles.drop_column("occasion")
    with op.batch_alter_table("cases") as cases:
        cases.drop_column("closed_on")
