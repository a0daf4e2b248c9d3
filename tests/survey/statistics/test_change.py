from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pandas as pd
import pingouin as pg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from survey.asking.organisation import join_units
from survey.statistics.change import COLUMNS, changes, mapped_units
from tests.examples import examples
from tests.survey.builders import a_tree, trees

SD = 19.0
DIMENSIONS = ["TRU", "RIS", "LED", "ANE", "KOM", "STO", "SAM", "BRU"]


def cell(unit_id="1", measure="TRU", n=30.0, mean=50.0, **more):
    place = {"family": "organisation", "unit_id": unit_id, "group": "", "measure": measure}
    return place | {"n": n, "mean": mean, "n_eff": n} | more


def changes_of(before, after, *, staff=None, sd=None, mapped=frozenset("123")):
    staff = {"1": 40, "2": 40, "3": None} if staff is None else staff
    before, after = pd.DataFrame(before), pd.DataFrame(after)
    sd = {"TRU": SD, "RIS": SD} if sd is None else sd
    return changes(before, after, sd=sd, staff_before=staff, staff_after=staff, mapped=mapped)


def change_of(before, after, **more):
    return changes_of([cell(**before)], [cell(**after)], **more).iloc[0]


def a_wave_of(random, truth, staff):
    """What three of four answer about means that are what they are, as released."""
    n = np.round(0.75 * staff)
    error = SD * np.sqrt((1 - n / staff) / n)
    means = np.round(truth + random.normal(size=truth.shape) * error[:, None])
    return pd.DataFrame(
        [
            cell(str(unit), measure, n[unit], means[unit, at])
            for unit in range(len(staff))
            for at, measure in enumerate(DIMENSIONS)
        ]
    )


def two_waves(seed, *, unit=0, gain=0.0):
    random = np.random.default_rng(seed)
    staff = random.integers(10, 120, 300).astype(float)
    truth = random.normal(55, 6, (300, len(DIMENSIONS)))
    later = truth.copy()
    later[unit, 0] += gain
    people = {str(unit): size for unit, size in enumerate(staff)}
    return changes(
        a_wave_of(random, truth, staff),
        a_wave_of(random, later, staff),
        sd=dict.fromkeys(DIMENSIONS, SD),
        staff_before=people,
        staff_after=people,
        mapped=frozenset(people),
    ), staff


def test_where_nothing_changed_hardly_any_of_a_thousand_arrows_is_left():
    # Benjamini and Hochberg let one through in one of twenty such waves; three are the 98 % limit.
    tables = [two_waves(seed)[0] for seed in range(20)]
    naive = [(table["p"] < 0.05) & (table["difference"].abs() >= 5) for table in tables]
    assert sum(table.sum() for table in naive) > 1000
    assert sum((table["arrow"] != 0).sum() for table in tables) <= 3


def test_a_true_change_of_twelve_in_one_unit_is_found_among_2400():
    _, staff = two_waves(4)
    large = int(staff.argmax())
    table, _ = two_waves(4, unit=large, gain=12.0)
    arrows = table[table["arrow"] != 0]
    assert list(zip(arrows["unit_id"], arrows["measure"], strict=True)) == [(str(large), "TRU")]


def test_a_difference_is_that_of_two_samples_out_of_their_staff_and_of_rounding():
    row = change_of({"mean": 50.0}, {"mean": 61.0})
    variance = 2 * (SD**2 * (1 - 30 / 40) / 30 + 1 / 12)
    assert row["difference"] == 11
    assert row["p"] == pytest.approx(2 * NormalDist().cdf(-11 / variance**0.5))
    assert row["high"] - row["low"] == pytest.approx(2 * 1.959964 * variance**0.5)


def test_an_effect_is_that_of_pingouin():
    random = np.random.default_rng(0)
    earlier, later = random.normal(size=30), random.normal(size=30)
    spread = np.sqrt((earlier.var(ddof=1) + later.var(ddof=1)) / 2)
    expected = pg.compute_effsize(later, earlier, eftype="hedges")
    row = change_of({"mean": earlier.mean()}, {"mean": later.mean()}, sd={"TRU": spread})
    assert row["g"] == pytest.approx(expected)


@settings(max_examples=examples(10, thorough=200))
@given(st.lists(st.integers(20, 80), min_size=1, max_size=30))
def test_what_is_significant_is_so_by_benjamini_and_hochberg(means):
    units = [str(at) for at in range(len(means))]
    before = [cell(unit) for unit in units]
    after = [cell(unit, mean=float(mean)) for unit, mean in zip(units, means, strict=True)]
    table = changes_of(before, after, mapped=frozenset(units))
    expected, *_ = multipletests(table["p"], alpha=0.05, method="fdr_bh")
    assert list(table["significant"]) == list(expected)


@pytest.mark.parametrize(("mean", "arrow"), [(54, 0), (55, 1), (46, 0), (45, -1), (50, 0)])
def test_an_arrow_needs_five_points_however_sure(mean, arrow):
    row = change_of({"n": 4000.0}, {"n": 4000.0, "mean": mean}, staff={"1": None})
    assert row["significant"] == (mean != 50)
    assert row["arrow"] == arrow


def test_an_arrow_needs_to_be_sure_however_many_points():
    row = change_of({"n": 6.0}, {"n": 6.0, "mean": 65.0}, staff={"1": 60})
    assert (row["difference"], row["significant"], row["arrow"]) == (15, False, 0)


def test_weights_count_by_what_they_leave_of_the_people():
    fewer = change_of({"n_eff": 15.0}, {"n_eff": 15.0})
    assert fewer["high"] == change_of({"n": 15.0}, {"n": 15.0})["high"]
    assert change_of({"n_eff": np.nan}, {})["high"] == change_of({}, {})["high"]


def test_unknown_staff_takes_no_correction_and_makes_the_interval_wider():
    assert change_of({}, {}, staff={})["high"] > change_of({}, {})["high"]


def test_when_everybody_answered_both_times_only_rounding_is_uncertain():
    assert change_of({}, {}, staff={"1": 30})["high"] == pytest.approx(1.959964 * (2 / 12) ** 0.5)


def test_only_what_both_releases_publish_of_a_unit_that_may_be_followed_is_compared():
    before = [cell("1"), cell("2"), cell("9"), cell("1", "RIS"), cell("3", mean=np.nan)]
    after = [cell("1"), cell("9"), cell("3"), cell("1", "LED"), cell("1", "RIS", group="Læge")]
    table = changes_of(before, after)
    assert list(zip(table["unit_id"], table["measure"], strict=True)) == [("1", "TRU")]


@pytest.mark.parametrize("sd", [{}, {"TRU": np.nan}, {"TRU": 0.0}])
def test_a_measure_without_a_spread_is_left_out(sd):
    table = changes_of([cell()], [cell()], sd=sd)
    assert table.empty
    assert list(table.columns) == list(COLUMNS)


def test_a_unit_that_only_moved_is_followed_and_what_lost_or_won_it_is_not():
    before, after = a_tree(0, 0, 1, 1, 2), a_tree(0, 0, 1, 2, 2)
    assert mapped_units(before, after) == {"0", "3", "4", "5"}


def test_a_unit_that_is_new_or_gone_takes_the_trend_from_all_above_but_the_root():
    assert mapped_units(a_tree(0, 1, 0), a_tree(0, 1, 0, 2)) == {"0", "3"}
    assert mapped_units(a_tree(0, 1, 0, 2), a_tree(0, 1, 0)) == {"0", "3"}


def test_a_unit_of_another_kind_is_another_unit():
    before = a_tree(0, 0)
    after = join_units(replace(u, kind="hospital" if u.id == "1" else "") for u in before.units)
    assert mapped_units(before, after) == {"0", "2"}


def test_a_region_under_another_id_is_not_followed():
    before = a_tree()
    assert mapped_units(before, join_units([replace(before.root, id="R")])) == set()


@settings(max_examples=examples(20, thorough=300))
@given(trees())
def test_where_nothing_was_reorganised_every_unit_is_followed(tree):
    assert mapped_units(tree, tree) == {unit.id for unit in tree.units}
