"""Why an audit was extended, cancelled or given away; good practice that managers name."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "audit_remarks",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("audit_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_audit_remarks_audit_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_audit_remarks_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_audit_remarks"),
    )
    op.create_index("ix_audit_remarks_audit_id", "audit_remarks", ["audit_id"])
    op.create_table(
        "examples",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("programme", sa.String(64), nullable=False),
        sa.Column("asked_of", sa.String(64), nullable=False),
        sa.Column("asked_by", sa.String(64), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("case_ref", sa.String(64), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["asked_of"], ["people.id"], name="fk_examples_asked_of"),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name="fk_examples_asked_by"),
        sa.PrimaryKeyConstraint("id", name="pk_examples"),
        sqlite_autoincrement=True,
    )
    asked = sa.text("state = 'asked'")
    op.create_index(
        "uq_examples_asked",
        "examples",
        ["programme", "asked_of"],
        unique=True,
        postgresql_where=asked,
        sqlite_where=asked,
    )


def downgrade() -> None:
    op.drop_table("examples")
    op.drop_table("audit_remarks")
