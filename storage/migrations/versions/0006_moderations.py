"""Moderation: why an audit was drawn, who reads it again, what was decided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
HELD = sa.text("state = 'held'")
GRADED = sa.text("state = 'graded'")
TO_OPEN = sa.text("opened_at IS NULL")


def upgrade() -> None:
    op.add_column(
        "seats", sa.Column("panel", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.create_index("ix_seats_held", "seats", ["id"], postgresql_where=HELD, sqlite_where=HELD)
    op.create_index(
        "ix_audits_graded", "audits", ["id"], postgresql_where=GRADED, sqlite_where=GRADED
    )
    _moderations()
    _disputes()
    _views()
    _final_checks()


def _moderations() -> None:
    op.create_table(
        "moderations",
        sa.Column("audit_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=False),
        sa.Column("disagree_by", sa.Date()),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("opens_on", sa.Date()),
        sa.Column("due_on", sa.Date()),
        sa.Column("opened_at", MOMENT),
        sa.Column("quorum", sa.Integer(), nullable=False),
        sa.Column("overall", sa.String(64)),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("wider", sa.Text(), nullable=False),
        sa.Column("agreed", sa.JSON(), nullable=False),
        sa.Column("decided_at", MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_moderations_audit_id"),
        sa.PrimaryKeyConstraint("audit_id", name="pk_moderations"),
    )
    op.create_index(
        "ix_moderations_to_open",
        "moderations",
        ["opens_on"],
        postgresql_where=TO_OPEN,
        sqlite_where=TO_OPEN,
    )


def _disputes() -> None:
    op.create_table(
        "disputes",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("audit_id", NUMBER, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("relation", sa.String(64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_disputes_audit_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_disputes_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_disputes"),
        sa.UniqueConstraint("audit_id", "person_id", name="uq_disputes_audit_id_person_id"),
    )


def _views() -> None:
    op.create_table(
        "views",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("audit_id", NUMBER, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("asked_by", sa.String(64), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_views_audit_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_views_person_id"),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name="fk_views_asked_by"),
        sa.PrimaryKeyConstraint("id", name="pk_views"),
        sa.UniqueConstraint("audit_id", "person_id", name="uq_views_audit_id_person_id"),
        sqlite_autoincrement=True,
    )


def _final_checks() -> None:
    op.create_table(
        "final_checks",
        sa.Column("cycle_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("themes", sa.Text(), nullable=False),
        sa.Column("checked_by", sa.String(64)),
        sa.Column("checked_at", MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cycle_id"], ["cycles.id"], name="fk_final_checks_cycle_id"),
        sa.ForeignKeyConstraint(["checked_by"], ["people.id"], name="fk_final_checks_checked_by"),
        sa.PrimaryKeyConstraint("cycle_id", name="pk_final_checks"),
    )


def downgrade() -> None:
    for table in ("final_checks", "views", "disputes", "moderations"):
        op.drop_table(table)
    op.drop_index("ix_audits_graded", "audits")
    op.drop_index("ix_seats_held", "seats")
    op.drop_column("seats", "panel")
