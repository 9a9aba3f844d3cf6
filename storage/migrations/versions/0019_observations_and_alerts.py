"""Observations with their plans; alerts between professionals with their steps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

# types as they are now: what the code calls them later must change nothing here
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _plans()
    _observations()
    _alerts()
    _parties_and_steps()


def _plans() -> None:
    op.create_table(
        "observation_plans",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("theme", sa.String(300), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_observation_plans"),
        sa.UniqueConstraint("rule", "period", name="uq_observation_plans_rule_period"),
        sqlite_autoincrement=True,
    )


def _observations() -> None:
    table = "observations"
    op.create_table(
        table,
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("observer", sa.String(64), nullable=False),
        sa.Column("observed", sa.String(64)),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(64), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.Column("plan_id", NUMBER),
        sa.Column("audit_id", NUMBER),
        sa.Column("kind", sa.String(160), nullable=False),
        sa.Column("seen_on", sa.Date()),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("returned_at", MOMENT),
        sa.Column("read_at", MOMENT),
        sa.Column("version", sa.Integer(), nullable=False),
        *(_of_people(table, name) for name in ("observer", "observed")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["observation_plans.id"], name="fk_observations_plan_id"
        ),
        sa.ForeignKeyConstraint(["audit_id"], ["audits.id"], name="fk_observations_audit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_observations"),
        sqlite_autoincrement=True,
    )
    _index("uq_observations_owed", table, ["rule", "period", "slot"], "slot <> ''", unique=True)
    op.create_index("ix_observations_observer", table, ["observer"])
    _index("ix_observations_observed", table, ["observed"], "observed IS NOT NULL")
    _index("ix_observations_plan_id", table, ["plan_id"], "plan_id IS NOT NULL")


def _alerts() -> None:
    op.create_table(
        "alerts",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("raised_by", sa.String(64), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("tone", sa.String(32), nullable=False),
        sa.Column("case_ref", sa.String(64)),
        sa.Column("theme", sa.String(300), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("concern", sa.Text(), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("raised_at", MOMENT),
        sa.Column("due_on", sa.Date()),
        sa.Column("offered_at", MOMENT),
        sa.Column("closed_at", MOMENT),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _of_people("alerts", "raised_by"),
        sa.ForeignKeyConstraint(["case_ref"], ["cases.ref"], name="fk_alerts_case_ref"),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
        sqlite_autoincrement=True,
    )
    _index("ix_alerts_waiting", "alerts", ["due_on"], "state = 'waiting'")
    _index("ix_alerts_draft", "alerts", ["raised_by"], "state = 'draft'")
    _index("ix_alerts_raised_at", "alerts", ["raised_at"], "raised_at IS NOT NULL")


def _parties_and_steps() -> None:
    op.create_table(
        "alert_parties",
        sa.Column("alert_id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name="fk_alert_parties_alert_id"),
        _of_people("alert_parties", "person_id"),
        sa.PrimaryKeyConstraint("alert_id", "person_id", name="pk_alert_parties"),
    )
    op.create_index("ix_alert_parties_person_id", "alert_parties", ["person_id"])
    op.create_table(
        "alert_steps",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("alert_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(64), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name="fk_alert_steps_alert_id"),
        _of_people("alert_steps", "person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_alert_steps"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_alert_steps_alert_id", "alert_steps", ["alert_id"])


def _of_people(table: str, name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], ["people.id"], name=f"fk_{table}_{name}")


def _index(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(
        name,
        table,
        columns,
        unique=unique,
        postgresql_where=condition,
        sqlite_where=condition,
    )


def downgrade() -> None:
    for table in ("alert_steps", "alert_parties", "alerts", "observations", "observation_plans"):
        op.drop_table(table)
