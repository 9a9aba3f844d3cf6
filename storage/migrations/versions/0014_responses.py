"""Immediate responses and serious incidents, and the ledger of each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

PARTIAL = {"next_at": "next_at IS NOT NULL", "case_ref": "case_ref IS NOT NULL"}


def upgrade() -> None:
    op.create_table(
        "responses",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("rule", sa.String(160), nullable=False),
        sa.Column("sort", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("raised_by", sa.String(64), nullable=False),
        sa.Column("case_ref", sa.String(64)),
        sa.Column("audit_id", NUMBER),
        sa.Column("resumes", sa.String(160), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("spoken_to", sa.Text(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("raised_at", MOMENT),
        sa.Column("since", MOMENT),
        sa.Column("due_at", MOMENT),
        sa.Column("overdue_at", MOMENT),
        sa.Column("next_at", MOMENT),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("review_due", sa.Date()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["raised_by"], ["people.id"], name="fk_responses_raised_by"),
        sa.ForeignKeyConstraint(["case_ref"], ["cases.ref"], name="fk_responses_case_ref"),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_responses_audit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_responses"),
        sqlite_autoincrement=True,
    )
    for column, where in PARTIAL.items():
        _index(column, column, where)
    _index("draft", "raised_by", "state = 'draft'")
    _steps()


def _steps() -> None:
    op.create_table(
        "response_steps",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("response_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("part", sa.String(32), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("once", sa.String(160), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["response_id"], ["responses.id"], name="fk_response_steps_response_id"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_response_steps_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_response_steps"),
        sa.UniqueConstraint("response_id", "once", name="uq_response_steps_response_id_once"),
    )


def _index(name: str, column: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(
        f"ix_responses_{name}",
        "responses",
        [column],
        postgresql_where=condition,
        sqlite_where=condition,
    )


def downgrade() -> None:
    op.drop_table("response_steps")
    op.drop_table("responses")
