import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.asking.participation import (
    Band,
    Coverage,
    coverage,
    participation_band,
    response_rate,
)


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_rate_is_complete_over_invited(complete, invited):
    assert response_rate(complete, invited) * invited == pytest.approx(complete)


@pytest.mark.parametrize("invited", [None, 0])
def test_without_anybody_invited_there_is_no_rate(invited):
    assert response_rate(3, invited) is None
    assert participation_band(3, invited) is Band.UNKNOWN


@pytest.mark.parametrize(
    ("complete", "band"),
    [
        (0, Band.UNDER_HALF),
        (3, Band.UNDER_HALF),
        (4, Band.HALF_OR_MORE),
        (5, Band.HALF_OR_MORE),
        (6, Band.THREE_QUARTERS_OR_MORE),
        (9, Band.THREE_QUARTERS_OR_MORE),
    ],
)
def test_eight_invited_fall_into_bands(complete, band):
    assert participation_band(complete, 8) is band


@pytest.mark.parametrize("invited", [1, 2, 4])
@pytest.mark.parametrize("complete", [0, 1, 4])
def test_of_fewer_than_five_invited_no_band_tells_who_answered(complete, invited):
    assert participation_band(complete, invited) is Band.FEW_INVITED


@pytest.mark.parametrize(
    ("complete", "stands"),
    [
        (0, Coverage.TOO_FEW),
        (29, Coverage.TOO_FEW),
        (30, Coverage.THIN),
        (49, Coverage.THIN),
        (50, Coverage.FULL),
        (120, Coverage.FULL),
    ],
)
def test_a_result_stands_by_its_response_rate(complete, stands):
    assert coverage(complete, 100) is stands


@pytest.mark.parametrize("invited", [None, 0])
def test_without_anybody_invited_a_result_stands_nobody_knows_how(invited):
    assert coverage(3, invited) is Coverage.UNKNOWN
