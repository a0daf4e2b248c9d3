"""The only room that knows a database."""

from sqlalchemy.orm import Session

# An open unit of work.
Db = Session
