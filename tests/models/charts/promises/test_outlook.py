import pytest

from models.charts.promises import trajectory
from models.charts.promises.frame import TimeAxis
from models.charts.promises.outlook import outlook_text
from models.strategy.rule.forecast import forecast
from models.wording import words
from tests.models.charts.reading import column
from tests.models.report.year.outcomes import a_standing, a_target, day, values

DA = words("da")
# FC1 of the worked cases, which is unlikely to reach its target, and FC2 with three points.
FOUR = values(y2013=5, y2014=12, y2015=24, y2016=30)
TARGET = a_target(strict=True)


def of(rows, target=TARGET):
    standing = a_standing(target=target, observations=rows)
    return standing, forecast(target, rows, as_of=day(2016))


@pytest.mark.parametrize(
    ("rows", "target", "text"),
    [
        (FOUR, TARGET, "Udsigt: målet nås næppe. Går det som hidtil, er tallet 39,2 % ved fristen, "
                       "med 80 % sikkerhed mellem 33,7 % og 44,6 %."),
        (FOUR[:3], TARGET, "Går det som hidtil, er tallet 43 % ved fristen. Det er en antydning: "
                           "der er kun 3 målinger."),
        (FOUR, a_target(due=2030), "Går det som hidtil, er tallet 100 % ved fristen. Det er en "
                                   "antydning: fristen ligger længere fremme, end der er målt."),
        (FOUR[:2], a_target(baseline=None, baseline_on=None), ""),
    ],
)  # fmt: skip
def test_the_outlook_says_what_comes_how_surely_and_when_it_is_only_a_hint(rows, target, text):
    standing, ahead = of(rows, target)
    assert outlook_text(standing, ahead, DA).replace("\u00a0", " ") == text


def test_the_picture_has_a_dotted_line_to_the_due_date_and_a_band_where_there_is_an_interval():
    def picture(rows, time=TimeAxis.DESCRIBED):
        standing, ahead = of(rows)
        look = {"mode": "light", "words": DA, "time": time, "forecast": ahead}
        return trajectory.trajectory(standing, rows, **look)

    marks = [layer["mark"]["type"] for layer in picture(FOUR).to_dict()["layer"]]
    assert "area" in marks
    assert [round(high, 1) for high in column(picture(FOUR), "high")] == [30, 44.6]
    assert column(picture(FOUR[:3]), "high") == []
    # By the day of entry there is nothing to prolong.
    assert column(picture(FOUR, TimeAxis.ENTERED), "high") == []


def test_the_words_around_the_picture_name_the_forecast():
    standing, ahead = of(FOUR)
    assert "Prikket med bånd" in trajectory.subtitle(standing, FOUR, DA, forecast=ahead)
    row = trajectory.table(standing, FOUR, DA, ahead)[-1]
    assert (row["Dag"], row["Hvad"], row["Fra"]) == ("2017-12-31", "går det som hidtil", 33.7)
    standing, ahead = of(FOUR[:3])
    assert "Prikket: hvis" in trajectory.subtitle(standing, FOUR, DA, forecast=ahead)
