"""Alembic's entry: the connection comes from ``newsextract.store.schema``, which holds the lock over it."""

from alembic import context

from newsextract.store.tables import metadata, schema_version

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=schema_version.name,
    transactional_ddl=False,  # the transaction around all of this is ours
)
with context.begin_transaction():
    context.run_migrations()
