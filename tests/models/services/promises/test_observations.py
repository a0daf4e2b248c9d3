from datetime import date

import pytest

from models.access import Role, Viewer
from models.errors import InputError, Refused
from models.services.promises import observations, targets
from models.strategy.observation import counting_observations
from models.strategy.target import IndicatorKind
from tests.builders import a_target, an_observation

STEWARD = Viewer("forvalter", Role.STEWARD)
DAY, NEXT_DAY = date(2018, 2, 1), date(2018, 2, 2)
HEADER = "criterion_id,ref,value,k,n,population,series,evidence,recorded"
AGENTS = "HOV-T2-C9,2015-12-31,24,,,,,,"


@pytest.fixture
def bring(db, tmp_path):
    def brought(*rows, on=DAY, by=STEWARD, **how):
        path = tmp_path / "observations.csv"
        path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
        return observations.import_observations(db, path, by=by, on=on, **how)

    return brought


def values(db):
    return [observation.value for observation in observations.of(db, "HOV-T2-C9", by=STEWARD)]


def counts(report):
    return report.added, report.changed, report.unchanged


def test_a_value_is_kept_with_who_entered_it(db):
    record = observations.record(db, an_observation(), by=STEWARD)
    assert record.entered_by == "forvalter"
    assert observations.of(db, record.criterion_id, by=STEWARD) == (record,)


def test_a_correction_replaces_and_never_erases(db):
    observations.record(db, an_observation(value=24.0), by=STEWARD)
    observations.record(db, an_observation(value=42.0), by=STEWARD)
    assert values(db) == [24, 42]
    assert [
        observation.value
        for observation in counting_observations(observations.of(db, "HOV-T2-C9", by=STEWARD), None)
    ] == [42]


@pytest.mark.parametrize(
    "role", [Role.RESPONDENT, Role.DEPARTMENT, Role.LEADERSHIP, Role.COMMITTEE]
)
def test_only_a_steward_logs_values(db, role):
    with pytest.raises(Refused):
        observations.record(db, an_observation(), by=Viewer("en anden", role))


def test_a_value_for_an_unknown_criterion_is_refused(db):
    with pytest.raises(InputError, match="Det nærmeste er"):
        observations.record(db, an_observation(criterion_id="HOV-X"), by=STEWARD)


def test_a_value_outside_the_scale_is_refused(db):
    with pytest.raises(InputError, match="uden for skalaen"):
        observations.record(db, an_observation(value=101.0), by=STEWARD)


def test_the_adopted_indicator_decides_the_scale(db):
    days = a_target(kind=IndicatorKind.INDEX, target=400.0)
    targets.set_target(db, days, by=STEWARD, on=DAY)
    assert observations.record(db, an_observation(value=350.0), by=STEWARD).value == 350


def test_a_row_becomes_an_observation_entered_today(db, bring):
    assert counts(bring(AGENTS)) == (1, 0, 0)
    assert observations.of(db, "HOV-T2-C9", by=STEWARD) == (
        an_observation(recorded=DAY, entered_by="forvalter"),
    )


def test_every_column_of_a_row_is_kept(db, bring):
    bring("HOV-T2-C9,2015-12-31,58,232,400,1000,B,notat 7,2016-01-14")
    assert observations.of(db, "HOV-T2-C9", by=STEWARD) == (
        an_observation(
            value=58.0, k=232, n=400, population=1000, series="B", evidence="notat 7",
            entered_by="forvalter",
        ),
    )  # fmt: skip


def test_the_same_file_twice_changes_nothing_today_or_tomorrow(db, bring):
    bring(AGENTS)
    assert counts(bring(AGENTS)) == (0, 0, 1)
    assert counts(bring(AGENTS, on=NEXT_DAY)) == (0, 0, 1)
    assert values(db) == [24]


def test_a_file_with_its_own_history_changes_nothing_the_second_time(db, bring):
    history = (AGENTS + "2016-01-14", AGENTS.replace(",24,", ",30,") + "2016-03-01")
    assert counts(bring(*history)) == (1, 1, 0)
    assert counts(bring(*history)) == (0, 0, 2)
    assert values(db) == [24, 30]


def test_another_value_for_the_same_day_is_a_correction(db, bring):
    bring(AGENTS)
    assert counts(bring(AGENTS.replace("24", "30"), on=NEXT_DAY)) == (0, 1, 0)
    assert values(db) == [24, 30]


def test_taking_a_correction_back_is_a_correction_too(db, bring):
    bring(AGENTS)
    bring(AGENTS.replace("24", "30"))
    assert counts(bring(AGENTS)) == (0, 1, 0)
    assert values(db) == [24, 30, 24]


def test_another_series_is_another_value(db, bring):
    bring(AGENTS)
    assert counts(bring("HOV-T2-C9,2015-12-31,24,,,,B,,")) == (1, 0, 0)


def test_a_trial_writes_nothing(db, bring):
    assert bring(AGENTS, dry_run=True).added == 1
    assert values(db) == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("HOV-X,2015-12-31,24,,,,,,", "række 3, kolonne criterion_id: Kriteriet ”HOV-X”"),
        ("HOV-T2-C9,2015-02-30,24,,,,,,", "række 3, kolonne ref: Datoen 2015-02-30"),
        ("HOV-T2-C9,2016-12-31,,,,,,,", "række 3, kolonne value: feltet er tomt"),
        ("HOV-T2-C9,2016-12-31,124,,,,,,", "række 3, kolonne value: 124.0 ligger uden for"),
        ("HOV-T2-C9,2016-12-31,50,300,200,,,,", "række 3, kolonne k: "),
        ("HOV-T2-C9,2016-12-31,50,100,200,150,,,", "række 3, kolonne population: "),
        ("HOV-T2-C9,2016-12-31,40,100,200,,,,", "række 3, kolonne value: Værdien 40.0 passer ikke"),
        ("HOV-T2-C9,2016-12-31,40,,,,,,2016-12-30", "række 3, kolonne recorded: En værdi"),
        ("HOV-T2-C9,2016-12-31,40,,,,,,2019-01-01", "række 3, kolonne recorded: 2019-01-01 er"),
    ],
)
def test_one_bad_row_keeps_all_rows_out(db, bring, row, message):
    with pytest.raises(InputError) as fault:
        bring(AGENTS, row)
    assert message in str(fault.value)
    assert values(db) == []


def test_two_values_for_one_day_from_one_day_are_refused(bring):
    with pytest.raises(InputError, match="række 3, kolonne ref: rækken handler om"):
        bring(AGENTS, AGENTS.replace("24", "30"))


def test_leadership_cannot_bring_observations(bring):
    with pytest.raises(Refused):
        bring(AGENTS, by=Viewer("leder", Role.LEADERSHIP))


FRACTION = "HOV-T2-C9,2015-12-31,0.45,,,,,,"


def test_a_share_written_as_a_fraction_is_asked_about_before_it_is_kept(db):
    targets.set_target(db, a_target(kind=IndicatorKind.PERCENTAGE), by=STEWARD, on=DAY)
    with pytest.raises(InputError, match="skriv 45") as refusal:
        observations.record(db, an_observation(value=0.45), by=STEWARD)
    assert refusal.value.values["field"] == "value"
    assert values(db) == []
    observations.record(db, an_observation(value=0.45), by=STEWARD, as_written=True)
    assert values(db) == [0.45]


def test_a_small_figure_against_a_small_target_is_no_question(db):
    small = a_target(kind=IndicatorKind.PERCENTAGE, baseline=0.2, target=0.9)
    targets.set_target(db, small, by=STEWARD, on=DAY, as_written=True)
    assert observations.record(db, an_observation(value=0.45), by=STEWARD).value == 0.45


def test_a_percentage_without_a_target_is_held_against_the_hundred(db):
    with pytest.raises(InputError, match="skriv 45"):
        observations.record(db, an_observation(value=0.45), by=STEWARD)


def test_a_file_with_fractions_is_refused_unless_it_is_said_that_they_are_meant(db, bring):
    with pytest.raises(InputError, match=r"række 2, kolonne value.*skriv 45"):
        bring(FRACTION)
    assert values(db) == []
    assert counts(bring(FRACTION, as_written=True)) == (1, 0, 0)
