"""The stamp of the staff list, so that a process knows whether what it has of it still holds."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

WATCHED = ("people", "absences")

# a random stamp and no number: a restored backup may count up to the same number again
SQLITE = "UPDATE directory SET stamp = lower(hex(randomblob(16))) WHERE id = 1"
POSTGRESQL = "UPDATE directory SET stamp = replace(gen_random_uuid()::text, '-', '') WHERE id = 1"


def upgrade() -> None:
    op.create_table(
        "directory",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("stamp", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_directory"),
    )
    op.execute("INSERT INTO directory (id, stamp) VALUES (1, '')")
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    op.execute(SQLITE if on_sqlite else POSTGRESQL)
    if on_sqlite:
        _watch_on_sqlite()
    else:
        _watch_on_postgresql()


def downgrade() -> None:
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for table in WATCHED:
        if not on_sqlite:
            op.execute(f"DROP TRIGGER {table}_stamp ON {table}")
            continue
        for change in ("insert", "update", "delete"):
            op.execute(f"DROP TRIGGER {table}_{change}_stamp")
    if not on_sqlite:
        op.execute("DROP FUNCTION stamp_directory()")
    op.drop_table("directory")


def _watch_on_sqlite() -> None:
    for table in WATCHED:
        for change in ("insert", "update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_{change}_stamp AFTER {change} ON {table} "
                f"BEGIN {SQLITE}; END"
            )


def _watch_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION stamp_directory() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {POSTGRESQL}; RETURN NULL; END $$"
    )
    for table in WATCHED:
        op.execute(
            f"CREATE TRIGGER {table}_stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE "
            f"ON {table} FOR EACH STATEMENT EXECUTE FUNCTION stamp_directory()"
        )
