"""Actions, and everything that was said of each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _columns() -> list[sa.Column[object]]:
    return [
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("rule", sa.String(80), nullable=False),
        sa.Column("origin", sa.String(32), nullable=False),
        sa.Column("source", sa.String(96)),
        sa.Column("once", sa.String(160)),
        sa.Column("audit_id", NUMBER),
        sa.Column("area", sa.Integer()),
        sa.Column("case_ref", sa.String(64)),
        sa.Column("team", sa.String(128), nullable=False),
        sa.Column("service", sa.String(128), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("done_when", sa.Text(), nullable=False),
        sa.Column("tag", sa.String(200), nullable=False),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("added_by", sa.String(64), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("latest_on", sa.Date()),
        sa.Column("asked_due", sa.Date()),
        sa.Column("look_on", sa.Date()),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("out_at", MOMENT),
        sa.Column("closed_at", MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
    ]


def upgrade() -> None:
    op.create_table(
        "actions",
        *_columns(),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_actions_audit_id"),
        sa.ForeignKeyConstraint(["case_ref"], ["cases.ref"], name="fk_actions_case_ref"),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name="fk_actions_owner"),
        sa.ForeignKeyConstraint(["added_by"], ["people.id"], name="fk_actions_added_by"),
        sa.PrimaryKeyConstraint("id", name="pk_actions"),
        sa.UniqueConstraint("once", name="uq_actions_once"),
        sqlite_autoincrement=True,
    )
    for column in ("look_on", "audit_id"):
        condition = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_actions_{column}",
            "actions",
            [column],
            postgresql_where=condition,
            sqlite_where=condition,
        )
    op.create_index("ix_actions_state", "actions", ["state"])
    _notes()


def _notes() -> None:
    op.create_table(
        "action_notes",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("action_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("day", sa.Date()),
        sa.Column("ticks", sa.JSON(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name="fk_action_notes_action_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_action_notes_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_action_notes"),
    )
    op.create_index("ix_action_notes_action_id", "action_notes", ["action_id"])


def downgrade() -> None:
    op.drop_table("action_notes")
    op.drop_table("actions")
