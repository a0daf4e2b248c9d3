from datetime import date
from functools import cache

import numpy as np
import pandas as pd
import pytest
from numpy.random import default_rng

from models.access import Role, Viewer
from models.errors import InputError, Refused
from models.ideas.idea import InnovationType, Stage
from models.services import (
    culture,
    culture_change,
    demo,
    ideas,
    observations,
    releases,
    scoreboard,
    strategies,
    units,
    waves,
)
from models.services.demo import (
    answers,
    people,
    promises,
    region,
    steps,
    survey,
    tree,
    truth,
)
from models.storage import comments, marks, responses, targets
from models.storage import observations as stored
from models.storage import units as stored_units
from models.storage.engine import connect, unit_of_work
from models.storage.tables import Base
from models.strategy.status import Status
from survey import instrument as instruments
from survey.unit import organisation
from tests.builders import a_target
from tests.models.services.survey_builders import STEWARD

TODAY = date(2026, 11, 22)
BOSS = Viewer("drift", Role.ADMINISTRATOR)
SMALL = tree.Shape(hospitals=2, departments=4, sections=12, staff=400)
RIK = instruments.load("rik-30")
REGION = organisation(tree.invented_units(SMALL, default_rng(1)))


@pytest.fixture(scope="module")
def demo_db():
    """The invented region of size S, made once."""
    engine = connect("sqlite://")
    Base.metadata.create_all(engine)
    told = []
    with unit_of_work(engine, answers=True) as db:
        demo.make_region(db, "S", on=TODAY, by=BOSS, progress=lambda *step: told.append(step))
        db.info["told"] = told
        yield db
    engine.dispose()


def some_units(seed=1, shape=SMALL):
    return tree.invented_units(shape, default_rng(seed))


def some_promises():
    criteria = strategies.strategy("hovedstaden").criteria
    return promises.promises(criteria, TODAY, default_rng(1))


def test_an_invented_region_says_so(demo_db):
    assert demo.invented(demo_db) == "demo S"
    assert units.organisation(demo_db).root.name == "Region Opdigtet"


def test_a_real_region_is_not_invented(db):
    assert demo.invented(db) is None


def test_size_s_is_as_large_as_it_should_be(demo_db):
    found = units.organisation(demo_db)
    assert len(found.units) == 350
    assert found.root.staff == 6_500


def test_each_step_is_told(demo_db):
    told = demo_db.info["told"]
    assert [done for done, _, _ in told] == [*range(1, 19)]
    assert told[-1][1:] == (18, "Idéer")


def test_every_status_occurs(demo_db):
    board = scoreboard.scoreboard(demo_db, "hovedstaden", as_of=TODAY)
    assert min(board.counts[status] for status in Status) > 0
    assert board.without_target > 0


def test_seventy_percent_answer(demo_db):
    wave = waves.all_waves(demo_db)[-1]
    share = sum(responses.counts(demo_db, wave.id).values()) / 6_500
    assert share == pytest.approx(0.70, abs=0.02)


def test_some_units_are_too_small_to_be_shown(demo_db):
    for wave in waves.all_waves(demo_db):
        assert 250 < len(releases.published(demo_db, wave.id).published) < 350


@cache
def true_means(number):
    whole = organisation(some_units([1, 0], region.SHAPES[demo.Size.S]))
    return answers.true_means(whole, RIK, 1, wave=number + 1)


def published(db, number, *, family="organisation"):
    """The cells of the first (0) or second (1) wave, with the true mean beside each dimension's."""
    wave = waves.all_waves(db)[number]
    true = (
        true_means(number)
        .rename_axis("unit_id")
        .melt(ignore_index=False, var_name="measure", value_name="true")
    )
    cells = releases.published(db, wave.id).cells
    return cells[cells["family"] == family].merge(true.reset_index(), how="left")


@pytest.mark.parametrize("number", [0, 1])
def test_nine_of_ten_intervals_hold_what_everybody_would_have_said(demo_db, number):
    cells = published(demo_db, number).dropna(subset=["true", "low"])
    # Ends are whole numbers, so each stands for half a point more.
    held = cells["true"].between(cells["low"] - 0.5, cells["high"] + 0.5)
    assert 0.88 < held.mean() < 0.99


@pytest.mark.parametrize("number", [0, 1])
def test_the_whole_region_is_published_as_it_is(demo_db, number):
    cells = published(demo_db, number).dropna(subset=["true"])
    cells = cells[cells["unit_id"] == tree.ROOT]
    assert len(cells) == 9
    assert (cells["mean"] - cells["true"]).abs().max() < 1


def test_what_is_published_changes_as_the_truth_does(demo_db):
    first, second = (published(demo_db, number).dropna(subset=["true"]) for number in (0, 1))
    both = first.merge(second, on=["unit_id", "measure"])
    both = both[both[["n_x", "n_y"]].min(axis=1) >= 50]
    seen, true = both["mean_y"] - both["mean_x"], both["true_y"] - both["true_x"]
    assert true.abs().max() > 10
    assert np.corrcoef(seen, true)[0, 1] > 0.9


def test_of_twenty_arrows_at_most_one_points_where_the_truth_did_not_go(demo_db):
    one, before = culture.released(demo_db)
    whole = units.organisation(demo_db)
    everywhere = [unit.id for unit in whole.units]
    found = culture_change.development(demo_db, one, before, everywhere, now=whole, then=whole)
    true = (true_means(1) - true_means(0)).stack().rename("true")
    arrows = found.changes[found.changes["arrow"] != 0].join(true, on=["unit_id", "measure"])
    arrows = arrows.dropna(subset=["true"])
    assert len(arrows) > 100
    assert (arrows["arrow"] * arrows["true"] <= 0).mean() <= 0.05


def test_fewer_put_to_use_than_tried_and_fewer_tried_than_proposed(demo_db):
    cells = published(demo_db, 1)
    shares = cells[cells["unit_id"] == tree.ROOT].set_index("measure")["favourable"]
    assert shares["FUN1"] > shares["FUN2"] > shares["FUN3"]


def test_what_drives_the_overall_judgement_is_found(demo_db):
    wave = waves.all_waves(demo_db)[1]
    drivers = releases.published(demo_db, wave.id).drivers.sort_values("weight", ascending=False)
    assert drivers["dimension"].tolist()[0] == "LED"
    assert set(drivers["dimension"][:4]) == set(answers.DRIVES)


def test_a_divided_unit_is_found(demo_db):
    cells = published(demo_db, 1)
    divided = truth.divided(units.organisation(demo_db), RIK, 1)
    of_two_minds = set(cells.loc[cells["divided"] == 1.0, "unit_id"])
    assert of_two_minds & set(divided)


def test_what_was_said_in_own_words_is_read_by_two_and_shown(demo_db):
    first, second = waves.all_waves(demo_db)
    assert comments.shown_at(demo_db, first.id) == {}
    assert sum(comments.shown_at(demo_db, second.id).values()) > 50


def test_professions_are_published_beside_units(demo_db):
    cells = published(demo_db, 1, family="crossing")
    assert set(cells["group"]) <= set("123456789")


def test_the_release_feeds_the_criteria_that_ask_the_survey(demo_db):
    earlier, later = observations.of(demo_db, "HOV-T2-C2")
    assert (later.ref - earlier.ref).days == 731
    assert min(earlier.n, later.n) > 4_000


def test_every_idea_is_grouped_and_says_that_it_is_made_up(demo_db):
    found = ideas.portfolio(demo_db)
    everybody = [idea for shelf in found.shelves for idea, _ in shelf.ideas]
    assert len(everybody) > 60
    assert found.waiting == ()
    assert all(idea.id.startswith("opdigtet-") for idea in everybody)
    assert {idea.language for idea in everybody} == {"da", "sv", "en"}
    assert {idea.stage for idea in everybody} == set(Stage)
    assert {idea.innovation_type for idea in everybody} == set(InnovationType)


def test_invented_and_real_figures_are_never_mixed(demo_db):
    with pytest.raises(demo.NotEmpty):
        demo.make_region(demo_db, "S", on=TODAY, by=BOSS)


def _a_target(db):
    targets.add(db, a_target())


def _an_observation(db):
    stored.add_all(db, [promises.measured(some_promises()[0], TODAY, default_rng(1))[0]])


def _an_idea(db):
    ideas.suggest(db, "Stille vogne", "", by=STEWARD, on=TODAY)


@pytest.mark.parametrize("something", [_a_target, _an_observation, _an_idea])
def test_where_there_is_anything_no_region_is_invented(db, something):
    something(db)
    with pytest.raises(demo.NotEmpty):
        demo.make_region(db, "S", on=TODAY, by=BOSS)
    assert marks.get(db, region.MARK) is None


def test_a_size_that_does_not_exist_is_told(db):
    with pytest.raises(InputError, match="S, M, L, XL"):
        demo.make_region(db, "XXL", on=TODAY, by=BOSS)


def test_a_steward_invents_no_region(db):
    with pytest.raises(Refused):
        demo.make_region(db, "S", on=TODAY, by=STEWARD)


def test_the_steps_need_nobody_to_listen(db, monkeypatch):
    monkeypatch.setitem(region.SHAPES, demo.Size.S, SMALL)
    demo.make_region(db, "S", on=TODAY, by=BOSS)
    assert waves.all_waves(db)[0].name == "Innovationskultur 2024 opdigtet"


@pytest.mark.parametrize("size", demo.Size)
def test_every_size_has_its_number_of_units_and_staff(size):
    shape = region.SHAPES[size]
    found = organisation(some_units(shape=shape))
    assert len(found.units) == 1 + shape.hospitals + shape.departments + shape.sections
    assert found.root.staff == shape.staff


def test_the_staff_of_a_unit_holds_everybody_under_it():
    found = organisation(some_units())
    for unit in found.units:
        below = sum(found.unit(child).staff for child in found.children(unit.id))
        assert unit.staff >= below + (3 if unit.kind != "section" else 0)


def test_no_two_units_share_a_name():
    names = [unit.name for unit in some_units(shape=region.SHAPES[demo.Size.XL])]
    assert len(set(names)) == len(names)


def test_the_same_seed_invents_the_same():
    found = organisation(some_units())
    assert some_units() == tuple(found.units)
    first, second = (answers.filled_in(found, RIK, 1, wave=1, answered=0.7) for _ in range(2))
    pd.testing.assert_frame_equal(first, second)


def filled_in(**more):
    return answers.filled_in(REGION, RIK, 1, **({"wave": 1, "answered": 0.7} | more))


def test_what_changed_is_what_is_said_to_have_changed():
    first, second = (answers.true_means(REGION, RIK, 1, wave=wave) for wave in (1, 2))
    attached = people.attached(REGION)
    said = truth.true_change(REGION, RIK, 1).loc[[unit.id for unit in REGION.units]]
    expected = said.mul(attached, axis=0).sum() / attached.sum()
    assert ((second - first).loc[tree.ROOT] - expected).abs().max() < 1.5


def test_a_few_units_rise_and_fall_with_all_under_them():
    change = truth.true_change(REGION, RIK, 1)
    beyond = change.sub(change.loc[tree.ROOT])
    moved = {unit_id for unit_id in change.index if beyond.loc[unit_id].abs().min() > 3}
    assert {"hospital", "department"} <= {REGION.unit(unit_id).kind for unit_id in moved}
    assert moved == {below for unit_id in moved for below in REGION.below(unit_id)}


def test_units_are_as_true_as_their_people_feel():
    everybody = people.people(REGION, RIK, 1, wave=1)
    assert len(everybody.unit) == REGION.root.staff
    near = (
        everybody.feels.mean(axis=0)
        - truth.true_scores(REGION, RIK, 1)
        .loc[[REGION.units[place].id for place in everybody.unit]]
        .mean()
    )
    assert near.abs().max() < 3


def test_some_questions_are_answered_with_do_not_know_far_more_than_others():
    shares = (filled_in() == 0).mean()
    assert shares["TRU1"] < 0.05
    assert shares["SAM3"] > 0.10


def test_most_tell_their_profession_and_some_do_not():
    silent = filled_in()["BAG2"].isna().mean()
    assert 0.05 < silent < 0.15


def test_some_stop_half_way():
    sent = filled_in()
    assert (sent[["FUN1", "FUN2", "FUN3", "OVR1", "OVR2"]].isna().all(axis=1)).any()
    assert sent["TRU1"].notna().mean() > 0.97


def test_the_same_seed_publishes_the_same_whatever_keys_the_answers_got(db):
    stored_units.replace(db, REGION.units)
    hashes = []
    for then in (TODAY, date(2030, 1, 1)):
        told = steps.Steps(None, of=0)
        known = {"seed": 1, "shape": SMALL, "on": then, "by": BOSS, "steps": told}
        wave = survey.ask(db, REGION, truth.FIRST, **known)
        hashes.append(releases.release(db, wave.id, by=BOSS, on=then).hash)
    assert hashes[0] == hashes[1]


def test_another_seed_invents_another_region():
    assert some_units(1) != some_units(2)


def test_a_promise_kept_by_its_paper_is_measured_until_its_due_day():
    kept = next(one for one in some_promises() if one.course is promises.Course.KEPT)
    found = promises.measured(kept, TODAY, default_rng(1))
    assert found[-1].ref == kept.criterion.due


def test_nothing_is_measured_before_it_is_entered():
    for promise in some_promises():
        for one in promises.measured(promise, date(2016, 1, 1), default_rng(1)):
            assert one.recorded <= date(2016, 1, 1)


def test_every_course_is_taken():
    assert {promise.course for promise in some_promises()} == set(promises.Course)
