from dataclasses import replace

import pytest

from models.access import Role, Viewer
from models.errors import InputError, Refused
from models.services import observations, releases, scoreboard, waves
from models.services.feeding import feed
from models.services.targets import set_target
from models.storage import targets, units
from models.storage.releases import AlreadyReleased
from models.strategy.status import Status
from models.strategy.target import IndicatorKind
from survey.unit import UnitUnknown
from survey.wave import WaveState, WaveStillOpen
from tests.builders import a_target
from tests.models.services.survey_builders import (
    CLOSED,
    DEPARTMENT,
    REGION,
    RELEASED,
    STEWARD,
    a_closed_wave,
    an_open_wave,
)


def released(db, **respondents):
    wave = a_closed_wave(db, **respondents)
    return releases.release(db, wave.id, by=STEWARD, on=RELEASED)


def wants(db, kind=IndicatorKind.SURVEY, source="culture:ANE", **more):
    """A criterion that waits for the survey."""
    targets.add(db, a_target(criterion_id="HOV-T2-C2", kind=kind, source=source, **more))


def fed(db):
    return observations.of(db, "HOV-T2-C2")


def told(db, made):
    wave = waves.wave(db, made.wave_id)
    found = feed(db, wave, made, REGION[0], by=STEWARD, on=RELEASED)
    assert found.observations == ()
    return [str(note) for note in found.notes]


def test_a_release_is_kept_as_it_was_made(db):
    made = released(db, A1=8, B=9)
    ((wave, kept),) = releases.results(db)
    assert wave.state is WaveState.RELEASED
    assert kept.hash == made.hash
    assert kept.cells.equals(made.cells)


def test_an_open_wave_is_not_released(db):
    wave, _ = an_open_wave(db)
    with pytest.raises(WaveStillOpen):
        releases.release(db, wave.id, by=STEWARD, on=RELEASED)


def test_a_wave_is_released_once(db):
    made = released(db, A1=8)
    with pytest.raises(AlreadyReleased):
        releases.release(db, made.wave_id, by=STEWARD, on=RELEASED)


def test_a_department_releases_nothing(db):
    wave = a_closed_wave(db, A1=8)
    with pytest.raises(Refused):
        releases.release(db, wave.id, by=DEPARTMENT, on=RELEASED)


def test_without_units_nothing_is_released(db):
    wave = a_closed_wave(db)
    units.replace(db, [])
    with pytest.raises(InputError, match="ingen enheder"):
        releases.release(db, wave.id, by=STEWARD, on=RELEASED)


def test_no_cell_stands_on_fewer_than_the_smallest_group(db):
    made = released(db, A1=8, A2=3, B=9)
    assert made.cells["n"].min() >= 5
    assert "A2" not in made.published


def test_the_region_share_becomes_an_observation_of_the_waiting_criterion(db):
    wants(db)
    released(db, A1=10, B=10)
    (one,) = fed(db)
    assert (one.value, one.k, one.n, one.population) == (95, 19, 20, 60)
    assert (one.ref, one.recorded, one.series) == (CLOSED, RELEASED, "A")
    assert one.evidence == "undersøgelsen Kultur 2026"


def test_the_fed_criterion_changes_its_status(db):
    wants(db, due=CLOSED)
    released(db, A1=20, B=20)
    board = scoreboard.scoreboard(db, "hovedstaden", as_of=RELEASED)
    assert board.standing("HOV-T2-C2").assessment.status is Status.ACHIEVED


def sets(db, **more):
    """A steward sets a target that takes its figures from the survey."""
    target = a_target(
        criterion_id="HOV-T2-C2", kind=IndicatorKind.SURVEY, **({"source": "culture:ANE"} | more)
    )
    return set_target(db, target, by=STEWARD, on=RELEASED)


def test_a_target_set_after_the_release_is_fed_by_it(db):
    released(db, A1=10, B=10)
    sets(db)
    (one,) = fed(db)
    assert (one.value, one.k, one.n, one.ref) == (95, 19, 20, CLOSED)


def test_a_target_changed_after_the_release_is_not_fed_twice(db):
    sets(db)
    released(db, A1=10, B=10)
    sets(db, owner="En ny ejer")
    assert len(fed(db)) == 1


def test_a_target_is_not_fed_by_a_release_that_shows_too_little(db):
    released(db, A1=6)
    sets(db)
    assert fed(db) == ()


def test_a_target_without_the_survey_is_not_fed(db):
    released(db, A1=10, B=10)
    sets(db, source="recorded")
    assert fed(db) == ()


def test_an_index_is_fed_the_mean(db):
    wants(db, IndicatorKind.INDEX)
    released(db, A1=6)
    (one,) = fed(db)
    assert (one.value, one.k, one.n) == (75, None, 6)


def test_more_respondents_than_staff_leave_the_population_out(db):
    wants(db)
    released(db, A1=70)
    assert fed(db)[0].population is None


def test_a_region_of_unknown_size_has_no_population(db):
    wants(db)
    made = released(db, A1=10)
    wave = waves.wave(db, made.wave_id)
    root = replace(REGION[0], staff=None)
    (one,) = feed(db, wave, made, root, by=STEWARD, on=RELEASED).observations
    assert one.population is None


def test_a_share_that_is_not_published_feeds_nothing_and_says_so(db):
    wants(db)
    made = released(db, A1=6)
    assert fed(db) == ()
    assert told(db, made) == ["HOV-T2-C2: for få har svaret til, at en andel må vises"]


@pytest.mark.parametrize("kind", [IndicatorKind.COUNT, IndicatorKind.MILESTONE])
def test_counts_and_milestones_cannot_be_fed_by_answers(db, kind):
    wants(db, kind)
    made = released(db, A1=20)
    assert told(db, made) == ["HOV-T2-C2: et antal eller en milepæl kan ikke måles med svar"]


def test_a_dimension_that_was_not_published_is_told(db):
    wants(db, source="culture:XYZ")
    made = released(db, A1=20)
    assert "ingen offentliggjorte tal" in told(db, made)[0]


def test_a_criterion_measured_otherwise_is_left_alone(db):
    wants(db, source="recorded")
    made = released(db, A1=20)
    assert told(db, made) == []


def test_before_any_release_a_unit_has_no_result(db):
    an_open_wave(db)
    assert releases.own_result(db, "A1") is None


def test_a_unit_sees_its_own_figures(db):
    released(db, A1=8, B=9)
    own = releases.own_result(db, "A1")
    assert (own.shown.id, own.hidden, own.why) == ("A1", False, "")
    assert set(own.cells["unit_id"]) == {"A1"}


def test_a_unit_too_small_sees_the_nearest_above_and_why(db):
    released(db, A1=8, A2=3, B=9)
    own = releases.own_result(db, "A2")
    assert own.hidden
    assert own.shown.id in {"A", "R"}
    assert own.shown.name in own.why.format(shown=own.shown.name)
    assert set(own.cells["unit_id"]) == {own.shown.id}


def test_where_nothing_may_be_shown_nothing_is(db):
    released(db, A1=3)
    own = releases.own_result(db, "A1")
    assert own.hidden
    assert own.shown is None
    assert own.cells.empty
    assert own.why == releases.NOTHING_SHOWN


def test_a_unit_that_does_not_exist_is_named(db):
    released(db, A1=8)
    with pytest.raises(UnitUnknown, match="ukendt"):
        releases.own_result(db, "ukendt")


def test_the_newest_release_comes_first(db):
    released(db, A1=8)
    wave = waves.create(
        db,
        "Kultur 2027",
        instrument_id="rik-30",
        smallest_group=5,
        approved_on=CLOSED,
        minutes="MED",
        by=STEWARD,
    )
    waves.open_wave(db, wave.id, by=STEWARD, on=RELEASED)
    waves.close_wave(db, wave.id, by=STEWARD, on=RELEASED)
    releases.release(db, wave.id, by=Viewer("chef", Role.ADMINISTRATOR), on=RELEASED)
    assert [wave.name for wave, _ in releases.results(db)] == ["Kultur 2027", "Kultur 2026"]
