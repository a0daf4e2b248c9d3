from datetime import date
from functools import cache

import numpy as np
import pandas as pd
import pytest

from models.services.culture import results
from models.services.culture.change import development
from models.services.demo import (
    answers,
    people,
    region,
    steps,
    survey,
    tree,
    truth,
)
from models.services.release import publish
from models.services.units import organisation
from models.services.waves import lifecycle
from models.storage import units
from survey.asking.organisation import join_units
from tests.models.services.demo.invented import BOSS, REGION, RIK, SMALL, TODAY, some_units


@cache
def true_means(number):
    whole = join_units(some_units([1, 0], region.SHAPES[region.Size.S]))
    return answers.true_means(whole, RIK, 1, wave=number + 1)


def published(db, number, *, family="organisation"):
    """The cells of the first (0) or second (1) wave, with the true mean beside each dimension's."""
    wave = lifecycle.all_waves(db, by=BOSS)[number]
    true = (
        true_means(number)
        .rename_axis("unit_id")
        .melt(ignore_index=False, var_name="measure", value_name="true")
    )
    cells = publish.published_release(db, wave.id, by=BOSS).cells
    return cells[cells["family"] == family].merge(true.reset_index(), how="left")


@pytest.mark.parametrize("number", [0, 1])
def test_nine_of_ten_intervals_hold_what_everybody_would_have_said(demo_db, number):
    cells = published(demo_db, number).dropna(subset=["true", "low"])
    inside = cells["true"].between(cells["low"], cells["high"])
    assert 0.88 < inside.mean() < 0.99


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
    change, true = both["mean_y"] - both["mean_x"], both["true_y"] - both["true_x"]
    assert true.abs().max() > 10
    assert np.corrcoef(change, true)[0, 1] > 0.9


@pytest.mark.measured
def test_of_twenty_arrows_at_most_one_points_where_the_truth_did_not_go(demo_db):
    release, before = results.released_waves(demo_db, by=BOSS)
    everywhere = [unit.id for unit in release.organisation.units]
    changes = development(demo_db, release, before, everywhere, by=BOSS).changes
    true = (true_means(1) - true_means(0)).stack().rename("true")
    arrows = changes[changes["arrow"] != 0].join(true, on=["unit_id", "measure"])
    arrows = arrows.dropna(subset=["true"])
    assert len(arrows) > 100
    assert (arrows["arrow"] * arrows["true"] <= 0).mean() <= 0.05


def test_fewer_put_to_use_than_tried_and_fewer_tried_than_proposed(demo_db):
    cells = published(demo_db, 1)
    shares = cells[cells["unit_id"] == tree.ROOT].set_index("measure")["favourable"]
    assert shares["FUN1"] > shares["FUN2"] > shares["FUN3"]


def test_what_drives_the_overall_judgement_is_found(demo_db):
    wave = lifecycle.all_waves(demo_db, by=BOSS)[1]
    release = publish.published_release(demo_db, wave.id, by=BOSS)
    drivers = release.drivers.sort_values("weight", ascending=False)
    assert drivers["dimension"].tolist()[0] == "LED"
    assert set(drivers["dimension"][:4]) == set(answers.DRIVES)


def test_a_divided_unit_is_found(demo_db):
    cells = published(demo_db, 1)
    divided = truth.divided(organisation(demo_db, by=BOSS), RIK, 1)
    of_two_minds = set(cells.loc[cells["divided"] == 1.0, "unit_id"])
    assert of_two_minds & set(divided)


def test_professions_are_published_beside_units(demo_db):
    cells = published(demo_db, 1, family="crossing")
    assert set(cells["group"]) <= set("123456789")


def test_the_same_seed_invents_the_same():
    assert some_units() == REGION.units
    first, second = filled_in(), filled_in()
    pd.testing.assert_frame_equal(first, second)


def filled_in(**more):
    return answers.filled_in(REGION, RIK, 1, **({"wave": 1, "response_rate": 0.7} | more))


@pytest.mark.measured
def test_what_changed_is_what_is_said_to_have_changed():
    first, second = (answers.true_means(REGION, RIK, 1, wave=wave) for wave in (1, 2))
    attached = people.attached(REGION)
    change = truth.true_change(REGION, RIK, 1).loc[[unit.id for unit in REGION.units]]
    expected = change.mul(attached, axis=0).sum() / attached.sum()
    assert ((second - first).loc[tree.ROOT] - expected).abs().max() < 1.5


@pytest.mark.measured
def test_a_few_units_rise_and_fall_with_all_under_them():
    change = truth.true_change(REGION, RIK, 1)
    beyond = change.sub(change.loc[tree.ROOT])
    moved = {unit_id for unit_id in change.index if beyond.loc[unit_id].abs().min() > 3}
    assert {"hospital", "department"} <= {REGION.unit(unit_id).kind for unit_id in moved}
    assert moved == {below for unit_id in moved for below in REGION.subtree(unit_id)}


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


@pytest.mark.measured
def test_some_stop_half_way():
    form = filled_in()
    assert (form[["FUN1", "FUN2", "FUN3", "OVR1", "OVR2"]].isna().all(axis=1)).any()
    assert form["TRU1"].notna().mean() > 0.97


def test_the_same_seed_publishes_the_same_whatever_keys_the_answers_got(db):
    units.replace(db, REGION.units)
    hashes = []
    for day in (TODAY, date(2030, 1, 1)):
        progress = steps.Steps(None, of=0)
        options = {"seed": 1, "shape": SMALL, "on": day, "by": BOSS, "steps": progress}
        wave = survey.ask(db, REGION, truth.FIRST, **options)
        hashes.append(publish.release_wave(db, wave.id, by=BOSS, on=day).hash)
    assert hashes[0] == hashes[1]
