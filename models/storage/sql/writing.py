"""Locking before the first write, so that what was read is still true when it is written."""

import sqlite3
from typing import cast

from models.storage import Db


def begin_writing(db: Db) -> None:
    """Take the lock of an SQLite file for the rest of the unit of work; on PostgreSQL do nothing.

    SQLite locks no rows. Without this the lock would come with the first row that is written, and
    what was read before might have changed in between.
    """
    connection = db.connection()
    if connection.dialect.name != "sqlite":
        return
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    if not driver.in_transaction:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
