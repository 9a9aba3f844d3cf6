"""What a piece of feedback is about; and the words that the library knows, for mistyped ones."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "voices", sa.Column("theme", sa.String(64), server_default=sa.text("''"), nullable=False)
    )
    if op.get_bind().dialect.name == "sqlite":  # PostgreSQL reads them with ts_stat
        op.execute(
            "CREATE VIRTUAL TABLE library_words_known USING fts5vocab('library_words', 'row')"
        )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE library_words_known")
    op.drop_column("voices", "theme")
