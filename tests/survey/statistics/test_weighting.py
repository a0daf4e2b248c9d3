import time
from fractions import Fraction
from statistics import median

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.asking.organisation import Unit, UnitUnknown, join_units
from survey.statistics.weighting import (
    HEAVIEST,
    attached_staff,
    effective_size,
    weights,
)
from tests.examples import examples


def a_region(*rows):
    """rows: (id, parent id or None, staff of itself and all below, answers)."""
    tree = join_units(Unit(i, up, i, "", staff) for i, up, staff, _ in rows)
    return pd.Series({i: n for i, _, _, n in rows}), tree


@st.composite
def regions(draw):
    size = draw(st.integers(1, 9))
    above = [None, *(str(draw(st.integers(0, i))) for i in range(size - 1))]
    staff = st.integers(0, 400) | st.none()
    own = [draw(st.integers(0, 30) | st.sampled_from([60, 200])) for _ in above]
    return a_region(*((str(i), up, draw(staff), own[i]) for i, up in enumerate(above)))


def collapsed(own_n, tree):
    """Staff of the units with a known one, and the strata, by recursion."""
    staff_of = {}
    for unit in tree.units:
        parts = [unit.staff, *(tree.unit(child).staff for child in tree.children(unit.id))]
        if None not in parts:
            staff_of[unit.id] = max(parts[0] - sum(parts[1:]), 0, int(own_n[unit.id]))
    strata = []

    def size(stratum):
        return sum(int(own_n[unit_id]) for unit_id in stratum)

    def handed_up(unit_id):
        thin = [unit_id for child in tree.children(unit_id) for unit_id in handed_up(child)]
        own = [unit_id] if unit_id in staff_of else []
        stands = [thin, own] if min(size(thin), size(own)) >= 10 else [thin + own]
        if any(size(stratum) < 10 for stratum in stands):
            return thin + own
        strata.extend(stands)
        return []

    strata.append(handed_up(tree.root.id))
    return staff_of, strata


def slow_weights(own_n, tree):
    """Exact, a stratum at a time, trimmed over the list of respondents; unit id -> weight."""
    staff_of, strata = collapsed(own_n, tree)
    answers = [sum(int(own_n[unit_id]) for unit_id in stratum) for stratum in strata]
    staff = [
        sum(staff_of[unit_id] for unit_id in stratum) if n else 0
        for stratum, n in zip(strata, answers, strict=True)
    ]
    by_unit = dict.fromkeys(own_n.index, Fraction(1))
    for stratum, n, people in zip(strata, answers, staff, strict=True):
        if n:
            by_unit |= dict.fromkeys(
                stratum, Fraction(people, sum(staff)) / Fraction(n, sum(answers))
            )
    each = sorted(by_unit[unit_id] for unit_id, n in own_n.items() for _ in range(n))
    trimmed = {unit_id: min(weight, 5 * median(each or [1])) for unit_id, weight in by_unit.items()}
    mean = Fraction(sum(trimmed[unit_id] * int(n) for unit_id, n in own_n.items())) / max(
        len(each), 1
    )
    return {unit_id: weight / (mean or 1) for unit_id, weight in trimmed.items()}


SMALL_AND_LARGE = (("r", None, 120, 0), ("a", "r", 20, 20), ("b", "r", 100, 20))


def test_a_unit_keeps_the_staff_that_no_unit_under_it_has():
    _, tree = a_region(("r", None, 120, 0), ("a", "r", 70, 0), ("b", "r", 45, 0))
    assert attached_staff(tree).to_dict() == {"r": 5, "a": 70, "b": 45}


def test_attached_staff_is_never_negative():
    _, tree = a_region(("r", None, 10, 0), ("a", "r", 70, 0))
    assert attached_staff(tree)["r"] == 0


def test_attached_staff_is_unknown_beside_an_unknown_unit_under_it():
    _, tree = a_region(("r", None, 10, 0), ("a", "r", None, 0), ("b", "r", 4, 0))
    assert attached_staff(tree).isna().to_dict() == {"r": True, "a": True, "b": False}


def test_a_unit_where_few_of_many_answered_weighs_more():
    assert weights(*a_region(*SMALL_AND_LARGE)).to_dict() == pytest.approx(
        {"r": 1.0, "a": 1 / 3, "b": 5 / 3}, abs=1e-9
    )


@settings(max_examples=examples(25, thorough=500))
@given(regions())
def test_weights_agree_with_the_oracle(region):
    expected = slow_weights(*region)
    by_unit = weights(*region)
    for unit_id, n in region[0].items():
        assert n == 0 or by_unit[unit_id] == pytest.approx(float(expected[unit_id]))


@settings(max_examples=examples(12, thorough=300))
@given(regions())
def test_weights_are_there_for_all_and_their_mean_over_respondents_is_one(region):
    by_unit, n = weights(*region), region[0]
    assert (by_unit > 0).all()
    assert n.sum() == 0 or (by_unit * n).sum() / n.sum() == pytest.approx(1)


@settings(max_examples=examples(12, thorough=300))
@given(regions())
def test_nobody_weighs_more_than_five_times_the_median(region):
    each = np.repeat(weights(*region)[region[0].index].to_numpy(), region[0])
    assert not len(each) or each.max() <= HEAVIEST * np.median(each) * (1 + 1e-9)


@pytest.mark.parametrize("times", [2, 10])
def test_only_the_shares_of_staff_count(times):
    larger = [(unit_id, up, staff * times, n) for unit_id, up, staff, n in SMALL_AND_LARGE]
    assert weights(*a_region(*larger)).to_dict() == weights(*a_region(*SMALL_AND_LARGE)).to_dict()


def test_weights_undo_unequal_answering():
    n, tree = a_region(("r", None, 400, 0), ("a", "r", 100, 80), ("b", "r", 300, 120))
    mean = (weights(n, tree) * n * pd.Series({"r": 0, "a": 40, "b": 60})).sum() / n.sum()
    assert mean == pytest.approx((100 * 40 + 300 * 60) / 400)


def ratios(by_unit, unit_ids):
    return [by_unit[unit_id] / by_unit[unit_ids[0]] for unit_id in unit_ids]


def test_thin_strata_under_one_unit_weigh_alike():
    n, tree = a_region(
        ("r", None, 130, 0), ("a", "r", 20, 6), ("b", "r", 10, 5), ("c", "r", 100, 50)
    )
    by_unit = weights(n, tree)
    assert by_unit["a"] == by_unit["b"] == pytest.approx(30 / 11 / (130 / 61))
    assert by_unit["c"] == pytest.approx(100 / 50 / (130 / 61))


def test_a_unit_nobody_answered_in_is_spoken_for_by_its_thin_neighbours():
    n, tree = a_region(
        ("r", None, 80, 0),
        ("a", "r", 20, 15), ("b", "r", 30, 0), ("c", "r", 15, 6), ("d", "r", 15, 6),
    )  # fmt: skip
    assert ratios(weights(n, tree), "abcd") == pytest.approx([1, 60 / 12 * 15 / 20] + [3.75] * 2)


def test_the_people_of_a_unit_itself_join_the_thin_strata_under_it():
    n, tree = a_region(
        ("r", None, 100, 0),
        ("h", "r", 40, 4), ("a", "h", 20, 6), ("b", "h", 10, 5), ("c", "r", 60, 30),
    )  # fmt: skip
    assert ratios(weights(n, tree), "habc") == pytest.approx([1, 1, 1, 60 / 30 * 15 / 40])


def test_what_stays_thin_is_handed_up_and_pooled_there():
    n, tree = a_region(
        ("r", None, 100, 0),
        ("a", "r", 30, 0),
        ("a1", "a", 30, 6),
        ("b", "r", 30, 0),
        ("b1", "b", 30, 6),
        ("c", "r", 40, 20),
    )
    by_unit = ratios(weights(n, tree), ["a1", "b1", "c"])
    assert by_unit == pytest.approx([1, 1, 40 / 20 * 12 / 60])


def test_a_unit_whose_staff_is_unknown_weighs_one_and_changes_nobody_else():
    n, tree = a_region(*SMALL_AND_LARGE)
    with_unknown = a_region(
        ("r", None, None, 0), ("k", "r", 120, 0), ("a", "k", 20, 20), ("b", "k", 100, 20),
        ("x", "r", None, 3),
    )  # fmt: skip
    assert weights(*with_unknown)[["x", "a", "b"]].tolist() == pytest.approx(
        [1, *weights(n, tree)[["a", "b"]]]
    )


def test_all_weigh_one_when_no_staff_is_known():
    by_unit = weights(*a_region(("r", None, None, 2), ("a", "r", None, 30)))
    assert by_unit.tolist() == [1, 1]


def test_all_weigh_one_when_nobody_answered():
    region = a_region(("r", None, 100, 0), ("a", "r", 30, 0))
    assert weights(*region).tolist() == [1, 1]


def test_those_who_answered_are_the_staff_where_the_register_knows_fewer():
    region = a_region(("r", None, 110, 0), ("a", "r", 10, 30), ("b", "r", 100, 30))
    assert weights(*region)[["a", "b"]].tolist() == pytest.approx([60 / 130, 200 / 130])


def test_answers_from_an_unknown_unit_are_refused():
    _, tree = a_region(("r", None, 10, 0))
    with pytest.raises(UnitUnknown, match="gone"):
        weights(pd.Series({"gone": 4}), tree)


def test_units_without_answers_may_be_left_out():
    n, tree = a_region(*SMALL_AND_LARGE)
    pd.testing.assert_series_equal(weights(n[n > 0], tree), weights(n, tree))


@given(st.integers(1, 500), st.floats(0.1, 5))
def test_equal_weights_are_worth_every_respondent(n, weight):
    assert effective_size(n * weight, n * weight**2) == pytest.approx(n)


@given(st.lists(st.floats(0.1, 5), min_size=1))
def test_unequal_weights_are_worth_n_over_one_plus_their_squared_variation(each):
    variation = np.std(each) / np.mean(each)
    size = effective_size(np.sum(each), np.sum(np.square(each)))
    assert size == pytest.approx(len(each) / (1 + variation**2))


def test_nobody_is_worth_nothing_known():
    assert np.isnan(effective_size([0.0], [0.0])).all()


def test_fourteen_thousand_units_are_weighed_within_a_second():
    parents = [None, *(f"{(i - 1) // 12}" for i in range(1, 14_000))]
    tree = join_units(Unit(f"{i}", up, "", "", 40) for i, up in enumerate(parents))
    n = pd.Series({f"{i}": i % 30 for i in range(14_000)})
    started = time.process_time()
    weights(n, tree)
    assert time.process_time() - started < 1
