"""Nominations, the library, and an index of its words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

PEOPLE = {
    "nominations": ("nominator", "nominee", "verifier"),
    "nomination_notes": ("person_id",),
    "library_entries": ("nominee", "verifier", "withdrawn_by"),
}
# stems without their order, and no text beside them
ON_SQLITE = """
    CREATE VIRTUAL TABLE library_words
    USING fts5(words, content='', detail=none, tokenize='porter unicode61')
"""
ON_POSTGRESQL = """
    CREATE TABLE library_words (
        entry_id bigint NOT NULL
            CONSTRAINT pk_library_words PRIMARY KEY
            CONSTRAINT fk_library_words_entry_id REFERENCES library_entries (id),
        words tsvector NOT NULL
    )
"""


def upgrade() -> None:
    _nominations()
    _notes()
    _entries()
    _words()


def _words() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(ON_SQLITE)
        return
    op.execute(ON_POSTGRESQL)
    op.execute("CREATE INDEX ix_library_words_words ON library_words USING gin (words)")


def _nominations() -> None:
    op.create_table(
        "nominations",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("rule", sa.String(60), nullable=False),
        sa.Column("nominator", sa.String(64), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("said_who", sa.Text(), nullable=False),
        sa.Column("nominee", sa.String(64)),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("audit_id", NUMBER),
        sa.Column("apart", sa.Boolean(), nullable=False),
        sa.Column("endorses", NUMBER),
        sa.Column("verifier", sa.String(64)),
        sa.Column("due_on", sa.Date()),
        sa.Column("sent_at", MOMENT),
        sa.Column("decided_at", MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        *_people("nominations"),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_nominations_audit_id"),
        sa.ForeignKeyConstraint(["endorses"], ["nominations.id"], name="fk_nominations_endorses"),
        sa.PrimaryKeyConstraint("id", name="pk_nominations"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_nominations_nominee", "nominations", ["nominee"])
    _index("ix_nominations_open", "nominations", "verifier", "state IN ('waiting', 'queried')")
    _index("ix_nominations_draft", "nominations", "nominator", "state = 'draft'")


def _notes() -> None:
    op.create_table(
        "nomination_notes",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("nomination_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        *_people("nomination_notes"),
        sa.ForeignKeyConstraint(
            ["nomination_id"], ["nominations.id"], name="fk_nomination_notes_nomination_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_nomination_notes"),
    )
    op.create_index("ix_nomination_notes_nomination_id", "nomination_notes", ["nomination_id"])
    once = sa.text("kind = 'endorsed'")
    op.create_index(
        "ix_nomination_notes_endorsed",
        "nomination_notes",
        ["nomination_id", "person_id"],
        unique=True,
        postgresql_where=once,
        sqlite_where=once,
    )


def _entries() -> None:
    op.create_table(
        "library_entries",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("nomination_id", NUMBER, nullable=False),
        sa.Column("rule", sa.String(60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("area", sa.String(60), nullable=False),
        sa.Column("service", sa.String(128), nullable=False),
        sa.Column("nominee", sa.String(64), nullable=False),
        sa.Column("verifier", sa.String(64), nullable=False),
        sa.Column("kept_on", sa.Date(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("withdrawn_by", sa.String(64)),
        sa.Column("version", sa.Integer(), nullable=False),
        *_people("library_entries"),
        sa.ForeignKeyConstraint(
            ["nomination_id"], ["nominations.id"], name="fk_library_entries_nomination_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_library_entries"),
        sa.UniqueConstraint("nomination_id", name="uq_library_entries_nomination_id"),
        sqlite_autoincrement=True,
    )
    _index("ix_library_entries_live", "library_entries", "kept_on", "withdrawn_by IS NULL")


def _people(table: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([name], ["people.id"], name=f"fk_{table}_{name}")
        for name in PEOPLE[table]
    ]


def _index(name: str, table: str, column: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, [column], postgresql_where=condition, sqlite_where=condition)


def downgrade() -> None:
    for table in ("library_words", "library_entries", "nomination_notes", "nominations"):
        op.drop_table(table)
