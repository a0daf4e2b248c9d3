"""Malformed waves: a release comes out, and nothing in it that should not be there."""

import numpy as np
import pandas as pd
import pytest

from survey.asking.organisation import Unit, join_units
from survey.disclosure.attacking.attack import attack
from survey.release.build import build
from tests.survey.builders import CULTURE, DAY, a_wave, some_answers

REGION = join_units(
    [
        Unit("r", None, "Region", "region", 90),
        Unit("a", "r", "A", "hospital", 40),
        Unit("b", "r", "B", "hospital", 50),
    ]
)
ALONE = join_units([Unit("r", None, "Region", "region", 40)])
ITEMS = [item.id for item in CULTURE.items]


def random(unit_ids, most, **changes):
    return some_answers(4, unit_ids, most=most).assign(**changes)


def alike(people, value):
    row = {item.id: 6 - value if item.reverse else value for item in CULTURE.items}
    return pd.DataFrame([{"unit_id": "a", "group": ""} | row] * people)


def nobody():
    return pd.DataFrame({"unit_id": pd.Series(dtype="str"), "group": pd.Series(dtype="str")})


def single_item():
    """The instrument with one item left in its first dimension."""
    first, *others = CULTURE.dimensions
    first = first.model_copy(update={"items": first.items[:1]})
    return CULTURE.model_copy(update={"dimensions": (first, *others)})


BAD = {
    "no answers": (nobody(), REGION, CULTURE),
    "one unit": (random(["r"] * 3, 12), ALONE, CULTURE),
    "every unit below k": (random(["a", "b"], 4), REGION, CULTURE),
    "one unit below k beside a large one": (
        pd.concat([alike(30, 4), alike(3, 2).assign(unit_id="b")]), REGION, CULTURE,
    ),
    "a dimension nobody answered": (
        random(["a", "b"], 30, TRU1=np.nan, TRU2=np.nan, TRU3=np.nan), REGION, CULTURE,
    ),
    "everybody opted out": (alike(20, 3).assign(**dict.fromkeys(ITEMS, 0)), REGION, CULTURE),
    "all alike": (alike(30, 3), REGION, CULTURE),
    "all alike at the top": (alike(30, 5), REGION, CULTURE),
    "more answers than staff": (alike(60, 4), REGION, CULTURE),
    "one item in a dimension": (random(["a", "b"], 30), REGION, single_item()),
    "everybody of one group": (random(["a", "b"], 30, group="1"), REGION, CULTURE),
    "nobody but one named a group": (
        random(["a", "b"], 30).assign(group=lambda rows: ["1"] + [""] * (len(rows) - 1)),
        REGION, CULTURE,
    ),
}  # fmt: skip


@pytest.fixture(scope="module", params=BAD.values(), ids=BAD)
def released(request):
    answers, tree, instrument = request.param
    return build(answers, tree, instrument, a_wave(), on=DAY), tree


def test_nothing_can_be_worked_out_of_a_bad_wave(released):
    release, tree = released
    parents = {unit.id: unit.parent_id for unit in tree.units}
    assert attack(release.cells, parents, k=5) == ()


def test_every_figure_of_a_bad_wave_stands_on_enough_and_says_no_more_than_it_may(released):
    release, _ = released
    figures = release.cells[["mean", "low", "high", "predicted", "favourable", "opted_out"]]
    assert (release.cells["n"] >= 5).all()
    assert figures.stack().dropna().between(5, 95).all()


def test_no_interval_of_a_bad_wave_is_turned_round(released):
    release, _ = released
    with_interval = release.cells.dropna(subset=["low"])
    assert (
        (with_interval["low"] <= with_interval["mean"])
        & (with_interval["mean"] <= with_interval["high"])
    ).all()


def test_no_level_stands_without_an_interval(released):
    release, _ = released
    assert release.cells.loc[release.cells["low"].isna(), "level"].isna().all()


def test_a_bad_wave_says_of_reliability_only_what_enough_people_told(released):
    release, _ = released
    assert release.reliability.loc[release.reliability["n"] < 100, "alpha"].isna().all()
    assert (release.reliability["sd_within"].dropna() >= 5).all()
