"""What is typed and not sent stands in a table of its own: it is no record and has no place in the log."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.String(64)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "draft",
        sa.Column("person", KEY, nullable=False),
        sa.Column("form", KEY, nullable=False),
        sa.Column("field", KEY, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("before", KEY, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary),
        sa.PrimaryKeyConstraint("person", "form", "field", name="pk_draft"),
    )
