from math import isnan, nan

import numpy as np
import pandas as pd
import pingouin as pg
import pytest

from survey.asking.instrument import Instrument
from survey.scoring.points import culture_index
from survey.statistics import agreement
from survey.statistics.reliability import (
    COLUMNS,
    ITEM_COLUMNS,
    item_statistics,
    reliability,
    reliability_within,
    stratified_alpha,
)
from tests.survey.builders import CULTURE

TRU, RIS = (CULTURE.dimension(name) for name in ("TRU", "RIS"))


def some_people(people=300, units=20, seed=0):
    """Points of people who see one thing behind each dimension, and the unit of each."""
    random = np.random.default_rng(seed)
    columns = {}
    for dimension in CULTURE.dimensions:
        values = random.normal(3, 1, people)
        for item in dimension.items:
            columns[item.id] = np.clip(np.round(values + random.normal(0, 0.8, people)), 1, 5)
    unit_ids = [f"U{at % units}" for at in range(people)]
    return pd.DataFrame(columns) * 25.0 - 25, pd.Series(unit_ids, dtype="str")


def table_of(points, units, instrument=CULTURE):
    scores = pd.DataFrame(
        {d.id: points.reindex(columns=ids(d)).mean(axis=1) for d in instrument.dimensions}
    )
    scores["index"] = culture_index(scores)
    return reliability(points, scores, units, instrument).set_index("dimension")


def ids(dimension):
    return [item.id for item in dimension.items]


def with_one_item_in_tru():
    definition = CULTURE.model_dump()
    definition["dimensions"][0]["items"] = definition["dimensions"][0]["items"][:1]
    return Instrument.model_validate(definition)


def a_table(**columns):
    return pd.DataFrame({"dimension": ["TRU", "RIS", "index"], "n": 100} | columns)


def test_of_ninety_nine_people_the_index_has_no_coefficient():
    rows = a_table(alpha=[0.8, 0.7, nan], sd_total=[20, 20, 18], sd_within=[20, 20, 18])
    assert isnan(reliability_within(rows.assign(n=99))["index"])


def test_there_is_a_row_for_each_dimension_and_one_for_the_index():
    points, units = some_people()
    rows = table_of(points, units)
    assert list(rows.index) == [*(d.id for d in CULTURE.dimensions), "index"]
    assert list(rows.reset_index().columns) == list(COLUMNS)


def test_alpha_stands_on_those_who_answered_every_item():
    points, units = some_people()
    points.loc[:49, "RIS2"] = np.nan
    expected, _ = pg.cronbach_alpha(points[ids(RIS)].dropna())
    row = table_of(points, units).loc["RIS"]
    assert row["alpha"] == pytest.approx(expected)
    assert row["n"] == 300


def test_coefficients_lie_within_their_intervals():
    rows = table_of(*some_people()).drop(index="index")
    assert rows["alpha"].between(rows["alpha_low"], rows["alpha_high"]).all()
    assert rows["omega"].between(rows["omega_low"], rows["omega_high"]).all()


def test_ninety_nine_people_are_too_few_for_a_coefficient():
    points, units = some_people(people=99)
    assert (
        table_of(points, units)
        .loc["TRU", ["alpha", "alpha_low", "omega", "omega_low"]]
        .isna()
        .all()
    )
    assert item_statistics(points, CULTURE)["item_rest"].isna().all()


def test_the_index_has_no_items_of_its_own():
    row = table_of(*some_people()).loc["index"]
    assert row[["alpha", "omega", "rwg_median"]].isna().all()
    assert row[["icc1", "f", "p", "sd_within"]].notna().all()


def test_a_composite_is_as_reliable_as_stratified_alpha_of_all_its_items():
    points, units = some_people()
    rows = table_of(points, units)
    scores = pd.DataFrame({d.id: points[ids(d)].mean(axis=1) for d in CULTURE.dimensions})
    errors = sum(scores[d].var() * (1 - rows.loc[d, "alpha"]) for d in scores)
    expected = 1 - errors / scores.sum(axis=1).var()
    assert stratified_alpha(rows.reset_index()) == pytest.approx(expected, abs=0.002)


def test_a_composite_with_a_dimension_of_unknown_alpha_is_at_least_so_reliable():
    rows = table_of(*some_people()).reset_index()
    unknown = rows.assign(alpha=rows["alpha"].where(rows["dimension"] != "TRU"))
    assert stratified_alpha(unknown) < stratified_alpha(rows)


def test_reliability_within_units_leaves_out_what_tells_units_apart():
    rows = a_table(alpha=[0.8, nan, 0.9], sd_total=[20, 20, 18], sd_within=[18, 18, 16])
    within = reliability_within(rows)
    assert within["TRU"] == pytest.approx(1 - 0.2 * 400 / 324)
    assert within["index"] == pytest.approx(1 - 0.1 * 324 / 256)
    assert isnan(within["RIS"])


def test_an_index_published_without_its_coefficient_gets_that_of_its_table():
    rows = a_table(alpha=[0.8, 0.7, nan], sd_total=[20, 20, 18], sd_within=[20, 20, 18])
    assert reliability_within(rows)["index"] == pytest.approx(stratified_alpha(rows))


def test_reliability_within_units_is_never_below_nothing():
    rows = a_table(alpha=[0.1, 0.1, 0.1], sd_total=[30, 30, 30], sd_within=[5, 5, 5])
    assert set(reliability_within(rows).values()) == {0.0}


def test_spreads_are_within_units_and_of_everybody():
    points, units = some_people()
    scores = points[ids(TRU)].mean(axis=1)
    left = scores - scores.groupby(units).transform("mean")
    row = table_of(points, units).loc["TRU"]
    assert row["sd_within"] == pytest.approx(np.sqrt((left**2).sum() / (300 - 20)))
    assert row["sd_total"] == pytest.approx(scores.std())


def test_agreement_is_the_median_over_units_of_ten_or_more():
    points, units = some_people()
    units[:9] = "few"
    agreed = agreement.rwg(points[ids(TRU)], units).drop("few")
    large = units.value_counts() >= 10
    expected = agreed[agreed.index.isin(large.index[large])].median()
    assert table_of(points, units).loc["TRU", "rwg_median"] == pytest.approx(expected)


def test_the_agreement_of_two_units_is_told_of_nobody():
    assert np.isnan(table_of(*some_people(units=2)).loc["TRU", "rwg_median"])


def test_units_may_be_ranked_by_the_dimension_in_which_they_differ():
    points, units = some_people(units=10)
    points[ids(TRU)] = (points[ids(TRU)] / 5).add(units.str[1:].astype(int) * 8, axis=0)
    ranked = table_of(points, units)["may_rank"]
    assert (ranked["TRU"], ranked["RIS"]) == (True, False)


def test_a_dimension_nobody_answered_tells_nothing():
    points, units = some_people()
    row = table_of(points.drop(columns=ids(TRU)), units).loc["TRU"]
    assert (row["n"], row["units"], row["may_rank"]) == (0, 0, False)
    assert row.drop(["n", "units", "may_rank"]).isna().all()


def test_a_dimension_of_one_item_has_no_coefficient():
    points, units = some_people()
    row = table_of(points, units, with_one_item_in_tru()).loc["TRU"]
    assert row[["alpha", "omega", "rwg_median"]].isna().all()
    items = item_statistics(points, with_one_item_in_tru()).set_index("item")
    assert items.loc["TRU1", ["item_rest", "alpha_if_deleted"]].isna().all()


def test_where_everybody_says_the_same_nothing_can_be_told():
    points, units = some_people()
    points[ids(TRU)] = 75.0
    row = table_of(points, units).loc["TRU"]
    assert row[["alpha", "omega", "icc1", "icc2_median", "p"]].isna().all()
    assert row["sd_within"] == 0


def test_one_unit_alone_has_no_icc():
    row = table_of(*some_people(units=1)).loc["TRU"]
    assert row[["icc1", "icc2_median", "f", "p", "rwg_median"]].isna().all()
    assert row[["alpha", "omega"]].notna().all()


def test_nobody_at_all_is_no_error():
    points, units = some_people(people=0)
    assert (table_of(points, units)["n"] == 0).all()


def test_an_item_is_held_against_the_sum_of_the_others():
    points, _ = some_people()
    items = item_statistics(points, CULTURE).set_index("item")
    others = points[["RIS2", "RIS3", "RIS4"]]
    expected, _ = pg.cronbach_alpha(others)
    assert items.loc["RIS1", "item_rest"] == pytest.approx(points["RIS1"].corr(others.sum(axis=1)))
    assert items.loc["RIS1", "alpha_if_deleted"] == pytest.approx(expected)


def test_every_item_has_a_row_in_the_order_asked():
    items = item_statistics(some_people()[0], CULTURE)
    assert list(items["item"]) == [item.id for item in CULTURE.items]
    assert list(items.columns) == list(ITEM_COLUMNS)


def test_the_order_of_respondents_is_nothing():
    points, units = some_people()
    order = np.random.default_rng(1).permutation(points.index)
    pd.testing.assert_frame_equal(
        table_of(points.loc[order], units[order]), table_of(points, units)
    )
