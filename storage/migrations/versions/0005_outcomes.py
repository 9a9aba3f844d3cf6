"""What audits came to; audits that differ are with a moderator."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "outcomes",
        sa.Column("audit_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("programme", sa.String(64), nullable=False),
        sa.Column("case_ref", sa.String(64), nullable=False),
        sa.Column("settled", sa.String(32), nullable=False),
        sa.Column("overall", sa.String(64)),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("worker", sa.String(64)),
        sa.Column("team", sa.String(128), nullable=False),
        sa.Column("service", sa.String(128), nullable=False),
        sa.Column("submitted_on", sa.Date(), nullable=False),
        sa.Column("final_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_outcomes_audit_id"),
        sa.ForeignKeyConstraint(["case_ref"], ["cases.ref"], name="fk_outcomes_case_ref"),
        sa.ForeignKeyConstraint(["worker"], ["people.id"], name="fk_outcomes_worker"),
        sa.PrimaryKeyConstraint("audit_id", name="pk_outcomes"),
    )
    op.create_index("ix_outcomes_worker_final_at", "outcomes", ["worker", "final_at"])
    op.create_index("ix_outcomes_team_final_at", "outcomes", ["team", "final_at"])
    op.create_index("ix_outcomes_final_at", "outcomes", ["final_at"])
    op.execute("UPDATE audits SET state = 'moderating' WHERE state = 'differs'")


def downgrade() -> None:
    op.execute("UPDATE audits SET state = 'differs' WHERE state = 'moderating'")
    op.execute("UPDATE audits SET state = 'graded' WHERE state = 'final'")
    op.drop_table("outcomes")
