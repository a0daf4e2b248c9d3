from math import inf, nan

import pytest

from models.storage.tables.answers import ResponseRow
from models.storage.tables.organisation import UnitRow
from models.storage.tables.steering import ObservationRow, TargetRow
from models.storage.whole.value_kinds import strange_column

KINDS = {
    (UnitRow, "staff"): ([0, 7, None], ["mange", "7", 1.5, True, [7]]),
    (UnitRow, "name"): (["", "7", None], [7, ["a"], {"a": 1}, False]),
    (ObservationRow, "value"): ([5, 5.5, -1e300, None], ["5", nan, inf, True]),
    (ObservationRow, "ref"): (["2026-03-12", None], ["2026-02-30", "12.3.2026", "20260312", 2026]),
    (TargetRow, "sticky"): ([True, False, None], [1, "true", 0.0]),
    (ResponseRow, "answers"): (["{}"], [{}, 0]),
}


@pytest.mark.parametrize(("row", "column"), KINDS)
def test_each_kind_of_column_takes_values_of_its_own_kind_and_no_other(row, column):
    ours, others = KINDS[row, column]

    def strange(*values):
        return strange_column(row.__table__, [column], [[value] for value in values])

    assert strange(*ours) is None
    assert [value for value in others if strange(*ours, value) != column] == []


def test_a_table_without_rows_has_no_strange_column():
    assert strange_column(UnitRow.__table__, ["id", "staff"], []) is None
