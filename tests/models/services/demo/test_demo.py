from collections import Counter
from datetime import date

import pytest
from numpy.random import default_rng

from models.charts.promises.counts import red_standings
from models.errors import InputError, Refused
from models.ideas.idea import InnovationType, Stage
from models.services import ideas, installation, units
from models.services.culture import actions
from models.services.culture.results import released_waves
from models.services.demo import courses, measurements, promises, region, steps, updates
from models.services.promises import observations, scoreboard, strategies
from models.services.promises.status_changes import Moment, status_changes
from models.services.release import publish
from models.services.updates import explanations, overrides, submissions
from models.services.waves import lifecycle
from models.services.year.proposals import proposals_of
from models.steering.override_proposal import OverrideStage
from models.steering.submission import ValueStage
from models.storage import marks
from models.storage.answers import comments, responses
from models.storage.steering import targets
from models.storage.steering.observations import add_all
from models.strategy.rule.assessment import Status
from models.strategy.rule.change import Cause, Movement
from models.strategy.rule.forecast import Outlook
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
    assert [done for done, _, _ in reports] == [*range(1, 20)]
    assert reports[-1][1:] == (19, "Idéer")


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
    add_all(db, [measurements.measured(some_promises()[0], TODAY, default_rng(1))[0]])


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
    promise = next(p for p in some_promises() if p.course is courses.Course.KEPT)
    observed = measurements.measured(promise, TODAY, default_rng(1))
    assert observed[-1].ref == promise.criterion.due


def test_nothing_is_measured_before_it_is_entered():
    for promise in some_promises():
        for observation in measurements.measured(promise, date(2016, 1, 1), default_rng(1)):
            assert observation.recorded <= date(2016, 1, 1)


def test_every_course_is_taken():
    assert {promise.course for promise in some_promises()} == set(courses.Course)


def test_most_units_agree_what_to_do_and_some_of_them_late(demo_db):
    newest, first = released_waves(demo_db, by=BOSS)
    planned = actions.share_with_plan(demo_db, first, first.root.id, by=BOSS)
    assert planned.within_eight_weeks < planned.with_plan < planned.units
    region = newest.root.id
    assert 0.4 < actions.share_with_plan(demo_db, newest, region, by=BOSS).share < 0.8


def standings(db, **more):
    return scoreboard.scoreboard(db, "hovedstaden", as_of=TODAY, by=BOSS, **more).standings


def test_what_becomes_of_promises_is_likely_for_some_and_unlikely_for_others(demo_db):
    forecasts = [row.forecast for row in standings(demo_db) if row.forecast]
    assert {forecast.outlook for forecast in forecasts} == set(Outlook)
    assert any(row.headline is not row.assessment.status for row in standings(demo_db))


def test_between_two_meetings_statuses_fall_and_rise_for_every_cause_but_the_rule(demo_db):
    spring = date(TODAY.year, 5, 20)
    changes = status_changes(
        demo_db,
        "hovedstaden",
        before=Moment(spring, spring),
        after=Moment(TODAY, TODAY),
        by=BOSS,
    ).changes
    assert {cause for change in changes for cause in change.causes} == set(Cause) - {Cause.RULE}
    assert {change.movement for change in changes} == set(Movement)


def test_milestones_are_planned_in_time_somewhat_late_and_far_too_late(demo_db):
    slips = [row.assessment.slip for row in standings(demo_db) if row.assessment.planned]
    assert sorted(slips) == sorted(promises.SLIPS)


def test_one_status_is_set_beside_the_rules_and_another_has_expired(demo_db):
    criteria = [row.criterion.id for row in standings(demo_db)]
    stages = [row.stage(TODAY) for row in overrides.proposals(demo_db, criteria, by=BOSS)]
    assert sorted(stages) == [OverrideStage.EXPIRED, OverrideStage.IN_FORCE]


def test_owners_enter_values_that_others_approve_and_one_is_sent_back(demo_db):
    criteria = [row.criterion.id for row in standings(demo_db)]
    entries = submissions.submitted(demo_db, criteria, by=BOSS)
    counts = Counter(entry.stage for entry in entries)
    assert counts[ValueStage.APPROVED] > 3
    assert (counts[ValueStage.ENTERED], counts[ValueStage.RETURNED]) == (2, 1)
    assert all(entry.observation.entered_by.endswith("(opdigtet)") for entry in entries)


def test_most_reds_have_their_owners_words_and_some_have_none(demo_db):
    reds = [row.criterion.id for row in red_standings(standings(demo_db))]
    entries = explanations.explanations(demo_db, reds, by=BOSS)
    shares = [len(entries[criterion_id]) for criterion_id in reds]
    assert 0 in shares
    assert max(shares) == 2
    assert sum(share > 0 for share in shares) > len(reds) / 3


def test_the_committee_is_asked_for_something_that_fits(demo_db):
    rows = proposals_of(demo_db, "hovedstaden", TODAY.year - 1, by=BOSS)
    assert len(rows) == len(updates.PROPOSALS)


@pytest.mark.parametrize("on", [date(2026, 1, 10), date(2027, 2, 28), date(2028, 7, 1)])
def test_whatever_the_day_every_turn_has_a_value_to_turn_at(on):
    for promise in promises.promises(
        strategies.strategy("hovedstaden").criteria, on, default_rng(1)
    ):
        values = measurements.measured(promise, on, default_rng(1))
        if promise.course in {courses.Course.FALLEN_NOW, courses.Course.TURNED_NOW}:
            assert values[-1].ref == promise.turn
