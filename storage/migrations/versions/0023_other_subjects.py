"""Audits of teams, settings, supervision and samples; templates of a cycle; noticed events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _text("cases", "kind", sa.String(32), "record")
    op.add_column("cases", sa.Column("records", sa.JSON(), nullable=False, server_default="[]"))
    _index("ix_cases_beside", "cases", "ref", "kind <> 'record'")
    _text("proposals", "theme", sa.Text(), "")
    _text("proposals", "template", sa.Text(), "")
    _text("cycles", "template", sa.Text(), "")
    op.create_table(
        "case_events",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("case_ref", sa.String(64), nullable=False),
        sa.Column("noticed_on", sa.Date(), nullable=False),
        sa.Column("done_at", MOMENT),
        sa.ForeignKeyConstraint(["case_ref"], ["cases.ref"], name="fk_case_events_case_ref"),
        sa.PrimaryKeyConstraint("id", name="pk_case_events"),
        sa.UniqueConstraint(
            "kind", "case_ref", "noticed_on", name="uq_case_events_kind_case_ref_noticed_on"
        ),
        sqlite_autoincrement=True,
    )
    _index("ix_case_events_waiting", "case_events", "id", "done_at IS NULL")


def _text(table: str, name: str, kind: sa.types.TypeEngine[str], value: str) -> None:
    op.add_column(table, sa.Column(name, kind, nullable=False, server_default=value))


def _index(name: str, table: str, column: str, where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, table, [column], postgresql_where=condition, sqlite_where=condition)


def downgrade() -> None:
    op.drop_table("case_events")
    for table, name in (
        ("cycles", "template"),
        ("proposals", "template"),
        ("proposals", "theme"),
    ):
        op.drop_column(table, name)
    op.drop_index("ix_cases_beside", "cases")
    op.drop_column("cases", "records")
    op.drop_column("cases", "kind")
