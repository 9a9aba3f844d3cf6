"""The outbox, sent cards, the trail, and what turns remember."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = (
    "deliveries",
    "outbox",
    "inbox",
    "focuses",
    "trail",
)


def upgrade() -> None:
    _deliveries()
    _outbox()
    _inbox()
    _focuses()
    _trail()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _index_where(
    name: str, table: str, columns: list[str], where: str, *, unique: bool = False
) -> None:
    condition = sa.text(where)
    op.create_index(
        name, table, columns, unique=unique, postgresql_where=condition, sqlite_where=condition
    )


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("subject", sa.String(96), nullable=False),
        sa.Column("recipient", sa.String(64), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("activity_id", sa.Text(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sa.UniqueConstraint(
            "conversation_id", "activity_id", name="uq_deliveries_conversation_id_activity_id"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_deliveries_recipient_kind_id", "deliveries", ["recipient", "kind", "id"])
    op.create_index("ix_deliveries_subject", "deliveries", ["subject"])


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("dedup_key", sa.Text(), nullable=True),
        sa.Column("lane", sa.SmallInteger(), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("subject", sa.String(96), nullable=False),
        sa.Column("recipient", sa.String(64), nullable=False),
        sa.Column("doubt", sa.String(32), nullable=False),
        sa.Column("delivery_id", NUMBER, nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("queued_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", MOMENT, nullable=True),
        sa.Column("lease_token", sa.String(32), nullable=True),
        sa.Column("repeat", sa.Boolean(), nullable=False),
        sa.Column("error_class", sa.String(64), nullable=True),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name="fk_outbox_delivery_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("dedup_key", name="uq_outbox_dedup_key"),
        sqlite_autoincrement=True,
    )
    _index_where("ix_outbox_dead", "outbox", ["recipient"], "state = 'dead'")
    _index_where(
        "ix_outbox_in_line",
        "outbox",
        ["recipient", "lane", "id"],
        "state IN ('waiting', 'sending')",
    )
    _index_where("ix_outbox_sending", "outbox", ["lease_until"], "state = 'sending'")
    op.create_index("ix_outbox_subject_recipient", "outbox", ["subject", "recipient"])
    _index_where("ix_outbox_unknown", "outbox", ["changed_at"], "state = 'unknown'")
    _index_where("ix_outbox_waiting", "outbox", ["lane", "due_at", "id"], "state = 'waiting'")


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("channel", sa.String(64), nullable=False),
        sa.Column("conversation", sa.Text(), nullable=False),
        sa.Column("activity", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("channel", "conversation", "activity", "action", name="pk_inbox"),
    )
    op.create_index("ix_inbox_seen_at", "inbox", ["seen_at"])


def _focuses() -> None:
    op.create_table(
        "focuses",
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("subject", sa.String(96), nullable=False),
        sa.Column("delivery_id", NUMBER, nullable=True),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_focuses"),
    )


def _trail() -> None:
    op.create_table(
        "trail",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("subject", sa.String(96), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("before", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_trail"),
        sa.UniqueConstraint("subject", "seq", name="uq_trail_subject_seq"),
    )
