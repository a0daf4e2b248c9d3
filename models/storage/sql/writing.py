"""Locking before the first write, so that what was read is still true when it is written."""

import sqlite3
from typing import cast

from models.storage import Db
from models.storage.tables.base import Base


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


def lock_table(db: Db, row: type[Base]) -> None:
    """Let nobody else write into a table until the unit of work ends; reading goes on.

    For what is compared with the whole table before it is written, where no row could be locked
    because there is none yet. On SQLite the whole file is locked.
    """
    begin_writing(db)
    connection = db.connection()
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(f"LOCK TABLE {row.__tablename__} IN SHARE ROW EXCLUSIVE MODE")
