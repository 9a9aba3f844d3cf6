"""What children and families said, word for word, with earlier editions of the words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _voices()
    _index("audit_id", ["audit_id"], "audit_id IS NOT NULL")
    _index("source", ["source", "said_on"], "source <> ''")
    _index("draft", ["noted_by"], "state = 'draft'")
    _answers()


def _voices() -> None:
    op.create_table(
        "voices",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("speaker", sa.String(32), nullable=False),
        sa.Column("noted_by", sa.String(64), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("audit_id", NUMBER),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("case_ref", sa.String(64)),
        sa.Column("practitioner", sa.String(64)),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("how", sa.String(160), nullable=False),
        sa.Column("medium", sa.Text(), nullable=False),
        sa.Column("help", sa.Text(), nullable=False),
        sa.Column("agreed", sa.Boolean()),
        sa.Column("wished", sa.Boolean()),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("rating", sa.Integer()),
        sa.Column("worry", sa.String(32), nullable=False),
        sa.Column("worried", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("tried", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Date()),
        sa.ForeignKeyConstraint(["noted_by"], ["people.id"], name="fk_voices_noted_by"),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_voices_audit_id"),
        sa.ForeignKeyConstraint(["case_ref"], ["cases.ref"], name="fk_voices_case_ref"),
        sa.ForeignKeyConstraint(["practitioner"], ["people.id"], name="fk_voices_practitioner"),
        sa.PrimaryKeyConstraint("id", name="pk_voices"),
        sqlite_autoincrement=True,
    )


def _answers() -> None:
    op.create_table(
        "voice_answers",
        sa.Column("voice_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("edition", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("question", sa.String(300), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["voice_id"], ["voices.id"], name="fk_voice_answers_voice_id"),
        sa.PrimaryKeyConstraint("voice_id", "number", "edition", name="pk_voice_answers"),
    )


def _index(name: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(
        f"ix_voices_{name}",
        "voices",
        columns,
        postgresql_where=condition,
        sqlite_where=condition,
    )


def downgrade() -> None:
    op.drop_table("voice_answers")
    op.drop_table("voices")
