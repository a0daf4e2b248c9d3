from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from models.services.culture import actions, own_unit
from models.services.release import publish
from models.wording.movement import Movement
from survey.asking.organisation import UnitUnknown
from survey.asking.participation import Coverage
from survey.release.figure import WhyHidden
from tests.models.services.result_builders import DIMENSIONS, a_released_wave
from tests.models.services.survey_builders import (
    REGION,
    RELEASED,
    STEWARD,
    a_closed_wave,
    an_open_wave,
)

EVERYBODY = {"R": 58, "A": 58, "A1": 58, "B": 58}


def twice(db, *, now=70, tree=REGION):
    """Two waves, two years apart; A1 goes from 58 to `now`."""
    a_released_wave(db, "først", year=2024, **EVERYBODY)
    a_released_wave(db, "igen", tree=tree, **EVERYBODY | {"A1": now})
    return own_unit.view(db, "A1", by=STEWARD)


def test_before_any_release_there_is_nothing_to_see(db):
    an_open_wave(db)
    assert own_unit.view(db, "A1", by=STEWARD) is None


def test_a_unit_sees_its_own_figures_beside_the_regions(db):
    a_released_wave(db, **EVERYBODY | {"A1": 70})
    own = own_unit.view(db, "A1", by=STEWARD)
    assert (own.published_unit.id, own.hospital.id, own.hidden, own.answered) == (
        "A1",
        "A",
        False,
        12,
    )
    assert (own.index.own.mean, own.index.hospital.mean, own.index.region.mean) == (70, 58, 58)
    assert [topic.figures.contrast for topic in own.topics] == [1] * 9


def test_a_unit_that_is_hidden_sees_the_nearest_above_it(db):
    a_released_wave(db, **EVERYBODY)
    own = own_unit.view(db, "A2", by=STEWARD)
    assert (own.unit.id, own.published_unit.id, own.hospital, own.hidden) == ("A2", "A", None, True)


def test_where_nobody_may_be_shown_nothing_is(db):
    a_released_wave(db)
    own = own_unit.view(db, "A1", by=STEWARD)
    assert (own.published_unit, own.answered, own.talking_points) == (None, 0, ())
    assert own.hidden


def test_the_region_does_not_stand_out_from_itself(db):
    a_released_wave(db, **EVERYBODY)
    own = own_unit.view(db, "R", by=STEWARD)
    assert own.hospital is None
    assert {topic.figures.contrast for topic in own.topics} == {0}


def test_an_unknown_unit_is_refused_and_an_unknown_wave_is_none(db):
    a_released_wave(db, **EVERYBODY)
    with pytest.raises(UnitUnknown):
        own_unit.view(db, "ukendt", by=STEWARD)
    assert own_unit.view(db, "A1", wave_id="ukendt", by=STEWARD) is None


def test_three_statements_are_chosen_to_talk_about(db):
    lower = {("A1", "STO2"): {"mean": 40}, ("A1", "NYT1"): {"mean": 45}}
    a_released_wave(db, more=lower | {("A1", "ANE1"): {"mean": 75}}, **EVERYBODY)
    chosen = [
        point.statement.item.id for point in own_unit.view(db, "A1", by=STEWARD).talking_points
    ]
    assert chosen == ["STO2", "NYT1", "ANE1"]


def test_what_was_agreed_belongs_to_the_unit_that_looks(db):
    wave_id = a_released_wave(db, **EVERYBODY)
    actions.agree(db, wave_id, "A1", what="Tavlemøde", responsible="TRIO", due_on=RELEASED,
                  by=STEWARD, on=RELEASED)  # fmt: skip
    assert own_unit.view(db, "A1", by=STEWARD).agreed.what == "Tavlemøde"
    assert own_unit.view(db, "B", by=STEWARD).agreed is None


def test_the_newest_wave_comes_first(db):
    assert twice(db).wave.id == "igen"


def test_a_change_is_told_from_the_released_figures(db):
    own = twice(db, now=61)
    assert (own.before.id, own.index_change.before) == ("først", 58)
    assert own.index_change.difference == 3
    assert {topic.change.movement for topic in own.topics} == {Movement.UNSURE}


def test_a_sure_change_has_risen(db):
    assert {topic.change.movement for topic in twice(db).topics} == {Movement.ROSE}


def test_the_first_wave_has_no_change_before_it(db):
    twice(db)
    first = own_unit.view(db, "A1", wave_id="først", by=STEWARD)
    assert (first.before, first.index_change, first.regrouped) == (None, None, False)


def test_a_unit_of_other_people_has_no_change(db):
    others = tuple(replace(u, kind="team") if u.id == "A1" else u for u in REGION)
    own = twice(db, tree=others)
    assert (own.regrouped, own.index_change) == (True, None)


def test_a_new_unit_has_no_change(db):
    then = tuple(unit for unit in REGION if unit.id != "A1")
    a_released_wave(db, "først", year=2024, tree=then, R=58, A=58)
    a_released_wave(db, "igen", **EVERYBODY)
    assert own_unit.view(db, "A1", by=STEWARD).regrouped


def test_the_gate_that_binds_is_named(db):
    low = {("A1", dimension): {"level": 2, "mean": 40} for dimension in DIMENSIONS[:4]}
    a_released_wave(db, more=low | {("A1", "index"): {"mean": 62, "predicted": 62}}, **EVERYBODY)
    gate = own_unit.view(db, "A1", by=STEWARD).gate
    assert (gate.level, gate.met, gate.needed, gate.below) == (4, 5, 6, ())


def test_without_a_level_no_gate_is_named(db):
    a_released_wave(db, more={("A1", "index"): {"level": np.nan}}, **EVERYBODY)
    assert own_unit.view(db, "A1", by=STEWARD).gate is None


def test_a_hidden_dimension_keeps_its_place_without_a_figure(db):
    hidden = {("A1", "TRU"): {"mean": np.nan}, ("A1", "index"): {"mean": np.nan}}
    a_released_wave(db, more=hidden, **EVERYBODY)
    own = own_unit.view(db, "A1", by=STEWARD)
    assert (own.topics[0].figures.own.hidden, own.topics[0].detectable) == (WhyHidden.TOO_FEW, None)
    assert (own.index.own.mean, own.answered) == (None, 12)


def test_the_share_of_answers_tells_how_far_they_stand_for_all(db):
    a_released_wave(db, **EVERYBODY)
    coverages = {
        unit_id: own_unit.view(db, unit_id, by=STEWARD).coverage
        for unit_id in ("A1", "A", "R", "B")
    }
    assert list(coverages.values()) == [
        Coverage.FULL, Coverage.THIN, Coverage.TOO_FEW, Coverage.UNKNOWN
    ]  # fmt: skip


def test_fewer_silent_colleagues_let_a_smaller_change_be_seen(db):
    a_released_wave(db, **EVERYBODY)
    smaller, larger = (own_unit.view(db, unit_id, by=STEWARD).detectable for unit_id in ("A1", "B"))
    assert smaller < larger


def test_a_real_release_can_be_looked_at(db):
    wave = a_closed_wave(db, A1=12, B=9, R=9)
    publish.release_wave(db, wave.id, by=STEWARD, on=RELEASED)
    own = own_unit.view(db, "A1", by=STEWARD)
    assert own.released_on == RELEASED == date(2026, 3, 10)
    assert own.index.own.low <= own.index.own.mean <= own.index.own.high
