"""Up to which of its audits the notices and the cards of a cycle have gone out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ADDED = ("noticed_to", "offered_to")


def upgrade() -> None:
    for name in ADDED:
        op.add_column("cycles", sa.Column(name, NUMBER, nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("cycles") as changed:
        for name in ADDED:
            changed.drop_column(name)
