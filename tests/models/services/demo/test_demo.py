from datetime import date

import pytest
from numpy.random import default_rng

from models.errors import InputError, Refused
from models.ideas.idea import InnovationType, Stage
from models.services import ideas, installation, units
from models.services.culture import actions
from models.services.culture.results import released_waves
from models.services.demo import promises, region, steps
from models.services.promises import observations, scoreboard, strategies
from models.services.release import publish
from models.services.waves import lifecycle
from models.storage import marks
from models.storage.answers import comments, responses
from models.storage.steering import targets
from models.storage.steering.observations import add_all
from models.strategy.rule.assessment import Status
from survey.asking.organisation import join_units
from tests.builders import a_target
from tests.models.services.demo.invented import BOSS, REGION, SMALL, TODAY, some_units
from tests.models.services.survey_builders import STEWARD


def some_promises():
    criteria = strategies.strategy("hovedstaden").criteria
    return promises.promises(criteria, TODAY, default_rng(1))


def test_an_invented_region_says_so(demo_db):
    assert installation.invented(demo_db) == "demo S"
    assert units.organisation(demo_db, by=BOSS).root.name == "Region Opdigtet"


def test_a_real_region_is_not_invented(db):
    assert installation.invented(db) is None


def test_size_s_is_as_large_as_it_should_be(demo_db):
    organisation = units.organisation(demo_db, by=BOSS)
    assert len(organisation.units) == 350
    assert organisation.root.staff == 6_500


def test_each_step_is_told(db, monkeypatch):
    monkeypatch.setitem(region.SHAPES, region.Size.S, SMALL)
    reports = []
    region.make_region(db, "S", on=TODAY, by=BOSS, progress=lambda *step: reports.append(step))
    assert [done for done, _, _ in reports] == [*range(1, 19)]
    assert reports[-1][1:] == (18, "Idéer")


def test_every_status_occurs(demo_db):
    board = scoreboard.scoreboard(demo_db, "hovedstaden", as_of=TODAY, by=BOSS)
    assert min(board.counts[status] for status in Status) > 0
    assert board.without_target > 0


def test_seventy_percent_answer(demo_db):
    wave = lifecycle.all_waves(demo_db, by=BOSS)[-1]
    share = sum(responses.counts(demo_db, wave.id).values()) / 6_500
    assert share == pytest.approx(0.70, abs=0.02)


def test_some_units_are_too_small_to_be_shown(demo_db):
    for wave in lifecycle.all_waves(demo_db, by=BOSS):
        assert 250 < len(publish.published_release(demo_db, wave.id, by=BOSS).published) < 350


def test_what_was_said_in_own_words_is_read_by_two_and_shown(demo_db):
    first, second = lifecycle.all_waves(demo_db, by=BOSS)
    assert comments.published_counts(demo_db, first.id) == {}
    assert sum(comments.published_counts(demo_db, second.id).values()) > 50


def test_the_release_feeds_the_criteria_that_ask_the_survey(demo_db):
    earlier, later = observations.of(demo_db, "HOV-T2-C2", by=BOSS)
    assert (later.ref - earlier.ref).days == 731
    assert min(earlier.n, later.n) > 4_000


@pytest.mark.measured
def test_every_idea_is_grouped_and_says_that_it_is_made_up(demo_db):
    portfolio = ideas.portfolio(demo_db, by=BOSS)
    everybody = [idea for shelf in portfolio.shelves for idea, _ in shelf.ideas]
    assert len(everybody) > 60
    assert portfolio.waiting == ()
    assert all(idea.id.startswith("opdigtet-") for idea in everybody)
    assert {idea.language for idea in everybody} == {"da", "sv", "en"}
    assert {idea.stage for idea in everybody} == set(Stage)
    assert {idea.innovation_type for idea in everybody} == set(InnovationType)


@pytest.mark.measured
def test_invented_and_real_figures_are_never_mixed(demo_db):
    with pytest.raises(region.NotEmpty):
        region.make_region(demo_db, "S", on=TODAY, by=BOSS)


def _a_target(db):
    targets.add(db, a_target())


def _an_observation(db):
    add_all(db, [promises.measured(some_promises()[0], TODAY, default_rng(1))[0]])


def _an_idea(db):
    ideas.suggest(db, "Stille vogne", "", by=STEWARD, on=TODAY)


@pytest.mark.parametrize("something", [_a_target, _an_observation, _an_idea])
def test_where_there_is_anything_no_region_is_invented(db, something):
    something(db)
    with pytest.raises(region.NotEmpty):
        region.make_region(db, "S", on=TODAY, by=BOSS)
    assert marks.get(db, marks.INVENTED) is None


@pytest.mark.measured
def test_a_size_that_does_not_exist_is_told(db):
    with pytest.raises(InputError, match="S, M, L, XL"):
        region.make_region(db, "XXL", on=TODAY, by=BOSS)


@pytest.mark.measured
def test_a_steward_invents_no_region(db):
    with pytest.raises(Refused):
        region.make_region(db, "S", on=TODAY, by=STEWARD)


@pytest.mark.measured
def test_the_steps_need_nobody_to_listen():
    progress = steps.Steps(None, of=2)
    progress.over("Enheder")
    assert progress.done == 1


def test_the_waves_are_named_by_the_year_they_closed(demo_db):
    names = [wave.name for wave in lifecycle.all_waves(demo_db, by=BOSS)]
    assert names == ["Innovationskultur 2024 opdigtet", "Innovationskultur 2026 opdigtet"]


@pytest.mark.parametrize("size", region.Size)
def test_every_size_has_its_number_of_units_and_staff(size):
    shape = region.SHAPES[size]
    organisation = join_units(some_units(shape=shape))
    assert len(organisation.units) == 1 + shape.hospitals + shape.departments + shape.sections
    assert organisation.root.staff == shape.staff


def test_the_staff_of_a_unit_holds_everybody_under_it():
    for unit in REGION.units:
        below = sum(REGION.unit(child).staff for child in REGION.children(unit.id))
        assert unit.staff >= below + (3 if unit.kind != "section" else 0)


@pytest.mark.measured
def test_no_two_units_share_a_name():
    names = [unit.name for unit in some_units(shape=region.SHAPES[region.Size.XL])]
    assert len(set(names)) == len(names)


def test_another_seed_invents_another_region():
    assert some_units(1) != some_units(2)


def test_a_promise_kept_by_its_paper_is_measured_until_its_due_day():
    promise = next(p for p in some_promises() if p.course is promises.Course.KEPT)
    observed = promises.measured(promise, TODAY, default_rng(1))
    assert observed[-1].ref == promise.criterion.due


def test_nothing_is_measured_before_it_is_entered():
    for promise in some_promises():
        for observation in promises.measured(promise, date(2016, 1, 1), default_rng(1)):
            assert observation.recorded <= date(2016, 1, 1)


def test_every_course_is_taken():
    assert {promise.course for promise in some_promises()} == set(promises.Course)


def test_most_units_agree_what_to_do_and_some_of_them_late(demo_db):
    newest, first = released_waves(demo_db, by=BOSS)
    planned = actions.share_with_plan(demo_db, first, first.root.id, by=BOSS)
    assert planned.within_eight_weeks < planned.with_plan < planned.units
    region = newest.root.id
    assert 0.4 < actions.share_with_plan(demo_db, newest, region, by=BOSS).share < 0.8
