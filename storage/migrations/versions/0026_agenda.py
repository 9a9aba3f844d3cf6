"""What people ask about their duties, and who turned out unreachable."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "duty_asks",
        sa.Column("id", NUMBER, primary_key=True),
        sa.Column("duty_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("asked_by", sa.String(64), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("until", sa.Date()),
        sa.Column("taker", sa.String(64)),
        sa.Column("decided_by", sa.String(64)),
        sa.Column("decided_at", MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["duty_id"], ["duties.id"], name="fk_duty_asks_duty_id"),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name="fk_duty_asks_asked_by"),
        sa.ForeignKeyConstraint(["taker"], ["people.id"], name="fk_duty_asks_taker"),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name="fk_duty_asks_decided_by"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_duty_asks_duty_id", "duty_asks", ["duty_id"])
    _index_where("ix_duty_asks_waiting", "asked_by", "state = 'waiting'")
    _index_where("ix_duty_asks_snoozes", "until", "kind = 'snooze' AND state = 'agreed'")
    _put_off()
    op.create_table(
        "out_of_reach",
        sa.Column("person_id", sa.String(64), primary_key=True),
        sa.Column("why", sa.String(32), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("told_at", MOMENT),
    )


def _put_off() -> None:
    op.add_column(
        "nudges",
        sa.Column("put_off", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_index(
        "ix_nudges_put_off",
        "nudges",
        ["day"],
        postgresql_where=sa.text("put_off"),
        sqlite_where=sa.text("put_off"),
    )


def downgrade() -> None:
    op.drop_table("out_of_reach")
    op.drop_index("ix_nudges_put_off", "nudges")
    with op.batch_alter_table("nudges") as changed:
        changed.drop_column("put_off")
    op.drop_table("duty_asks")


def _index_where(name: str, column: str, condition: str) -> None:
    op.create_index(
        name,
        "duty_asks",
        [column],
        postgresql_where=sa.text(condition),
        sqlite_where=sa.text(condition),
    )
