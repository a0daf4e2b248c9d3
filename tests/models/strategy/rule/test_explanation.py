import pytest

from models.strategy.rule.explanation import explain
from models.strategy.rule.words import STATUS_WORD, status_word
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
    stand,
)

DA = words("da")


def why(target, *observations, on):
    return " ".join(explain(stand(target, *observations, on=on), target, DA))


def test_the_formula_is_told_with_its_numbers():
    assert explain(stand(a_target(), saw("2015-12-31", 24), on="2015-12-31"), a_target(), DA) == (
        "I risiko: Målt mod den forventede udvikling.",
        "Udgangspunktet er 5 den 31. dec. 2013.",
        "Målet er over 50 senest den 31. dec. 2017.",
        "Målingen er 24 og beskriver den 31. dec. 2015.",
        "Forventet den dag: 27,48, på den vedtagne vej fra 5 til 50.",
        "Forventet andel: (27,48 − 5) / (50 − 5) = 50 %.",
        "Gået andel: (24 − 5) / (50 − 5) = 42,2 %.",
        "Grænsen for på sporet er 26,36 (95 % af det forventede).",
        "Grænsen for bagud er 18,49 (60 % af det forventede).",
    )


TOLD = {
    "nothing adopted": (None, (), "2015-12-31", "Ingen data: Målet er ikke fastsat. Der er ingen"),
    "no target yet": (a_target(target=None), (), "2015-12-31", "Målet er ikke fastsat"),
    "no baseline": (a_target(baseline=None), (), "2015-12-31", "Udgangspunktet mangler"),
    "too early": (a_target(), (saw("2014-03-31", 6),), "2014-04-01", "Under 10 % af vejen"),
    "a tolerance": (
        a_level(tolerance=1.5), (saw("2015-12-31", 20),), "2016-01-01", "tolerancen 1,5",
    ),
    "no planned change": (
        a_target(target=5.0), (saw("2015-12-31", 5),), "2016-01-01", "fra 5 til 5.",
    ),
    "below": (
        lead_time(strict=True), (saw("2016-12-31", 300),), "2017-01-01", "Målet er under 200",
    ),
    "at most": (lead_time(), (saw("2016-12-31", 300),), "2017-01-01", "Målet er 200 senest"),
    "a milestone": (a_count(kind="milestone"), (), "2016-01-01", "Det skal være gjort senest"),
    "a range": (
        a_range(), (saw("2015-12-31", 90),), "2016-01-01", "mellem 95 og 100; indtil 2 uden for",
    ),
    "outside": (a_range(), (saw("2015-12-31", 90),), "2016-01-01", "Den ligger 5 uden for."),
    "an interval": (
        a_survey(), (poll("2013-01-31", 64, 120),), "2013-02-01", "mellem 44,4 og 62.",
    ),
    "a survey's red": (
        a_survey(), (poll("2013-01-31", 64, 120),), "2013-02-01", "Bagud kræver sikkerhed",
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
    "missed": (a_level(), (saw("2017-12-31", 40),), "2018-02-01", "Ikke nået: Målet blev"),
    "stale": (
        a_target(), (saw("2014-12-31", 17),), "2016-05-01", "ældre måling kan ikke være grøn",
    ),
    "expired": (a_target(), (saw("2014-12-31", 17),), "2018-01-01", "Fristen er nået, målingen"),
    "long expired": (
        a_target(due="2020-12-31"), (saw("2014-12-31", 17),), "2018-01-01", "ikke længere noget",
    ),
    "red kept": (
        a_target(due="2020-12-31"), (saw("2015-12-31", 6),), "2018-01-02", "Tavshed gør ikke",
    ),
    "undocumented": (a_target(), (), "2019-01-01", "Ikke dokumenteret: Fristen er overskredet"),
    "undocumented is red": (a_target(), (), "2019-01-01", "tæller som rødt"),
    "few of all": (
        a_survey(), (poll("2013-01-31", 64, 120, 300),), "2013-02-01", "Kun 40 % af dem, der kunne",
    ),
    "few answers": (a_survey(), (poll("2013-01-31", 9, 9),), "2013-02-01", "Færre end 30 gyldige"),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD.keys())
def test_every_turn_of_the_rule_has_its_sentence(case):
    target, observations, on, sentence = case
    assert sentence in why(target, *observations, on=on)


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD.keys())
def test_no_sentence_is_left_with_a_gap(case):
    target, observations, on, _ = case
    assert "{" not in why(target, *observations, on=on)


def test_only_a_promise_due_and_undocumented_has_its_own_word():
    assert status_word(stand(a_target(), on="2019-01-01")) == "Ikke dokumenteret"
    assert status_word(stand(a_target(), on="2015-01-01")) == "Ingen data"
    assert len(set(STATUS_WORD.values())) == len(STATUS_WORD)
