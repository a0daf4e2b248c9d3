"""The only room that knows a database."""

from sqlalchemy.orm import Session as Db

__all__ = ["Db"]
