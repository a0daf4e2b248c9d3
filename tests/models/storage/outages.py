"""A write to a database that may be away, and the sentence it is refused with."""

import pytest

from models.errors import DatabaseUnavailable
from models.storage import marks
from models.storage.engine import unit_of_work


def write(engine, value="x"):
    with unit_of_work(engine) as db:
        marks.put(db, "name", value)


def sentence(work, *arguments):
    with pytest.raises(DatabaseUnavailable) as problem:
        work(*arguments)
    return problem.value.message
