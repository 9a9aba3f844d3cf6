"""What is sent to be passed or returned; standing reminders, each once for ever."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _approvals()
    _items()
    _standing_nudges()


def _approvals() -> None:
    table = "approvals"
    op.create_table(
        table,
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("slot", sa.String(80), nullable=False),
        sa.Column("owner", sa.String(64)),
        sa.Column("due_on", sa.Date()),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("sender", sa.String(64)),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("sent_at", MOMENT),
        sa.Column("passed_at", MOMENT),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(_of_people(table, name) for name in ("owner", "sender")),
        sa.PrimaryKeyConstraint("id", name="pk_approvals"),
        sqlite_autoincrement=True,
    )
    _index("uq_approvals_slot", table, ["rule", "slot"], "slot <> ''", unique=True)
    _index("ix_approvals_live", table, ["id"], "state IN ('asked', 'waiting', 'returned')")


def _items() -> None:
    table = "approval_items"
    op.create_table(
        table,
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("approval_id", NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("decided_by", sa.String(64)),
        sa.Column("decided_at", MOMENT),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["approval_id"], ["approvals.id"], name="fk_approval_items_approval_id"
        ),
        _of_people(table, "decided_by"),
        sa.PrimaryKeyConstraint("id", name="pk_approval_items"),
    )
    op.create_index("uq_approval_items_number", table, ["approval_id", "number"], unique=True)


def _standing_nudges() -> None:
    table = "standing_nudges"
    op.create_table(
        table,
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("slot", sa.String(80), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.String(64), nullable=False),
        sa.Column("send_on", sa.Date(), nullable=False),
        sa.Column("about", sa.String(96)),
        sa.Column("sent_at", MOMENT),
        sa.Column("ticked_at", MOMENT),
        sa.Column("words", sa.Text(), nullable=False),
        _of_people(table, "recipient"),
        sa.PrimaryKeyConstraint("id", name="pk_standing_nudges"),
        sqlite_autoincrement=True,
    )
    step = ["rule", "slot", "step", "recipient"]
    op.create_index("uq_standing_nudges_step", table, step, unique=True)
    _index("ix_standing_nudges_waiting", table, ["send_on"], "sent_at IS NULL")


def _of_people(table: str, name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], ["people.id"], name=f"fk_{table}_{name}")


def _index(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(
        name,
        table,
        columns,
        unique=unique,
        postgresql_where=condition,
        sqlite_where=condition,
    )


def downgrade() -> None:
    for table in ("standing_nudges", "approval_items", "approvals"):
        op.drop_table(table)
