"""The steps by which the tables became what they are; run by `models.storage.engine.migrate`."""
