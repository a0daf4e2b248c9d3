"""The share of arrows where nothing changed, and where something did, by simulation."""

from functools import cache

import pytest
from scipy import stats

from survey.statistics.change import SMALLEST_ARROW, changes
from tests.examples import examples
from tests.survey.statistics.answering_anew import two_waves

RATES = (0.40, 0.75, 0.95)


@cache
def cells(rate, gain=0.0):
    """The changes of many sections, each on a page of its own and twenty of them on one."""
    sections = examples(400, thorough=8000)
    waves = two_waves(sections, rate, seed=1, gain=gain)
    table = changes(
        waves.before,
        waves.after,
        basis_before=waves.basis,
        basis_after=waves.basis,
        mapped=frozenset(waves.basis.staff),
    )
    section = table["unit_id"].astype(int)
    return table.assign(own=section, leadership=section // 20)


def arrows(table, page):
    """A mask of the cells that have an arrow when those of a page are judged together."""
    sure = table.groupby(page)["p"].transform(stats.false_discovery_control) <= 0.05
    return sure & (table["difference"].abs() >= SMALLEST_ARROW)


def pages_with_arrows(rate, page):
    table = cells(rate)
    return arrows(table, page).groupby(table[page]).any()


@pytest.mark.parametrize("page", ["own", "leadership"])
@pytest.mark.parametrize("rate", RATES)
def test_at_most_a_twentieth_of_pages_have_an_arrow_where_nothing_changed(rate, page):
    pages = pages_with_arrows(rate, page)
    assert pages.mean() <= 0.05


@pytest.mark.parametrize(("rate", "power"), [(0.40, 0.08), (0.75, 0.45), (0.95, 0.78)])
def test_a_true_change_of_ten_is_found_in_most_sections_where_most_answered(rate, power):
    table = cells(rate, gain=10.0)
    of_dimensions = table["measure"] == "TRU"
    assert arrows(table, "own")[of_dimensions].mean() >= power
