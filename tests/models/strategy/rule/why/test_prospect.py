import pytest

from models.strategy.observation import counting_observations
from models.strategy.rule.assess import assess
from models.strategy.rule.assessment import Status
from models.strategy.rule.forecast import forecast
from models.strategy.rule.override import in_force
from models.strategy.rule.why.explanation import explain
from models.strategy.rule.why.prospect import probability_text
from models.wording import words
from tests.models.strategy.builders import a_level, a_target, day, saw, stairs, stand
from tests.models.strategy.rule.cases_forecast import yearly
from tests.models.strategy.rule.cases_milestones import a_milestone, done, plan
from tests.models.strategy.rule.test_override import BETTER, DURING, WORSE

DA = words("da")


def why(target, points, on, **more):
    """The explanation with its forecast, as plain text."""
    rows = counting_observations([saw(ref, value) for ref, value in points], None)
    assessment = assess(target, rows, as_of=day(on))
    outlook = forecast(target, rows, as_of=day(on))
    return " ".join(explain(assessment, target, DA, forecast=outlook, **more)).replace(
        "\u00a0", " "
    )


SLOW = yearly(2013, 38, 40, 41.5, 43, 44.5)
PROSPECTS = {
    "a value with its interval and the probability": (
        a_target(), yearly(2013, 5, 12, 24, 30), "2016-12-31",
        "Udsigt: Fortsætter udviklingen, ventes 39,2 % den 31. dec. 2017. Med 80 % sikkerhed "
        "bliver det mellem 33,7 % og 44,6 %. At nå over 50 % er usandsynligt: sandsynligheden er "
        "3 %.",
    ),
    "three values": (
        a_target(), yearly(2013, 5, 12, 24), "2015-12-31",
        "ventes 43 % den 31. dec. 2017. Udsigten er kun vejledende: 3 målinger er for få",
    ),
    "a due date far away": (
        a_level(due="2027-12-31"), yearly(2013, 5, 12, 24, 30), "2016-12-31",
        "kun vejledende: der er længere til fristen",
    ),
    "a green taken away": (
        stairs(due="2020-12-31", target=60.0, points=(("2015-12-31", 42.0),), baseline=38.0),
        SLOW, "2017-12-31", "Derfor vises ”I risiko” og ikke ”På sporet”. En udsigt gør aldrig",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PROSPECTS.values(), ids=PROSPECTS.keys())
def test_a_forecast_stands_after_the_status(case):
    target, points, on, sentence = case
    assert sentence in why(target, points, on)


@pytest.mark.parametrize(
    ("probability", "text"),
    [(0.0, "under 1 %"), (0.5, "50 %"), (1.0, "over 99 %"), (0.01, "1 %"), (0.99, "99 %")],
)
def test_no_forecast_is_certain(probability, text):
    assert probability_text(probability, DA).replace("\u00a0", " ") == text


PLANS = {
    "in time": (
        (plan("2015-11-01", "2015-02-01"),), "2015-03-01",
        "På sporet: Vurderet efter planen. Det skal være gjort senest den 31. dec. 2015. Planen "
        "siger 1. nov. 2015; den er bekræftet 1. feb. 2015. Det er senest på fristen.",
    ),
    "late": (
        (plan("2016-02-09", "2015-02-01"),), "2015-03-01",
        "Det er 40 dage efter fristen. Indtil 55 dage for sent er i risiko, mere er bagud.",
    ),
    "not done": (
        (plan("2016-06-30", "2015-12-01"),), "2016-03-01",
        "Ikke nået: Ikke gennemført ved fristen. Det skal være gjort senest den 31. dec. 2015. "
        "Planen siger 30. jun. 2016; den er bekræftet 1. dec. 2015. Det er 61 dage siden fristen, "
        "og det er ikke gennemført.",
    ),
    "stale": (
        (plan("2015-12-31", "2014-01-01"),), "2015-04-05", "ingen har bekræftet længe, kan ikke",
    ),
    "expired": (
        (plan("2015-12-31", "2013-06-01"),), "2015-12-01", "bekræftet for længe siden til en",
    ),
    "a red that stays": (
        (plan("2016-06-30", "2013-06-01"),), "2015-12-01", "indtil planen bekræftes eller flyttes",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PLANS.values(), ids=PLANS.keys())
def test_a_milestone_is_explained_by_its_plan(case):
    plans, on, sentence = case
    assessment = assess(a_milestone(), (), as_of=day(on), plans=plans)
    assert sentence in " ".join(explain(assessment, a_milestone(), DA))


def test_a_milestone_that_is_done_needs_no_plan():
    rows, plans = done("2015-11-03"), (plan("2016-06-30", "2015-02-01"),)
    assessment = assess(a_milestone(), rows, as_of=day("2016-01-01"), plans=plans)
    assert "Planen" not in " ".join(explain(assessment, a_milestone(), DA))


def test_what_people_say_stands_beside_what_the_rule_says():
    red = stand(a_target(), saw("2014-12-31", 6), on="2015-03-01")
    override = in_force(BETTER, red.status, DURING)
    assert explain(red, a_target(), DA, override=override)[-1] == (
        "Reglen siger ”Bagud”. ejer kalder det ”I risiko” til og med 30. apr. 2015; godkendt af "
        "vicedirektør."
    )
    green = stand(a_target(), saw("2014-12-31", 17), on="2015-03-01")
    assert green.status is Status.ON_TRACK
    worse = in_force(WORSE, green.status, DURING)
    assert explain(green, a_target(), DA, override=worse)[-1] == (
        "Reglen siger ”På sporet”. ejer kalder det ”Bagud” til og med 30. apr. 2015."
    )
