import pytest

from models.charts.palette import palette
from models.charts.promises import bullet, distribution, trajectory
from models.charts.promises.distribution import ThemeCounts
from models.charts.promises.signs import SHAPE, Sign
from models.strategy.observation import counting_observations
from models.wording import words
from tests.models.report.year.outcomes import a_criterion, a_standing, a_target, day, values

DA = words("da")
AT_RISK = a_standing(target=a_target(strict=True), observations=values(y2015=24, y2016=30))
ON_TRACK = a_standing(a_criterion("C2"), a_target("C2"), values("C2", y2016=60))
UNMEASURED = a_standing(a_criterion("C3"))


def spec(chart):
    return chart.to_dict()


def rows(chart, column):
    data = spec(chart)["datasets"].values()
    return [row[column] for table in data for row in table if column in row]


def title(chart):
    text = spec(chart)["title"]["text"]
    return " ".join(text) if isinstance(text, list) else text


def chart_of(standing, mode="light"):
    return trajectory.trajectory(
        standing, counting_observations(standing.observations, None), mode=mode, words=DA
    )


def bars(*standings, most=None, mode="light"):
    return bullet.bullet(standings, mode=mode, words=DA, most=most)


def test_the_bullet_leaves_out_what_cannot_be_drawn():
    assert set(rows(bars(AT_RISK, ON_TRACK, UNMEASURED), "id")) == {"C1", "C2"}


def test_the_bullet_shows_the_farthest_behind_first():
    assert rows(bars(ON_TRACK, AT_RISK, most=1), "id") == ["C1"]


def test_what_was_reached_late_is_not_behind():
    late = a_standing(a_criterion("L"), a_target("L", due=2015), values("L", y2015=9, y2016=50))
    assert [s.criterion.id for s in bullet.farthest_behind([late, AT_RISK])] == ["C1", "L"]


def test_the_bullets_title_speaks_of_all_promises():
    text = "1 af 3 løfter er nået eller på sporet, 0 er røde"
    assert title(bars(AT_RISK, ON_TRACK, UNMEASURED, most=1)) == text


def test_a_moved_due_date_stands_in_the_chart_and_in_its_text():
    moved = a_standing(a_criterion(due=2014), a_target(due=2017), values(y2016=30))
    assert rows(bars(moved), "label") == ["Løftet C1\nFrist flyttet 2014 → 2017"]
    assert "Frist flyttet 2014 → 2017" in bullet.alt_text([moved], DA)


def test_the_bullets_title_counts_reds_without_a_bar_and_late_ones_apart():
    late = a_standing(a_criterion("L"), a_target("L", due=2014), values("L", y2014=9, y2016=50))
    silent = a_standing(a_criterion("S"), a_target("S", due=2014))
    text = "0 af 2 løfter er nået til tiden eller på sporet, 1 nået for sent, 1 er rødt"
    assert title(bars(late, silent)) == text


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_bar_has_the_colour_and_the_shape_of_its_status(mode):
    chart = bars(AT_RISK, mode=mode)
    assert rows(chart, "fill") == [palette(mode).fill[Sign.AT_RISK]]
    assert rows(chart, "shape") == [SHAPE[Sign.AT_RISK]]


def test_a_bar_beyond_the_target_ends_at_the_edge_and_its_words_do_not():
    chart = bars(a_standing(target=a_target(), observations=values(y2016=500)))
    assert rows(chart, "walked") == [bullet.FARTHEST]
    assert "500" in rows(chart, "standing")[0]


def test_a_bar_that_went_backwards_is_empty():
    assert rows(bars(a_standing(target=a_target(), observations=values(y2016=1))), "walked") == [0]


def test_the_bullet_is_told_in_words_from_the_same_numbers():
    text = bullet.alt_text([AT_RISK, UNMEASURED], DA).replace("\u00a0", " ")
    assert "Løftet C1: I risiko: 30 %, mål over 50 %; 56 % af den lovede ændring" in text
    assert "C3" not in text


def test_the_trajectory_runs_from_baseline_to_target():
    corners = [row for row in next(iter(_tables(chart_of(AT_RISK), "value"))) if "value" in row]
    assert [row["value"] for row in corners] == [5, 50]


def _tables(chart, column):
    return [t for t in spec(chart)["datasets"].values() if column in t[0] and len(t[0]) == 2]


def test_a_replaced_observation_is_not_drawn():
    corrected = (*values(y2016=99), *values(y2016=30))
    chart = chart_of(a_standing(target=a_target(), observations=corrected))
    assert "99\u00a0%" not in rows(chart, "figure")


def test_the_trajectorys_title_is_the_finding_in_the_colour_of_the_status():
    chart = chart_of(AT_RISK)
    assert title(chart).startswith("I risiko: 30\u00a0% den 31. dec. 2016")
    assert spec(chart)["title"]["color"] == palette("light").text[Sign.AT_RISK]


def test_the_trajectorys_title_stands_beside_the_shape_of_the_status():
    marks = [layer["mark"] for layer in spec(chart_of(AT_RISK))["layer"]]
    assert marks[-1]["shape"] == SHAPE[Sign.AT_RISK]


def test_a_promise_without_target_draws_what_was_observed():
    chart = chart_of(a_standing(observations=values(y2016=30)))
    assert title(chart).startswith("Ingen data")
    assert rows(chart, "figure") == ["30\u00a0%"]


def test_a_target_without_observations_draws_the_path():
    chart = chart_of(a_standing(target=a_target()))
    assert title(chart) == "Ingen data: mål mindst 50\u00a0%"
    assert rows(chart, "figure") == []


def test_a_maintained_value_shows_its_limits():
    hold = a_target(baseline=None, target=None, direction="maintain", low=45, high=55)
    chart = chart_of(a_standing(target=hold, observations=values(y2016=50)))
    assert {"value": 45} in next(t for t in spec(chart)["datasets"].values() if len(t[0]) == 1)


def test_years_are_ticked_where_yearly_figures_lie():
    axis = spec(chart_of(AT_RISK))["layer"][0]["encoding"]["x"]["axis"]
    assert axis["values"][0] == {"date": 31, "month": 12, "year": day(2013).year}


def test_the_trajectory_is_told_in_words_from_the_same_numbers():
    text = trajectory.alt_text(AT_RISK, AT_RISK.observations, DA).replace("\u00a0", " ")
    assert "Udgangspunkt 5 % den 31. dec. 2013. Mål over 50 % den 31. dec. 2017." in text
    assert "31. dec. 2015: 24 %." in text


def test_without_baseline_the_trajectory_tells_only_the_target():
    bare = a_standing(target=a_target(baseline=None, baseline_on=None))
    assert "Udgangspunkt" not in trajectory.alt_text(bare, (), DA)


def test_without_target_the_trajectory_tells_only_what_was_seen():
    standing = a_standing(observations=values(y2016=30))
    assert "Mål" not in trajectory.alt_text(standing, standing.observations, DA)


MANY_AT_ONE_PLACE = [
    ThemeCounts("Ledelse", {Sign.ACHIEVED: 1, Sign.MISSED: 2}),
    ThemeCounts("Kultur", {Sign.NO_DATA: 3}),
]


def test_the_distribution_draws_one_mark_a_promise():
    chart = distribution.distribution(MANY_AT_ONE_PLACE, mode="light", words=DA)
    assert sorted(rows(chart, "sign")) == sorted(["achieved", *["missed"] * 2, *["no_data"] * 3])


def test_the_distributions_title_counts_everything():
    chart = distribution.distribution(MANY_AT_ONE_PLACE, mode="dark", words=DA)
    assert title(chart) == "6 løfter, 2 røde: 1 nået, 2 ikke nået, 3 uden data"


def test_the_distribution_is_told_in_words_from_the_same_numbers():
    assert "Ledelse: 1 nået, 2 ikke nået." in distribution.alt_text(MANY_AT_ONE_PLACE, DA)


def test_a_theme_without_promises_says_so():
    assert distribution.counts_text({}, DA) == "ingen løfter"
