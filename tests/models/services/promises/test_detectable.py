import pytest

from models.services.promises.detectable import detectable_change
from models.services.release import publish
from models.services.waves import lifecycle
from models.strategy.target import IndicatorKind
from survey.statistics.precision import smallest_detectable_change
from tests.builders import a_target
from tests.models.services.survey_builders import (
    CLOSED,
    RELEASED,
    STEWARD,
    a_closed_wave,
    an_open_wave,
    send,
)


def of(db, kind, source="culture:ANE"):
    return detectable_change(
        db, a_target(criterion_id="HOV-T2-C2", kind=kind, source=source), by=STEWARD
    )


@pytest.fixture
def region(db):
    """Forty of a staff of sixty have answered: a quarter of them in the best way."""
    wave, _ = an_open_wave(db)
    send(db, wave, "A1", times=10, value=5)
    send(db, wave, "B", times=30, value=2)
    lifecycle.close_wave(db, wave.id, by=STEWARD, on=CLOSED)
    publish.release_wave(db, wave.id, by=STEWARD, on=RELEASED)
    return db


def test_a_share_is_as_uncertain_as_shares_are(region):
    share = publish.published_release(region, "kultur-2026", by=STEWARD).cells.query(
        "unit_id == 'R' and measure == 'ANE'"
    )["favourable"].item() / 100  # fmt: skip
    sd = 100 * (share * (1 - share)) ** 0.5
    # Only forty answered: too few for an alpha, so that nothing counts as lasting.
    expected = float(smallest_detectable_change(sd=sd, n=40, staff=60, reliability=0))
    assert of(region, IndicatorKind.SURVEY) == pytest.approx(expected)


def test_a_mean_is_as_uncertain_as_people_within_units_differ(region):
    # Everybody of a unit is of one mind, which counts as a spread of five points.
    assert of(region, IndicatorKind.INDEX) < 5


def test_what_is_not_measured_by_a_survey_has_none(region):
    assert of(region, IndicatorKind.SURVEY, source="recorded") is None


def test_without_a_release_there_is_none(db):
    assert of(db, IndicatorKind.SURVEY) is None


def test_a_dimension_that_is_not_published_has_none(region):
    assert of(region, IndicatorKind.SURVEY, source="culture:XYZ") is None


def test_a_share_that_is_not_published_has_none(db):
    wave = a_closed_wave(db, A1=6)
    publish.release_wave(db, wave.id, by=STEWARD, on=RELEASED)
    assert of(db, IndicatorKind.SURVEY) is None
