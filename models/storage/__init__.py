"""The database: tables, queries and migrations, and the only use of SQLAlchemy."""

from sqlalchemy.orm import Session

# An open unit of work.
Db = Session
