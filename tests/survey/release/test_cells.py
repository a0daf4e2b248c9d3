from fractions import Fraction
from functools import cache
from math import ceil, floor

import numpy as np
import pandas as pd
import pytest

from survey.asking.organisation import Unit, join_units
from survey.release.build import build
from survey.statistics import precision, weighting
from tests.examples import examples
from tests.survey import oracles
from tests.survey.builders import CULTURE, DAY, a_wave, some_answers

REGION = join_units(
    [
        Unit("r", None, "Region", "region", 400),
        Unit("h", "r", "Hospital", "hospital", 120),
        Unit("h1", "h", "Afsnit 1", "section", 40),
        Unit("h2", "h", "Afsnit 2", "section", 80),
        Unit("g", "r", "Andet hospital", "hospital", 280),
    ]
)
SEEDS = range(examples(3, thorough=100))
ITEMS = {item.id: dimension.id for dimension in CULTURE.dimensions for item in dimension.items}


def answers_of(seed=1, *, most=40, missing=0.1, **extras):
    answers = some_answers(seed, ["h1", "h2", "g"], most=most, missing=missing)
    chance = np.random.default_rng(seed)
    answers["FUN1"] = chance.integers(1, 4, len(answers)).astype(float)
    answers["OVR1"] = chance.integers(0, 11, len(answers)).astype(float)
    answers["OVR2"] = chance.integers(0, 6, len(answers)).astype(float)
    answers["group"] = chance.choice(["", "laege", "sygeplejerske"], len(answers))
    return answers.assign(**extras)


def cells_of(answers, tree=REGION, k=5):
    return build(answers, tree, CULTURE, a_wave(smallest_group=k), on=DAY).cells


@cache
def release_of(seed):
    """The cells of one wave, made once for all who only look at them."""
    return cells_of(answers_of(seed))


def cell(cells, unit_id, measure, group=""):
    (row,) = cells.query("unit_id == @unit_id and measure == @measure and group == @group").to_dict(
        "records"
    )
    return row


def people(unit_id, times, value=4):
    """So many of a unit, answering every scored item alike."""
    row = {item.id: 6 - value if item.reverse else value for item in CULTURE.items}
    return pd.DataFrame([{"unit_id": unit_id, "group": ""} | row] * times)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_items_mean_stands_on_the_people_of_its_dimension(seed):
    cells = release_of(seed).query("family == 'organisation'")
    n = cells.set_index(["unit_id", "measure"])["n"]
    for (unit_id, measure), count in n.items():
        if measure in ITEMS:
            assert count == n[unit_id, ITEMS[measure]]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_dimension_is_the_mean_of_its_items(seed):
    cells = release_of(seed).query("family == 'organisation'")
    mean = cells.set_index(["unit_id", "measure"])["mean"]
    for (unit_id, measure), figure in mean.items():
        items = [mean[unit_id, item] for item, home in ITEMS.items() if home == measure]
        if items and min(items) > 5 and max(items) < 95:
            assert abs(np.mean(items) - figure) <= 1


def test_the_region_is_weighted_to_its_staff_and_a_lowest_unit_is_not():
    answers = pd.concat([people("h1", 30, 2), people("h2", 20, 3), people("g", 100, 4)])
    cells = cells_of(answers)
    # Shares of staff: 40, 80 and 280 of 400; points 25, 50 and 75.
    whole = Fraction(40 * 25 + 80 * 50 + 280 * 75, 400)
    assert cell(cells, "r", "TRU")["mean"] == oracles.coded(whole)
    assert cell(cells, "h", "TRU")["mean"] == oracles.coded(Fraction(40 * 25 + 80 * 50, 120))
    assert cell(cells, "h2", "TRU")["mean"] == 50


def test_weights_cost_effective_respondents_and_equal_ones_do_not():
    answers = pd.concat([people("h1", 30, 2), people("h2", 20, 3), people("g", 100, 4)])
    cells = cells_of(answers)
    assert cell(cells, "h", "TRU")["n_eff"] < 50
    assert cell(cells, "h2", "TRU")["n_eff"] == 20


def test_an_interval_of_people_who_all_answer_alike_has_a_width_all_the_same():
    answers = pd.concat([people("h1", 12, 3), people("g", 30, 3)])
    row = cell(cells_of(answers), "h1", "TRU")
    assert row["low"] < row["mean"] < row["high"]


def test_when_all_of_a_unit_have_answered_only_rounding_is_left_to_guess():
    answers = pd.concat([people("h1", 20, 2), people("h1", 20, 4), people("g", 60, 3)])
    row = cell(cells_of(answers), "h1", "TRU")
    assert row["predicted"] == row["mean"]
    assert (row["low"], row["high"]) == (row["mean"] - 1, row["mean"] + 1)


def test_the_width_of_an_interval_says_nothing_of_the_units_own_spread():
    alike, split = people("h1", 20, 3), [people("h2", 20, 1), people("h2", 20, 5)]
    cells = cells_of(pd.concat([alike, *split, people("g", 30, 2)]))
    rows = [cell(cells, unit_id, "TRU") for unit_id in ("h1", "h2")]
    widths = [row["high"] - row["low"] for row in rows]
    # Half of 40 and half of 80: the widths differ by the root of two, and by nothing else.
    assert widths[0] / widths[1] == pytest.approx(2**0.5, rel=0.1)


def test_a_unit_where_few_of_those_asked_answered_has_figures_and_no_level():
    cells = cells_of(pd.concat([people("h2", 20, 4), people("g", 90, 3)]))
    assert np.isnan(cell(cells, "h2", "index")["level"])
    assert cell(cells, "h2", "index")["mean"] == 75
    assert cell(cells, "g", "index")["level"] == 3


def test_a_level_is_read_from_the_figures_as_they_are_published():
    cells = release_of(3).query("measure in @CULTURE_DIMENSIONS and family != 'crossing'")
    for row in cells.dropna(subset=["level"]).to_dict("records"):
        cuts = CULTURE.levels.cuts
        assert row["level"] == 1 + sum(row["predicted"] >= cut for cut in cuts)
        assert row["level_low"] <= row["level"] <= row["level_high"]


CULTURE_DIMENSIONS = [dimension.id for dimension in CULTURE.dimensions]


def test_people_of_two_minds_are_said_to_be_divided():
    answers = pd.concat([people("h1", 8, 1), people("h1", 8, 5), people("g", 30, 3)])
    cells = cells_of(answers)
    assert cell(cells, "h1", "TRU")["divided"] == 1
    assert cell(cells, "g", "TRU")["divided"] == 0


def test_nothing_is_said_of_agreement_among_fewer_than_ten_nor_above_the_lowest_units():
    answers = pd.concat([people("h1", 4, 1), people("h1", 5, 5), people("h2", 40, 3)])
    cells = cells_of(answers)
    assert np.isnan(cell(cells, "h1", "TRU")["divided"])
    assert np.isnan(cell(cells, "h", "TRU")["divided"])


def test_what_people_did_is_a_share_of_those_who_said_yes_or_no():
    answers = people("g", 20).assign(FUN1=[1.0] * 6 + [2.0] * 9 + [3.0] * 5)
    row = cell(cells_of(answers), "r", "FUN1")
    assert (row["favourable"], row["favourable_n"], row["n"]) == (40, 15, 15)
    assert np.isnan(row["mean"])


def test_what_fewer_than_ten_have_said_beside_the_scores_is_left_out():
    answers = people("g", 20).assign(FUN1=[1.0] * 9 + [None] * 11)
    assert "FUN1" not in set(cells_of(answers)["measure"])


def test_the_outcome_has_a_mean_and_only_the_whole_shows_how_it_was_answered():
    answers = people("g", 20).assign(OVR1=[0.0] * 5 + [10.0] * 15)
    cells = cells_of(answers)
    assert cell(cells, "g", "OVR1")["mean"] == 75
    assert cell(cells, "r", "OVR1=10")["favourable"] == 75
    assert set(cells.loc[cells["measure"].str.contains("="), "unit_id"]) == {"r"}


def test_the_share_who_opted_out_is_of_everybody_who_answered():
    answers = pd.concat([people("g", 15), people("g", 5).assign(TRU1=0.0)])
    assert cell(cells_of(answers), "g", "TRU1")["opted_out"] == 25


def test_groups_within_hospitals_have_means_and_neither_levels_nor_shares():
    answers = pd.concat([people("h1", 30, 2), people("g", 60, 4)]).assign(
        group=["laege", "pleje", "pleje"] * 30
    )
    row = cell(cells_of(answers), "h", "TRU", "pleje")
    assert (row["family"], row["n"], row["mean"]) == ("crossing", 20, 25)
    assert np.isnan([row["level"], row["favourable"]]).all()


def test_who_named_no_group_stands_in_no_group():
    assert set(cells_of(answers_of(2, group=""))["family"]) == {"organisation"}


@pytest.mark.measured
@pytest.mark.parametrize("seed", range(examples(4, thorough=100)))
def test_no_attacker_joins_the_two_families_to_find_fewer_than_k(seed):
    answers = answers_of(seed, most=14)
    cells = cells_of(answers)
    counts = answers.assign(people=1)
    for measure in ("TRU", "LED"):
        scored = counts[[oracles.dimension_score(row, CULTURE.dimension(measure)) is not None
                         for row in counts.to_dict("records")]]  # fmt: skip
        people_by = scored.groupby(["unit_id", "group"])["people"].sum().to_dict()
        of_measure = cells[cells["measure"] == measure]
        units = set(of_measure.loc[of_measure["family"] == "organisation", "unit_id"])
        across = of_measure[of_measure["family"] == "crossing"]
        crossing = set(zip(across["unit_id"], across["group"], strict=True))
        assert not oracles.crossing_attackable(REGION, people_by, units, crossing, 5)


def test_nobody_weighs_more_than_another_of_the_same_small_group():
    tree = join_units(
        [
            Unit("r", None, "Region", "region", 300),
            Unit("a", "r", "A", "section", 200),
            Unit("b", "r", "B", "section", 80),
            Unit("c", "r", "C", "section", 20),
        ]
    )
    answers = pd.concat([people("a", 40, 3), people("b", 1, 5), people("c", 4, 2)])
    cells = cells_of(answers, tree)
    # What is left of the region without A: one of B and four of C, all of the same weight.
    weight = weighting.weights(pd.Series({"a": 40, "b": 1, "c": 4}), tree)
    rest = float(weight[["b", "c"]] @ [1, 4])
    mean = (40 * weight["a"] * 50 + rest * (1 * 95 + 4 * 25) / 5) / (40 * weight["a"] + rest)
    assert set(cells["unit_id"]) == {"r", "a"}
    assert cell(cells, "r", "TRU")["mean"] == pytest.approx(mean, abs=1.5)


def test_what_is_left_of_a_unit_without_its_parts_is_coded_too():
    tree = join_units(
        [
            Unit("r", None, "Region", "region"),
            Unit("a", "r", "A", "section"),
            Unit("b", "r", "B", ""),
        ]
    )
    cells = cells_of(pd.concat([people("a", 10, 3), people("r", 5, 1)]), tree)
    # Ten times 50, and five times 5 rather than 0.
    assert cell(cells, "r", "TRU")["mean"] == oracles.coded(Fraction(10 * 50 + 5 * 5, 15))


def test_a_dimension_does_not_undo_the_coding_of_its_items():
    answers = people("g", 20).assign(TRU1=5.0, TRU2=5.0, TRU3=3.0)
    cells = cells_of(answers)
    assert [cell(cells, "g", item)["mean"] for item in ("TRU1", "TRU2", "TRU3")] == [95, 95, 50]
    assert cell(cells, "g", "TRU")["mean"] == 80


def test_all_and_all_but_one_of_a_dozen_look_alike():
    rows = [
        cell(cells_of(pd.concat([people("g", n, 5), people("g", 12 - n, 1)])), "g", "TRU")
        for n in (12, 11)
    ]
    assert rows[0]["favourable"] == rows[1]["favourable"] == 92


def test_a_large_region_is_not_moved_by_the_coding_of_its_small_wards():
    wards = [Unit(f"w{i}", "r", f"Afsnit {i}", "section", 20) for i in range(40)]
    tree = join_units([Unit("r", None, "Region", "region", 800), *wards])
    answers = pd.concat([people(ward.id, 12, 5 if ward.id == "w0" else 2) for ward in wards])
    assert cell(cells_of(answers, tree), "r", "TRU")["favourable"] == 5
    assert cell(cells_of(answers, tree), "w1", "TRU")["favourable"] == 8


def test_anybody_can_work_out_an_interval_from_what_is_published():
    release = build(answers_of(5), REGION, CULTURE, a_wave(), on=DAY)
    reliability = release.reliability.set_index("dimension")
    for row in release.cells.query("unit_id == 'g' and low == low").to_dict("records"):
        of = reliability.loc[row["measure"]]
        sampling = precision.standard_error(row["n"], 280, of["sd_within"])
        error = (sampling**2 + 1 / 12) ** 0.5
        low, high = precision.interval(row["mean"], error, df=of["n"] - of["units"])
        assert row["low"] == max(5, floor(low))
        assert row["high"] == min(95, ceil(high))


def test_a_unit_where_fewer_are_asked_than_a_group_holds_is_hidden():
    tree = join_units(
        [
            Unit("r", None, "Region", "region", 60),
            Unit("a", "r", "A", "", 3),
            Unit("b", "r", "B", "", 57),
        ]
    )
    cells = cells_of(pd.concat([people("a", 6, 4), people("b", 30, 2)]), tree)
    assert "a" not in set(cells["unit_id"])


def test_a_register_that_knows_fewer_than_have_answered_makes_nothing_certain():
    row = cell(cells_of(pd.concat([people("h1", 60, 4), people("g", 60, 2)])), "h1", "TRU")
    assert row["low"] < row["mean"] < row["high"]


def test_a_range_reaches_no_cut_that_its_interval_ends_at():
    cells = release_of(3)
    rows = cells.query("measure in @CULTURE_DIMENSIONS and level == level").to_dict("records")
    assert rows
    for row in rows:
        passed = 1 + sum(row["high"] > cut for cut in CULTURE.levels.cuts)
        assert row["level_high"] == max(passed, row["level"])


@pytest.mark.measured
def test_groups_have_no_index_where_too_few_dimensions_were_asked():
    nobody = dict.fromkeys((item for item, home in ITEMS.items() if home in {"TRU", "RIS", "LED"}))
    answers = people("g", 30).assign(group="laege", **nobody)
    across = cells_of(answers).query("family == 'crossing'")
    assert set(across["measure"]) == set(CULTURE_DIMENSIONS) - {"TRU", "RIS", "LED"}


def seldom_answered(share):
    """Answers of forty and sixty; so many of the hundred skip TRU1 and score low on the rest."""
    answers = pd.concat([people("h1", 40, 4), people("g", 60, 4)], ignore_index=True)
    rest = [item for item, dimension in ITEMS.items() if dimension == "TRU"]
    answers.loc[: 100 - share * 100 - 1, rest] = 1.0
    answers.loc[: 100 - share * 100 - 1, "TRU1"] = 0.0
    return cells_of(answers)


def test_a_statement_that_two_thirds_of_the_wave_did_not_answer_has_no_mean_anywhere():
    cells = seldom_answered(0.6)
    of_statement = cells[cells["measure"] == "TRU1"]
    assert of_statement["mean"].isna().all()
    assert of_statement["opted_out"].notna().any()
    assert cells.loc[cells["measure"] == "TRU2", "mean"].notna().all()


def test_a_statement_that_two_thirds_of_the_wave_answered_has_its_mean():
    cells = seldom_answered(0.7)
    assert cells.loc[cells["measure"] == "TRU1", "mean"].notna().all()
