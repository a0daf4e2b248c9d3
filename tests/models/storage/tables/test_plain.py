import pytest
from sqlalchemy import Text

from models.storage import units
from models.storage.tables.base import Base
from models.storage.tables.plain import PlainText
from survey.asking.organisation import Unit


def text_columns():
    columns = [column for table in Base.metadata.tables.values() for column in table.columns]
    return [column for column in columns if isinstance(column.type, Text | PlainText)]


def test_every_text_column_stores_plain_text():
    assert len(text_columns()) > 50
    assert [str(c) for c in text_columns() if not isinstance(c.type, PlainText)] == []


@pytest.mark.measured
def test_what_is_written_past_every_door_is_composed_and_visible(any_db):
    units.replace(any_db, (Unit("A\u030a\u200b1", None, "Nord\xa0Vest", "region", 40),))
    assert units.all_units(any_db) == (Unit("Å1", None, "Nord Vest", "region", 40),)


def test_a_blank_that_means_missing_stays_missing(any_db):
    units.replace(any_db, (Unit("A1", None, "Nord", "region", None),))
    assert units.all_units(any_db)[0].parent_id is None
