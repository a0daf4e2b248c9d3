import json
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest

from models.errors import Refused
from models.services.promises import observations, scoreboard
from models.services.promises.criterion_from_survey import feed
from models.services.promises.targets import set_target
from models.services.release import publish
from models.services.release.publish import AlreadyReleased, NotReleased
from models.services.release.staff_before import staff_when_last_published
from models.services.waves import answering, lifecycle
from models.storage import units, waves
from models.storage.steering import targets
from models.strategy.rule.assessment import Status
from models.strategy.target import IndicatorKind
from survey.asking import instruments
from survey.asking.wave import WaveState, WaveStillOpen
from survey.release.build import fingerprint
from survey.release.cells import KEYS
from tests.builders import a_target
from tests.models.services.survey_builders import (
    CLOSED,
    DEPARTMENT,
    OPENED,
    REGION,
    RELEASED,
    STEWARD,
    TODAY,
    a_closed_wave,
    a_wave,
    an_open_wave,
    answered,
    send,
)


def released(db, **respondents):
    wave = a_closed_wave(db, **respondents)
    return publish.release_wave(db, wave.id, by=STEWARD, on=RELEASED)


def wants(db, kind=IndicatorKind.SURVEY, source="culture:ANE", **more):
    """A criterion that waits for the survey."""
    targets.add(db, a_target(criterion_id="HOV-T2-C2", kind=kind, source=source, **more))


def observed(db):
    return observations.of(db, "HOV-T2-C2", by=STEWARD)


def notes(db, release):
    wave = answering.find_wave(db, release.wave_id)
    feeding = feed(db, wave, release, REGION[0], by=STEWARD, on=RELEASED)
    assert feeding.observations == ()
    return [str(note) for note in feeding.notes]


def in_order(cells):
    return cells.sort_values(list(KEYS)).reset_index(drop=True)


def test_a_release_is_kept_as_it_was_made(db):
    release = released(db, A1=8, B=9)
    assert answering.find_wave(db, release.wave_id).state is WaveState.RELEASED
    copy = publish.published_release(db, release.wave_id, by=STEWARD)
    assert (copy.hash, copy.audit, copy.released_on) == (
        release.hash,
        release.audit,
        RELEASED,
    )
    assert fingerprint(copy.cells) == release.hash


def test_an_open_wave_is_not_released(db):
    wave, _ = an_open_wave(db)
    with pytest.raises(WaveStillOpen):
        publish.release_wave(db, wave.id, by=STEWARD, on=RELEASED)


def test_a_wave_is_released_once(db):
    release = released(db, A1=8)
    with pytest.raises(AlreadyReleased):
        publish.release_wave(db, release.wave_id, by=STEWARD, on=RELEASED)


def test_of_two_releases_at_once_only_the_first_is_stored(db):
    release = released(db, A1=8)
    waves.update(db, replace(answering.find_wave(db, release.wave_id), state=WaveState.CLOSED))
    with pytest.raises(AlreadyReleased):
        publish.release_wave(db, release.wave_id, by=STEWARD, on=RELEASED)


def released_again(db, *, instrument_id="rik-30", **staff):
    """The release of a second wave with other staff, in which A1 and B answer as in the first."""
    wave = a_wave(db, "Kultur 2028", instrument_id=instrument_id)
    units.replace(db, [replace(unit, staff=staff.get(unit.id, unit.staff)) for unit in REGION])
    lifecycle.open_wave(db, wave.id, by=STEWARD, on=OPENED)
    send(db, wave, "A1", times=8, start=100)
    send(db, wave, "B", times=9, start=100)
    lifecycle.close_wave(db, wave.id, by=STEWARD, on=CLOSED)
    return publish.release_wave(db, wave.id, by=STEWARD, on=RELEASED)


def units_with(release, measure):
    return set(release.cells.loc[release.cells["measure"] == measure, "unit_id"])


def test_statements_are_hidden_where_few_of_the_staff_moved_since_the_unit_was_last_published(db):
    assert {"A1", "A", "R"} <= units_with(released(db, A1=8, B=9), "TRU1")
    again = released_again(db, A1=13, A=40, R=70, B=40)
    assert "A1" in units_with(again, "TRU")
    assert "A1" not in units_with(again, "TRU1")


def test_statements_stay_where_the_staff_is_the_same_or_the_questions_are_others(db):
    assert set(staff_when_last_published(db, instruments.load("rik-30"))) == set()
    released(db, A1=8, B=9)
    before = staff_when_last_published(db, instruments.load("rik-30"))
    assert (before["A1"], before["B"], "A2" in before) == (14, None, False)
    assert staff_when_last_published(db, SimpleNamespace(items=(), extras=())) == {}
    assert "A1" in units_with(released_again(db), "TRU1")


def test_a_department_releases_nothing(db):
    wave = a_closed_wave(db, A1=8)
    with pytest.raises(Refused):
        publish.release_wave(db, wave.id, by=DEPARTMENT, on=RELEASED)


def test_a_wave_is_released_in_the_units_it_was_opened_with(db):
    wave = a_closed_wave(db, A1=8, B=9)
    units.replace(db, [])
    assert "A1" in publish.release_wave(db, wave.id, by=STEWARD, on=RELEASED).published


def test_no_cell_stands_on_fewer_than_the_smallest_group(db):
    release = released(db, A1=8, A2=3, B=9)
    assert release.cells["n"].min() >= 5
    assert "A2" not in release.published


def test_the_region_share_becomes_an_observation_of_the_waiting_criterion(db):
    wants(db)
    released(db, A1=10, B=10)
    (observation,) = observed(db)
    assert (observation.value, observation.k, observation.n, observation.population) == (
        90.0,
        18,
        20,
        60,
    )
    assert (observation.ref, observation.recorded, observation.series) == (CLOSED, RELEASED, "A")
    assert observation.evidence == "undersøgelsen Kultur 2026"


def test_the_fed_criterion_changes_its_status(db):
    wants(db, due=CLOSED)
    released(db, A1=20, B=20)
    board = scoreboard.scoreboard(db, "hovedstaden", as_of=RELEASED, by=STEWARD)
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
    (observation,) = observed(db)
    assert (observation.value, observation.k, observation.n, observation.ref) == (
        90.0,
        18,
        20,
        CLOSED,
    )


def test_a_target_changed_after_the_release_is_not_fed_twice(db):
    sets(db)
    released(db, A1=10, B=10)
    sets(db, owner="En ny ejer")
    assert len(observed(db)) == 1


def test_a_target_is_not_fed_by_a_release_that_shows_too_little(db):
    released(db, A1=6)
    sets(db)
    assert observed(db) == ()


def test_a_target_without_the_survey_is_not_fed(db):
    released(db, A1=10, B=10)
    sets(db, source="recorded")
    assert observed(db) == ()


def test_an_index_is_fed_the_mean(db):
    wants(db, IndicatorKind.INDEX)
    released(db, A1=6)
    (observation,) = observed(db)
    assert (observation.value, observation.k, observation.n) == (75, None, 6)


def test_more_respondents_than_staff_leave_the_population_out(db):
    wants(db)
    released(db, A1=70)
    assert observed(db)[0].population is None


def test_a_region_of_unknown_size_has_no_population(db):
    wants(db)
    release = released(db, A1=10)
    wave = answering.find_wave(db, release.wave_id)
    root = replace(REGION[0], staff=None)
    (observation,) = feed(db, wave, release, root, by=STEWARD, on=RELEASED).observations
    assert observation.population is None


def test_a_share_that_is_not_published_feeds_nothing_and_says_so(db):
    wants(db)
    release = released(db, A1=6)
    assert observed(db) == ()
    assert notes(db, release) == ["HOV-T2-C2: for få har svaret til, at en andel må vises"]


@pytest.mark.parametrize("kind", [IndicatorKind.COUNT, IndicatorKind.MILESTONE])
def test_counts_and_milestones_cannot_be_fed_by_answers(db, kind):
    wants(db, kind)
    release = released(db, A1=20)
    assert notes(db, release) == ["HOV-T2-C2: et antal eller en milepæl kan ikke måles med svar"]


def test_a_dimension_that_was_not_published_is_told(db):
    wants(db, source="culture:XYZ")
    release = released(db, A1=20)
    assert "ingen offentliggjorte tal" in notes(db, release)[0]


def test_a_criterion_measured_otherwise_is_left_alone(db):
    wants(db, source="recorded")
    release = released(db, A1=20)
    assert notes(db, release) == []


def test_what_was_asked_with_yes_or_no_has_no_mean_to_feed(db):
    wants(db, IndicatorKind.INDEX, source="culture:FUN1")
    wave, _ = an_open_wave(db)
    submissions = [
        answering.Submission("A1", f"key {n}", answered() | {"FUN1": 1}) for n in range(12)
    ]
    answering.submit_all(db, wave.id, submissions, on=TODAY)
    lifecycle.close_wave(db, wave.id, by=STEWARD, on=CLOSED)
    release = publish.release_wave(db, wave.id, by=STEWARD, on=RELEASED)
    assert notes(db, release) == [
        "HOV-T2-C2: undersøgelsen har intet gennemsnit for målet, kun en andel"
    ]


def test_whoever_waits_is_told_every_step_in_order(db):
    steps = []
    wave = a_closed_wave(db, A1=8)
    publish.release_wave(
        db,
        wave.id,
        by=STEWARD,
        on=RELEASED,
        progress=lambda done, of, _what: steps.append((done, of)),
    )
    assert steps == [(done, 6) for done in range(7)]


def test_what_is_published_is_had_whole(db):
    release = released(db, A1=8, B=9)
    assert publish.published_release(db, release.wave_id, by=STEWARD).cells.equals(
        in_order(release.cells)
    )


def test_there_is_nothing_to_have_of_a_wave_that_is_not_released(db):
    wave = a_closed_wave(db, A1=8)
    with pytest.raises(NotReleased, match="Kultur 2026"):
        publish.published_release(db, wave.id, by=STEWARD)


def test_reliability_is_the_same_before_and_after_the_release(db):
    wave = a_closed_wave(db, A1=12, B=14)
    before = publish.reliability(db, wave.id, by=STEWARD)
    publish.release_wave(db, wave.id, by=STEWARD, on=RELEASED)
    pd.testing.assert_frame_equal(publish.reliability(db, wave.id, by=STEWARD), before)


def test_nothing_is_said_of_reliability_while_answers_may_come(db):
    wave, _ = an_open_wave(db)
    with pytest.raises(WaveStillOpen):
        publish.reliability(db, wave.id, by=STEWARD)


def test_a_department_asks_for_no_reliability(db):
    wave = a_closed_wave(db, A1=12)
    with pytest.raises(Refused):
        publish.reliability(db, wave.id, by=DEPARTMENT)


def test_a_file_of_invented_figures_says_so_on_every_row_and_a_document_at_the_top(db):
    release = released(db, A1=12)
    rows = publish.as_file(release, "demo S").decode().splitlines()
    assert rows[0].endswith(",invented")
    assert all(row.endswith(",demo S") for row in rows[1:])
    assert json.loads(publish.as_document(release, "demo S"))["invented"] == "demo S"


def test_a_document_holds_the_cells_with_nothing_for_what_is_missing(db):
    release = released(db, A1=8)
    document = json.loads(publish.as_document(release, None))
    assert len(document["cells"]) == len(release.cells)
    assert document["cells"][0]["favourable"] is None
    assert "invented" not in document


def test_erasing_leaves_the_release_as_it_was_and_no_answer(db):
    release = released(db, A1=8, B=9)
    assert lifecycle.has_answers(db, release.wave_id, by=STEWARD)
    assert publish.erase_answers(db, release.wave_id, by=STEWARD) == 17
    assert not lifecycle.has_answers(db, release.wave_id, by=STEWARD)
    assert (
        fingerprint(publish.published_release(db, release.wave_id, by=STEWARD).cells)
        == release.hash
    )


def test_an_erased_wave_is_not_released_again(db):
    release = released(db, A1=8, B=9)
    publish.erase_answers(db, release.wave_id, by=STEWARD)
    with pytest.raises(AlreadyReleased):
        publish.release_wave(db, release.wave_id, by=STEWARD, on=RELEASED)


def test_answers_are_not_erased_before_they_are_released(db):
    wave = a_closed_wave(db, A1=8)
    with pytest.raises(NotReleased, match="Svarene slettes først bagefter"):
        publish.erase_answers(db, wave.id, by=STEWARD)


def test_a_department_erases_nothing(db):
    release = released(db, A1=8)
    with pytest.raises(Refused):
        publish.erase_answers(db, release.wave_id, by=DEPARTMENT)
