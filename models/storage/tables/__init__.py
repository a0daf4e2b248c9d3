"""The tables of the database."""

from models.storage.tables import results, tables

# Loading any table loads them all: `Base.metadata` is never half of the database.
MODULES = (results, tables)
