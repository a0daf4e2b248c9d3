from dataclasses import replace

from models.charts.palette import palette
from models.charts.promises import distribution, trajectory
from models.charts.promises.distribution import ThemeCounts
from models.charts.promises.frame import TimeAxis
from models.charts.promises.signs import SHAPE, Sign
from models.strategy.observation import counting_observations
from models.wording import words
from tests.models.charts.reading import column
from tests.models.report.year.outcomes import a_criterion, a_standing, a_target, day, values

DA = words("da")
AT_RISK = a_standing(target=a_target(strict=True), observations=values(y2015=24, y2016=30))
ON_TRACK = a_standing(a_criterion("C2"), a_target("C2"), values("C2", y2016=60))
UNMEASURED = a_standing(a_criterion("C3"))
DONE_LATE = a_standing(
    a_criterion("M", kind="milestone"),
    a_target("M", kind="milestone", baseline=0, target=1, due=2015),
    values("M", y2015=0, y2016=1),
)


def chart_of(standing, mode="light"):
    return trajectory.trajectory(
        standing, counting_observations(standing.observations, None), mode=mode, words=DA
    )


def test_the_trajectory_runs_from_baseline_to_target():
    corners = [row for row in next(iter(_tables(chart_of(AT_RISK), "value"))) if "value" in row]
    assert [row["value"] for row in corners] == [5, 50]


def _tables(chart, name):
    tables = chart.to_dict()["datasets"].values()
    return [table for table in tables if name in table[0] and len(table[0]) == 2]


def test_a_replaced_observation_is_not_drawn():
    corrected = (*values(y2016=99), *values(y2016=30))
    chart = chart_of(a_standing(target=a_target(), observations=corrected))
    assert "99\u00a0%" not in column(chart, "figure")


def test_the_finding_of_a_trajectory_is_its_status_with_the_figures_behind_it():
    text = trajectory.headline(AT_RISK, DA)
    assert text.startswith("I risiko: 30\u00a0% den 31. dec. 2016")
    assert "Stiplet" in trajectory.subtitle(AT_RISK, (), DA)


def test_the_deciding_value_has_the_shape_and_colour_of_the_status():
    marks = [layer["mark"] for layer in chart_of(AT_RISK).to_dict()["layer"]]
    ink = palette("light")
    assert (SHAPE[Sign.AT_RISK], ink.fill[Sign.AT_RISK]) in [
        (mark.get("shape"), mark.get("color")) for mark in marks
    ]


def test_a_promise_without_target_draws_what_was_observed():
    standing = a_standing(observations=values(y2016=30))
    assert trajectory.headline(standing, DA).startswith("Kan ikke vurderes")
    assert column(chart_of(standing), "figure") == ["30\u00a0%"]
    assert "Stiplet" not in trajectory.subtitle(standing, (), DA)


def test_a_target_without_observations_draws_the_path():
    standing = a_standing(target=a_target())
    assert trajectory.headline(standing, DA) == "Ingen data: mål mindst 50\u00a0%"
    assert column(chart_of(standing), "figure") == []


def test_a_target_without_a_limit_has_no_words_in_the_margin():
    unset = a_target(target=None)
    assert column(chart_of(a_standing(target=unset, observations=values(y2016=30))), "aim") == []


def test_the_figure_stands_over_its_point_where_it_would_meet_the_years():
    def layer(due=2017, **years):
        standing = a_standing(target=a_target(due=due), observations=values(**years))
        texts = [part["mark"] for part in chart_of(standing).to_dict()["layer"]]
        return next(mark for mark in texts if mark.get("fontSize") == 15)

    assert layer(y2014=9, y2016=0.4)["dy"] < 0
    assert layer(y2014=9, y2015=20)["dy"] > 0
    assert layer(y2014=9, y2015=20)["align"] == "center"
    assert layer(y2014=9, y2016=49, due=2016)["align"] == "right"


def test_a_maintained_value_shows_its_limits():
    hold = a_target(baseline=None, target=None, direction="maintain", low=45, high=55)
    chart = chart_of(a_standing(target=hold, observations=values(y2016=50)))
    assert {"value": 45} in next(
        table for table in chart.to_dict()["datasets"].values() if table[0].keys() == {"value"}
    )
    assert column(chart, "aim") == ["mellem 45\u00a0%\nog 55\u00a0%"]


def test_years_are_ticked_where_yearly_figures_lie():
    axis = chart_of(AT_RISK).to_dict()["layer"][0]["encoding"]["x"]["axis"]
    assert axis["values"][0] == {"date": 31, "month": 12, "year": day(2013).year}


def test_by_the_day_of_entry_there_is_no_path_and_what_was_replaced_is_a_ring():
    entered, (typo,) = TimeAxis.ENTERED, values(y2015=42)
    look = {"mode": "light", "words": DA, "time": entered, "replaced": [typo]}
    spec = trajectory.trajectory(AT_RISK, AT_RISK.observations, **look).to_dict()
    marks = [layer["mark"] for layer in spec["layer"]]
    assert not any(mark.get("strokeDash") for mark in marks)
    assert [mark["type"] for mark in marks if mark.get("filled") is False] == ["point"]
    assert spec["layer"][0]["encoding"]["x"]["axis"]["title"].startswith("Dagen")
    days = {row["day"] for rows in spec["datasets"].values() for row in rows if "series" in row}
    assert days == {"2016-01-20T00:00:00", "2017-01-20T00:00:00"}
    assert "Åben ring" in trajectory.subtitle(AT_RISK, (), DA, entered)


def test_a_share_of_answers_has_its_interval():
    sample = [replace(row, k=120, n=400) for row in values(y2016=30)]
    surveyed = a_standing(target=a_target(kind="survey"), observations=sample)
    assert [round(high, 1) for high in column(chart_of(surveyed), "high")] == [34.7]
    assert "95 % sikkerhed" in trajectory.subtitle(surveyed, sample, DA)
    row = trajectory.table(surveyed, sample, DA)[0]
    assert (row["Fra"], row["Til"], row["Skrevet ind"]) == (25.7, 34.7, "2017-01-20")


def test_the_trajectorys_table_has_what_was_observed_and_the_path():
    table = trajectory.table(AT_RISK, AT_RISK.observations, DA)
    assert [(row["Dag"], row["Hvad"], row["Værdi"]) for row in table] == [
        ("2015-12-31", "målt", 24),
        ("2016-12-31", "målt", 30),
        ("2013-12-31", "vejen til målet", 5),
        ("2017-12-31", "vejen til målet", 50),
    ]


MANY_AT_ONE_PLACE = [
    ThemeCounts("Ledelse", {Sign.ACHIEVED: 1, Sign.MISSED: 2}),
    ThemeCounts("Kultur", {Sign.NO_DATA: 3}),
]


def test_the_distribution_draws_one_mark_a_promise():
    chart = distribution.distribution(MANY_AT_ONE_PLACE, mode="light", words=DA)
    assert sorted(column(chart, "sign")) == sorted(["achieved", *["missed"] * 2, *["no_data"] * 3])


def test_the_distributions_finding_counts_everything():
    # A count stays on one line.
    text = "6 løfter, 2 røde: 1~nået, 2~ikke~nået, 3~kan~ikke~vurderes".replace("~", "\u00a0")
    assert distribution.headline(MANY_AT_ONE_PLACE, DA) == text


def test_the_distributions_table_has_a_column_for_each_sign_that_occurs():
    assert distribution.table(MANY_AT_ONE_PLACE, DA)[0] == {
        "Tema": "Ledelse",
        "Løfter": "1\u00a0nået, 2\u00a0ikke\u00a0nået",
        "Nået": 1,
        "Ikke nået": 2,
        "Kan ikke vurderes": 0,
    }


def test_a_theme_without_promises_says_so():
    assert distribution.counts_text({}, DA) == "ingen løfter"
