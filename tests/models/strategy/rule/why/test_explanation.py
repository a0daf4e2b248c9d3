from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.strategy.rule.assessment import Status
from models.strategy.rule.why.explanation import explain
from models.strategy.rule.words import STATUS_WORD, status_word
from models.strategy.target import PathShape
from models.wording import words
from tests.models.strategy.builders import (
    a_count,
    a_level,
    a_range,
    a_survey,
    a_target,
    lead_time,
    poll,
    saw,
    stairs,
    stand,
)

DA = words("da")


def explained(target, *observations, on):
    """The explanation without the signs of percent, which the worked formula below has."""
    text = " ".join(explain(stand(target, *observations, on=on), target, DA))
    return text.replace("\u00a0%", "")


def test_the_formula_is_told_with_its_numbers():
    assert explain(stand(a_target(), saw("2015-12-31", 24), on="2015-12-31"), a_target(), DA) == (
        "I risiko: Målt mod den forventede udvikling.",
        "Udgangspunktet er 5\u00a0% den 31. dec. 2013.",
        "Målet er over 50\u00a0% senest den 31. dec. 2017.",
        "Målingen er 24\u00a0% og gælder den 31. dec. 2015.",
        "Tid: 730 af 1.461 dage er gået, fra 31. dec. 2013 til 31. dec. 2017.",
        "Forventet den dag: 5 + (50 − 5) × 730 / 1.461 = 27,48\u00a0%.",
        "Tilbagelagt: (24 − 5) / (50 − 5) = 42,2\u00a0% af hele ændringen. Planlagt til den dag: "
        "50\u00a0%.",
        "Grænsen for på sporet er 95\u00a0% af den planlagte ændring: 5 + 0,95 × (27,48 − 5) = "
        "26,36\u00a0%.",
        "Grænsen for bagud er 60\u00a0% af den planlagte ændring: 5 + 0,6 × (27,48 − 5) = "
        "18,49\u00a0%.",
        "24\u00a0% ligger mellem 18,49\u00a0% og 26,36\u00a0%, altså i risiko den dag: der mangler "
        "2,36 procentpoint til på sporet og 3,48 procentpoint til det forventede.",
    )


SENTENCES = {
    "nothing adopted": (None, (), "2015-12-31", "Ingen data: Målet er ikke fastsat. Der er ingen"),
    "no target yet": (a_target(target=None), (), "2015-12-31", "Målet er ikke fastsat"),
    "no baseline": (a_target(baseline=None), (), "2015-12-31", "Udgangspunktet mangler"),
    "too early": (a_target(), (saw("2014-03-31", 6),), "2014-04-01", "Først når 10 % af"),
    "a tolerance": (
        a_level(tolerance=1.5), (saw("2015-12-31", 20),), "2016-01-01",
        "tolerancen 1,5 procentpoint",
    ),
    "no planned change": (
        a_target(target=5.0), (saw("2015-12-31", 5),), "2016-01-01", "5 er ikke over 5.",
    ),
    "below": (
        lead_time(strict=True), (saw("2016-12-31", 300),), "2017-01-01", "Målet er under 200",
    ),
    "at most": (lead_time(), (saw("2016-12-31", 300),), "2017-01-01", "Målet er 200 senest"),
    "a milestone": (a_count(kind="milestone"), (), "2016-01-01", "Det skal være gjort senest"),
    "a range": (
        a_range(), (saw("2015-12-31", 90),), "2016-01-01",
        "mellem 95 og 100; indtil 2 procentpoint uden for",
    ),
    "outside": (a_range(), (saw("2015-12-31", 90),), "2016-01-01",
        "90 ligger 5 procentpoint uden for, mere end tolerancen 2 procentpoint: altså bagud",
    ),
    "an interval": (
        a_survey(), (poll("2013-01-31", 64, 120),), "2013-02-01", "mellem 44,4 og 62.",
    ),
    "a survey's red": (
        a_survey(), (poll("2013-01-31", 64, 120),), "2013-02-01", "også den bedste",
    ),
    "uncertain": (
        a_survey(), (poll("2014-12-15", 244, 400),), "2015-01-15", "Udfaldet er usikkert",
    ),
    "certain": (
        a_survey(), (poll("2014-12-15", 12200, 20000),), "2015-01-15", "Udfaldet er sikkert",
    ),
    "late": (
        a_target(), (saw("2018-12-31", 55),), "2019-02-01", "nået 365 dage efter fristen",
    ),
    "not more than": (
        a_target(), (saw("2017-12-31", 50),), "2018-02-01", "Præcis på målet er ikke nok",
    ),
    "missed": (a_level(), (saw("2017-12-31", 40),), "2018-02-01", "Ikke nået: Afgjort ved"),
    "stale": (
        a_target(), (saw("2014-12-31", 17),), "2016-05-01", "ældre måling kan ikke være grøn",
    ),
    "expired": (a_target(), (saw("2014-12-31", 17),), "2018-01-01", "Fristen er nået, slut"),
    "long expired": (
        a_target(due="2020-12-31"), (saw("2014-12-31", 17),), "2018-01-01", "er for gammel til",
    ),
    "red kept": (
        a_target(due="2020-12-31"), (saw("2015-12-31", 6),), "2018-01-02", "Status er rød, indtil",
    ),
    "undocumented": (a_target(), (), "2019-01-01", "Ikke dokumenteret: Fristen er overskredet"),
    "undocumented is red": (a_target(), (), "2019-01-01", "tæller løftet som rødt"),
    "few of all": (
        a_survey(), (poll("2013-01-31", 64, 120, 300),), "2013-02-01", "Kun 40 % af dem, der kunne",
    ),
    "no number of answers": (
        a_survey(), (saw("2013-01-31", 85),), "2013-02-01", "antallet af svar mangler",
    ),
    "no number of answers when it was due": (
        a_survey(), (saw("2014-12-31", 85),), "2020-02-01", "antallet af svar mangler",
    ),
    "few answers": (
        a_survey(), (poll("2013-01-31", 9, 9),), "2013-02-01", "Færre gyldige svar end 30",
    ),
    "reached": (
        a_level(target=63.0), (saw("2017-12-31", 65.1),), "2018-02-01",
        "65,1 er mindst 63, altså nået.",
    ),
    "not reached": (
        a_level(), (saw("2017-12-31", 46),), "2018-02-01",
        "46 er ikke mindst 50, altså ikke nået: der mangler 4 procentpoint.",
    ),
    "exactly is not over": (
        a_target(), (saw("2017-12-31", 50),), "2018-02-01", "50 er ikke over 50, altså ikke nået.",
    ),
    "a hair short": (
        a_level(), (saw("2017-12-31", 49.9996),), "2018-02-01", "49,9996 er ikke mindst 50",
    ),
    "few enough": (
        lead_time(), (saw("2020-12-31", 195),), "2021-02-01", "195 er højst 200, altså nået.",
    ),
    "the due day beside the day that reached it": (
        a_target(), (saw("2017-12-31", 46), saw("2018-12-31", 55)), "2019-02-01",
        "Ved fristen var 46 (31. dec. 2017) ikke over 50. 55 er over 50, altså nået.",
    ),
    "a range kept": (
        a_range(due="2017-12-31"), (saw("2017-12-31", 96),), "2018-02-01",
        "96 er mellem 95 og 100, altså nået.",
    ),
    "a range left at the top": (
        a_range(due="2017-12-31", high=98.0), (saw("2017-12-31", 99),), "2018-02-01",
        "99 ligger 1 procentpoint uden for, altså ikke nået.",
    ),
    "inside": (
        a_range(), (saw("2015-12-31", 97),), "2016-01-01",
        "97 er mellem 95 og 100, altså på sporet",
    ),
    "only a floor": (
        a_range(high=None), (saw("2015-12-31", 97),), "2016-01-01", "97 er mindst 95, altså",
    ),
    "only a ceiling": (
        a_range(low=None), (saw("2015-12-31", 97),), "2016-01-01", "97 er højst 100, altså",
    ),
    "just outside": (
        a_range(), (saw("2015-12-31", 94),), "2016-01-01",
        "inden for tolerancen 2 procentpoint: altså i risiko",
    ),
    "outside, but not for certain": (
        a_range(kind="survey"), (poll("2015-12-31", 92, 100),), "2016-01-01",
        "men intervallet når ind",
    ),
    "done": (
        a_count(kind="milestone", target=1.0), (saw("2015-12-31", 1),), "2016-01-15",
        "Det er gennemført, altså nået.",
    ),
    "not done": (
        a_count(kind="milestone", target=1.0), (saw("2017-12-31", 0),), "2018-01-15",
        "Det er ikke gennemført, altså ikke nået.",
    ),
    "behind": (
        a_level(), (saw("2015-12-31", 18.4),), "2016-01-01",
        "18,4 når ikke grænsen 18,49, altså bagud den dag: der mangler 7,96 procentpoint til på "
        "sporet og 9,08 procentpoint til det forventede.",
    ),
    "on the way": (
        a_level(), (saw("2015-12-31", 26.37),), "2016-01-01",
        "26,37 når grænsen 26,36, altså på sporet den dag.",
    ),
    "a hair off the line": (
        a_level(), (saw("2015-12-31", 26.36),), "2016-01-01", "mellem 18,4908 og 26,3604",
    ),
    "met before due": (
        a_level(), (saw("2015-12-31", 60),), "2016-01-01", "60 er mindst 50: målet er nået og",
    ),
    "more than today": (
        a_target(target=5.0), (saw("2015-12-31", 6),), "2016-01-01",
        "6 er over 5: målet er nået og",
    ),
    "down": (
        lead_time(), (saw("2016-12-31", 350),), "2017-01-01",
        "400 + 0,6 × (314,27 − 400) = 348,56. 350 når ikke grænsen 348,56, altså bagud",
    ),
    "a survey not surely behind": (
        a_survey(), (poll("2013-01-31", 50, 100),), "2013-02-01", "men intervallet når den",
    ),
    "a tolerance in the sum": (
        a_level(tolerance=1.5), (saw("2015-12-31", 20),), "2016-01-01",
        "5 + 0,95 × (27,48 − 5) − 1,5 = 24,86.",
    ),
    "a tolerance downwards": (
        lead_time(tolerance=10.0), (saw("2016-12-31", 350),), "2017-01-01", " + 10 = 328,56.",
    ),
    "an interim point": (
        stairs(shape=PathShape.LINEAR), (saw("2016-12-31", 33),), "2017-01-01",
        "Tid: 366 af 731 dage er gået, fra 31. dec. 2015 til 31. dec. 2017. "
        "Forventet den dag: 20 + (50 − 20) × 366 / 731 = 35,02.",
    ),
    "a step": (
        stairs(), (saw("2016-12-31", 33),), "2017-01-01",
        "Forventet den dag: 20; næste trin er 50 den 31. dec. 2017.",
    ),
    "on the due day": (
        a_level(), (saw("2017-12-31", 40),), "2017-12-31", "Forventet den dag: 50.",
    ),
    "outside the days that decide": (
        a_level(), (saw("2017-06-30", 80),), "2018-06-01",
        "for en dag fra 2. jul. 2017 til 31. mar. 2018. En senere måling kan kun",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SENTENCES.values(), ids=SENTENCES.keys())
def test_every_turn_of_the_rule_has_its_sentence(case):
    target, observations, on, sentence = case
    assert sentence in explained(target, *observations, on=on)


@pytest.mark.parametrize("case", SENTENCES.values(), ids=SENTENCES.keys())
def test_no_sentence_is_left_with_a_gap(case):
    target, observations, on, _ = case
    assert "{" not in explained(target, *observations, on=on)


def test_values_and_gaps_carry_the_unit_of_the_figure():
    late = stand(lead_time(), saw("2016-12-31", 350), on="2017-01-01")
    text = " ".join(explain(late, lead_time(), DA, unit="dage"))
    assert "Udgangspunktet er 400\u00a0dage den" in text
    assert "350\u00a0dage når ikke grænsen 348,56\u00a0dage, altså bagud" in text
    assert "der mangler 31,44 dage til på sporet og 35,73 dage til det forventede" in text


def test_what_is_done_or_not_has_no_figures():
    target = a_count(kind="milestone", target=1.0)
    text = explained(target, saw("2015-12-31", 1), on="2016-01-15")
    assert text == (
        "Nået til tiden. Det skal være gjort senest den 31. dec. 2017. "
        "Den 31. dec. 2015 var det gennemført. Det er gennemført, altså nået."
    )


def test_what_stays_reached_has_no_days_that_decide():
    assert "Løftet afgøres" not in explained(a_count(), on="2019-01-01")


VERDICT = {
    Status.ON_TRACK: ("altså på sporet", "skal holdes"),
    Status.AT_RISK: ("altså i risiko",),
    Status.OFF_TRACK: ("altså bagud",),
}


@given(st.integers(0, 100), st.integers(400, 1461), st.booleans(), st.integers(0, 3))
@settings(max_examples=100)
def test_the_sum_ends_in_the_status(k, days, survey, tolerance):
    target = a_level(kind="survey" if survey else "percentage", tolerance=float(tolerance))
    day = date(2013, 12, 31) + timedelta(days=days)
    assessment = stand(target, poll(day.isoformat(), k, 100), on=day.isoformat())
    text = " ".join(explain(assessment, target, DA))
    assert any(words in text for words in VERDICT[assessment.status])


def test_only_a_promise_due_and_undocumented_has_its_own_word():
    assert status_word(stand(a_target(), on="2019-01-01")) == "Ikke dokumenteret"
    assert status_word(stand(a_target(), on="2015-01-01")) == "Ingen data"


def test_a_measurement_that_decides_nothing_is_not_called_no_data():
    early = stand(a_target(), saw("2014-02-01", 6), on="2014-02-02")
    assert early.value is not None
    assert status_word(early) == "Kan ikke vurderes"
    assert len(set(STATUS_WORD.values())) == len(STATUS_WORD)


def test_a_value_that_fell_short_by_little_does_not_read_as_the_target():
    records = (saw("2017-12-31", 49.998), saw("2018-12-31", 60))
    text = explained(a_target(), *records, on="2019-01-01")
    assert "Ved fristen var 49,998 (31. dec. 2017) ikke over 50." in text


def test_a_value_a_little_outside_its_range_does_not_lie_nothing_outside():
    text = explained(a_range(), saw("2016-01-01", 100.004), on="2016-01-02")
    assert "ligger 0,004 uden for" in text.replace(" procentpoint", "")


def test_an_interval_that_keeps_clear_of_the_target_does_not_read_as_touching_it():
    text = explained(a_survey(target=54.91), poll("2014-12-31", 200, n=400), on="2015-02-01")
    assert "Målet er 54,91 senest" in text
    assert "mellem 45,12 og 54,88." in text
