"""What follows from a final grade."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PARTIAL = {
    "ix_follow_ups_opens_on": ("opens_on", "state = 'waiting'"),
    "ix_follow_ups_again_on": ("again_on", "again_on IS NOT NULL"),
    "ix_follow_ups_re_audit_id": ("re_audit_id", "re_audit_id IS NOT NULL"),
    "ix_follow_ups_recommended": ("programme", "kind = 'recommendation'"),
}


def upgrade() -> None:
    _steps()
    _parties()
    _replies()


def _steps() -> None:
    op.create_table(
        "follow_ups",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("rule", sa.String(160), nullable=False),
        sa.Column("once", sa.String(255), nullable=False),
        sa.Column("programme", sa.String(80), nullable=False),
        sa.Column("audit_id", NUMBER, nullable=False),
        sa.Column("case_ref", sa.String(64), nullable=False),
        sa.Column("because", sa.JSON(), nullable=False),
        sa.Column("about", sa.String(64)),
        sa.Column("team", sa.String(128), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("again_on", sa.Date()),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("opened_at", MOMENT),
        sa.Column("closed_at", MOMENT),
        sa.Column("re_audit_id", NUMBER),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_follow_ups_audit_id"),
        sa.ForeignKeyConstraint(["case_ref"], ["cases.ref"], name="fk_follow_ups_case_ref"),
        sa.ForeignKeyConstraint(["about"], ["people.id"], name="fk_follow_ups_about"),
        sa.ForeignKeyConstraint(["re_audit_id"], ["audits.id"], name="fk_follow_ups_re_audit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_follow_ups"),
        sa.UniqueConstraint("once", name="uq_follow_ups_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_follow_ups_audit_id", "follow_ups", ["audit_id"])
    for name, (column, where) in PARTIAL.items():
        condition = sa.text(where)
        op.create_index(
            name, "follow_ups", [column], postgresql_where=condition, sqlite_where=condition
        )


def _parties() -> None:
    op.create_table(
        "follow_up_parties",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("follow_up_id", NUMBER, nullable=False),
        sa.Column("part", sa.String(64), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_ups.id"], name="fk_follow_up_parties_follow_up_id"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_follow_up_parties_person_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_follow_up_parties"),
        sa.UniqueConstraint(
            "follow_up_id",
            "part",
            "person_id",
            name="uq_follow_up_parties_follow_up_id_part_person_id",
        ),
    )


def _replies() -> None:
    op.create_table(
        "follow_up_replies",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("follow_up_id", NUMBER, nullable=False),
        sa.Column("part", sa.String(64), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(32), nullable=False),
        sa.Column("day", sa.Date()),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_ups.id"], name="fk_follow_up_replies_follow_up_id"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name="fk_follow_up_replies_person_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_follow_up_replies"),
    )
    op.create_index("ix_follow_up_replies_follow_up_id", "follow_up_replies", ["follow_up_id"])


def downgrade() -> None:
    op.drop_table("follow_up_replies")
    op.drop_table("follow_up_parties")
    op.drop_table("follow_ups")
