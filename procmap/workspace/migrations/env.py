"""How alembic runs the migrations of a project: on the connection that it is given, in its transaction."""

from alembic import context

from procmap.workspace.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite changes a table by making it anew
)
context.run_migrations()
