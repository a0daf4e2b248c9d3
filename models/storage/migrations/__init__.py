"""The migrations of the database in order; run by `models.storage.engine.migrate`."""
