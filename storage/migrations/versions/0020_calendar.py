"""What came round in the council's calendar."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLE = "occurrences"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("entry", sa.String(80), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(64), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("started_by", sa.String(64)),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("unheld", sa.Boolean(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("done_by", sa.String(64)),
        sa.Column("done_at", MOMENT),
        sa.Column("passed_by", sa.String(64)),
        sa.Column("passed_at", MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        *(_of_people(name) for name in ("started_by", "done_by", "passed_by")),
        sa.PrimaryKeyConstraint("id", name="pk_occurrences"),
        sa.UniqueConstraint("entry", "period", "slot", name="uq_occurrences_entry_period_slot"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_occurrences_due_on", TABLE, ["due_on"])
    held = sa.text("unheld")
    op.create_index(
        "ix_occurrences_unheld", TABLE, ["entry"], postgresql_where=held, sqlite_where=held
    )


def _of_people(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], ["people.id"], name=f"fk_{TABLE}_{name}")


def downgrade() -> None:
    op.drop_table(TABLE)
