from dataclasses import replace

import numpy as np
import pandas as pd
import pingouin as pg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import t as student
from statsmodels.stats.multitest import multipletests

from survey.asking.organisation import join_units
from survey.statistics.change import COLUMNS, WaveBasis, changes, mapped_units
from tests.examples import examples
from tests.survey.builders import a_tree, trees

SD, LASTING = 19.0, 0.8
# Two waves of thirty answers.
LIMIT = student(58).ppf(0.975)
DIMENSIONS = ["TRU", "RIS", "LED", "ANE", "KOM", "STO", "SAM", "BRU"]


def cell(unit_id="1", measure="TRU", n=30.0, mean=50.0, **more):
    place = {"family": "organisation", "unit_id": unit_id, "group": "", "measure": measure}
    return place | {"n": n, "mean": mean, "n_eff": n} | more


def changes_of(before, after, *, staff=None, sd=None, sd_before=None, mapped=frozenset("123")):
    staff = {"1": 40, "2": 40, "3": None} if staff is None else staff
    sd = {"TRU": SD, "RIS": SD} if sd is None else sd
    earlier, later = (
        WaveBasis(spread, {"TRU": LASTING}, staff)
        for spread in (sd if sd_before is None else sd_before, sd)
    )
    before, after = pd.DataFrame(before), pd.DataFrame(after)
    return changes(before, after, basis_before=earlier, basis_after=later, mapped=mapped)


def change_of(before, after, **more):
    return changes_of([cell(**before)], [cell(**after)], **more).iloc[0]


def test_a_true_change_of_twelve_in_one_unit_is_found_among_2400():
    units = [(str(unit), measure) for unit in range(300) for measure in DIMENSIONS]
    random = np.random.default_rng(4)
    before = pd.DataFrame(
        [cell(*place, n=90.0, mean=float(random.integers(53, 58))) for place in units]
    )
    gain = pd.Series(0.0, index=before.index).where(before.index != 0, 12.0)
    table = changes_of(
        before,
        before.assign(mean=before["mean"] + gain),
        staff={str(unit): 120 for unit in range(300)},
        sd=dict.fromkeys(DIMENSIONS, SD),
        mapped=frozenset(before["unit_id"]),
    )
    arrows = table[table["arrow"] != 0]
    assert list(zip(arrows["unit_id"], arrows["measure"], strict=True)) == [units[0]]


def test_a_difference_is_that_of_two_samples_of_people_who_answer_anew_and_of_rounding():
    row = change_of({"mean": 50.0}, {"mean": 61.0})
    silent, answered = 1 - 30 / 40, 30 / 40
    variance = 2 * (silent * SD**2 / 30 + answered * (1 - LASTING) * SD**2 / 30 + 1 / 12)
    assert row["difference"] == 11
    assert row["p"] == pytest.approx(2 * student(58).cdf(-11 / variance**0.5))
    assert row["high"] - row["low"] == pytest.approx(2 * LIMIT * variance**0.5)


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
    variance = 2 * ((1 - LASTING * 15 / 40) * SD**2 / 15 + 1 / 12)
    assert fewer["high"] == pytest.approx(LIMIT * variance**0.5)
    assert change_of({"n_eff": np.nan}, {})["high"] == change_of({}, {})["high"]


def test_unknown_staff_takes_no_correction_and_makes_the_interval_wider():
    assert change_of({}, {}, staff={})["high"] > change_of({}, {})["high"]


def test_when_everybody_answered_both_times_they_still_do_not_answer_alike():
    variance = 2 * ((1 - LASTING) * SD**2 / 30 + 1 / 12)
    assert change_of({}, {}, staff={"1": 30})["high"] == pytest.approx(LIMIT * variance**0.5)


def test_a_measure_of_unknown_reliability_counts_as_answered_by_chance():
    unknown = change_of({"measure": "RIS"}, {"measure": "RIS"})
    assert unknown["high"] == pytest.approx(LIMIT * (2 * (SD**2 / 30 + 1 / 12)) ** 0.5)


def test_each_wave_has_its_own_spread():
    row = change_of({}, {"mean": 60.0}, sd_before={"TRU": 7.0}, sd={"TRU": 17.0})
    assert row["g"] == pytest.approx(10 / 13 * (1 - 3 / (4 * 58 - 1)))


def test_only_what_both_releases_publish_of_a_unit_that_may_be_followed_is_compared():
    before = [cell("1"), cell("2"), cell("9"), cell("1", "RIS"), cell("3", mean=np.nan)]
    after = [cell("1"), cell("9"), cell("3"), cell("1", "LED"), cell("1", "RIS", group="Læge")]
    table = changes_of(before, after)
    assert list(zip(table["unit_id"], table["measure"], strict=True)) == [("1", "TRU")]


@pytest.mark.parametrize("sd", [{}, {"TRU": np.nan}, {"TRU": 0.0}])
def test_a_measure_without_a_spread_in_both_waves_is_left_out(sd):
    table = changes_of([cell()], [cell()], sd=sd)
    assert table.empty
    assert changes_of([cell()], [cell()], sd_before=sd).empty
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
