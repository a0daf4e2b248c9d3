import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.statistics.contrast import contrasts
from tests.examples import examples


def released(**halves):
    """Measure -> (mean, half the width of its interval)."""
    rows = {m: {"mean": mean, "low": mean - half, "high": mean + half}
            for m, (mean, half) in halves.items()}  # fmt: skip
    return pd.DataFrame.from_dict(rows, orient="index", columns=["mean", "low", "high"])


WHOLE = released(TRU=(58, 1), RIS=(58, 1), LED=(58, 1))


def stands(**own):
    return contrasts(released(**own), WHOLE).to_dict()


def test_what_lies_far_outside_chance_stands_out_on_its_own_side():
    assert stands(TRU=(70, 4), RIS=(46, 4)) == {"TRU": 1, "RIS": -1}


def test_a_wide_interval_does_not_let_a_mean_stand_out():
    assert stands(TRU=(70, 20)) == {"TRU": 0}


def test_a_sure_difference_of_less_than_five_points_is_no_contrast():
    assert stands(TRU=(62, 0.5), RIS=(63, 0.5)) == {"TRU": 0, "RIS": 1}


def test_what_stands_out_alone_may_not_among_many():
    alone, many = {"A": (65, 5)}, dict.fromkeys("BCDEFGHI", (58, 5))
    whole = released(**dict.fromkeys("ABCDEFGHI", (58, 1)))
    assert contrasts(released(**alone), whole)["A"] == 1
    assert contrasts(released(**alone, **many), whole)["A"] == 0


def test_what_is_hidden_or_not_asked_is_not_compared():
    own = released(TRU=(70, 2), NYT=(70, 2), RIS=(70, 2))
    own.loc["RIS", "low"] = np.nan
    assert list(contrasts(own, WHOLE).index) == ["TRU"]


def test_nothing_in_common_is_nothing_told():
    assert contrasts(released(NYT=(70, 2)), WHOLE).empty


@settings(max_examples=examples(10, thorough=100))
@given(st.integers(5, 95), st.integers(0, 30))
def test_turning_the_scale_round_turns_the_contrast_round(mean, half):
    turned = pd.DataFrame({"mean": [100 - 58], "low": [41], "high": [43]}, index=["TRU"])
    mirror = released(TRU=(100 - mean, half))
    assert contrasts(mirror, turned)["TRU"] == -stands(TRU=(mean, half))["TRU"]


@settings(max_examples=examples(10, thorough=100))
@given(st.integers(5, 95))
def test_the_whole_does_not_stand_out_from_itself(mean):
    assert contrasts(released(TRU=(mean, 0)), released(TRU=(mean, 0)))["TRU"] == 0
