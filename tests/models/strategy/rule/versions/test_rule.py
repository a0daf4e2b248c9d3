import json

import pytest
import yaml

from models.errors import InputError
from models.strategy.rule.assess import assess
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.forecast import Outlook, forecast
from models.strategy.rule.milestone import tolerance_days
from models.strategy.rule.theme_label import theme_label
from models.strategy.rule.versions.rule import CURRENT, FOLDER, rule_of, versions
from models.strategy.target import Frequency
from tests.models.strategy.builders import a_level, a_survey, a_target, day, poll, saw
from tests.models.strategy.rule.cases_milestones import a_milestone

R1 = yaml.safe_load((FOLDER / "R1.yaml").read_text(encoding="utf-8"))
PUBLISHED = {
    "version": "R1", "green": 0.95, "red": 0.6, "early": 0.1, "ref_grace_days": 90,
    "stale_grace_share": 0.25, "stale_grace_min": 30, "pi_level": 0.8, "p_likely": 0.8,
    "p_unlikely": 0.2, "min_n_survey": 30, "min_response": 0.5, "suppress_below": 5,
    "coverage_min": 0.6666666666666666, "ms_tol_share": 0.05, "ms_tol_min": 30,
    "override_max_days": 180,
}  # fmt: skip


def another(folder, **changes):
    """A version of another name in a folder, with changes."""
    figures = {"version": "R2"} | {name: R1[name] for name in R1 if name != "version"} | changes
    (folder / "R2.yaml").write_text(
        yaml.safe_dump({name: value for name, value in figures.items() if value is not None}),
        encoding="utf-8",
    )
    return folder


def test_the_rule_has_the_figures_that_are_published():
    figures = json.loads(CURRENT.model_dump_json())
    assert PUBLISHED.items() <= figures.items()
    assert "R1" in versions()


def test_a_version_stays_what_it_is(tmp_path):
    other = rule_of("R2", another(tmp_path, green=0.9))
    assert (other.version, other.green, rule_of("R1").green) == ("R2", 0.9, 0.95)
    assert hash(other) != hash(CURRENT)


FAULTS = [{"green": 0.5}, {"green": 2}, {"red": None}, {"other": 1}, {"version": "R3"},
          {"interval_days": {"annual": 366}}]  # fmt: skip


@pytest.mark.parametrize("changes", FAULTS)
def test_a_faulty_file_is_refused_by_its_name(tmp_path, changes):
    with pytest.raises(InputError, match=r"R2\.yaml"):
        rule_of("R2", another(tmp_path, **changes))


def test_an_unknown_version_is_refused_with_those_there_are():
    with pytest.raises(InputError, match="R1"):
        rule_of("R0")


def test_every_frequency_has_its_interval():
    assert set(CURRENT.interval_days) == set(Frequency)


CHANGED = {
    "green": (0.9, a_target(), saw("2015-12-31", 25.3), "2015-12-31"),
    "red": (0.7, a_target(), saw("2015-12-31", 20), "2015-12-31"),
    "early": (0.6, a_target(), saw("2015-12-31", 26.4), "2015-12-31"),
    "ref_grace_days": (10, a_level(), saw("2018-01-31", 55), "2018-02-01"),
    "stale_grace_min": (200, a_target(), saw("2014-12-31", 17), "2016-04-03"),
    "stale_grace_share": (0.5, a_target(), saw("2014-12-31", 17), "2016-04-03"),
    "expired_intervals": (3, a_target(), saw("2014-12-31", 17), "2017-01-02"),
    "expired_after_stale_min": (400, a_target(), saw("2014-12-31", 17), "2017-01-02"),
    "min_n_survey": (121, a_survey(), poll("2013-01-31", 64, 120), "2013-02-15"),
    "interval_level": (0.5, a_survey(), poll("2013-01-31", 64, 120), "2013-02-15"),
    "min_response": (0.9, a_survey(), poll("2013-01-31", 64, 120, 200), "2013-02-15"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_no_figure_of_the_rule_stands_anywhere_else(tmp_path, name):
    figure, target, observation, on = CHANGED[name]
    other = rule_of("R2", another(tmp_path, **{name: figure}))
    by_other, by_current = (
        assess(target, (observation,), as_of=day(on), rule=rule) for rule in (other, CURRENT)
    )
    assert by_other != by_current


def test_the_figures_of_milestones_themes_and_forecasts_are_those_of_the_version(tmp_path):
    changes = {"ms_tol_share": 0.2, "ms_tol_min": 5, "coverage_min": 0.5, "pi_level": 0.5,
               "p_likely": 0.0001, "forecast_interval_points": 5}  # fmt: skip
    other = rule_of("R2", another(tmp_path, **changes))
    due = day("2015-12-31")
    assert tolerance_days(a_milestone(), due, other) == 219
    assert tolerance_days(a_milestone(baseline_on="2015-12-21"), due, other) == 5
    green = Assessment(Status.ON_TRACK, StatusReason.TRAJECTORY)
    silent = Assessment(Status.NO_DATA, StatusReason.NO_MEASUREMENT)
    theme = {"a": green, "b": silent}
    assert theme_label(theme).label is Status.NO_DATA
    assert theme_label(theme, rule=other).label is Status.ON_TRACK
    rows = [saw(f"{year}-12-31", value) for year, value in zip(range(2013, 2017), (5, 12, 24, 30),
                                                               strict=True)]  # fmt: skip
    outlook = forecast(a_target(), rows, as_of=day("2016-12-31"), rule=other)
    assert (outlook.indicative, outlook.low) == (True, None)
    more = [*rows, saw("2017-06-30", 35)]
    outlook = forecast(a_target(), more, as_of=day("2017-07-01"), rule=other)
    assert outlook.outlook is Outlook.LIKELY
    assert outlook.quantile == pytest.approx(0.765, abs=0.001)
