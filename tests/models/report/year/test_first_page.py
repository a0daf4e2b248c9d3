from datetime import date

import pytest

from models.charts.promises.signs import Sign
from models.report.year.context import YearContext
from models.report.year.first_page import all_changes, first_page, owner_words, shortened
from models.report.year.html import html
from models.report.year.phrases import phrases
from models.steering.committee_proposal import CommitteeProposal
from models.steering.explanation import Explanation
from models.strategy.rule.change import Cause
from models.wording import words
from tests.models.report.year.outcomes import a_criterion, a_standing, a_status, a_target, values
from tests.models.report.year.test_annual_status import REGION

DA = words("da")
WHY = Explanation("C", "Vi mangler folk.", entered_by="ejer", entered_on=date(2017, 2, 1))
BEFORE = YearContext(
    before_day=date(2015, 12, 31),
    before=(
        a_standing(a_criterion("A"), a_target("A"), values("A", y2015=30), year=2015),
        a_standing(a_criterion("B"), a_target("B"), values("B", y2015=6), year=2015),
    ),
    causes={"A": (Cause.TIME, Cause.DATA)},
    explanations={"C": WHY},
    proposals=(CommitteeProposal("small", 2016, 1, "At flytte fristen."),),
)


@pytest.fixture
def page():
    return first_page(a_status(REGION, context=BEFORE), DA)


def test_one_sentence_says_how_all_promises_stand(page):
    assert page.finding == (
        "2 af 6 løfter er nået til tiden eller på sporet, 2 er røde, 1 er i risiko "
        "og 1 kan ikke vurderes."
    )


@pytest.mark.parametrize(
    ("standing", "sentence"),
    [
        (a_standing(), "Ingen af strategiens løfter kan vurderes endnu."),
        (REGION[2], "0 af 1 løfte er nået til tiden eller på sporet og 1 er rødt."),
    ],
)
def test_the_sentence_names_only_what_there_is(standing, sentence):
    assert first_page(a_status([standing]), DA).finding == sentence


def test_the_bar_counts_every_promise_once(page):
    assert sum(part.n for part in page.bar.parts) == 6
    assert sum(part.n for part in page.before.parts) == 2


def test_what_fell_stands_before_what_rose(page):
    assert [(line.criterion_id, line.before.sign, line.after.sign) for line in page.changes] == [
        ("A", Sign.ON_TRACK, Sign.AT_RISK),
        ("B", Sign.OFF_TRACK, Sign.ON_TRACK),
    ]
    assert [line.cause for line in page.changes] == ["Tiden er gået og nye tal", ""]
    assert page.change == "Siden 31. dec. 2015 er 1 faldet og 1 steget."


def test_without_a_year_before_nothing_is_compared():
    page = first_page(a_status(REGION), DA)
    assert (page.before, page.change, page.changes) == (None, "", ())


def test_a_red_has_its_gap_its_owner_and_the_owners_words(page):
    measured, overdue = page.reds
    assert measured.facts == "6\u00a0%, mål mindst 50\u00a0%: mangler 44\u00a0procentpoint"
    assert measured.terms == "Ingen ansvarlig · frist 31. dec. 2017"
    assert measured.why == "”Vi mangler folk.” (1. feb. 2017)"
    assert overdue.why == ""
    assert overdue.facts == "ingen måling"


def test_a_target_reached_late_is_counted_apart_from_those_kept_in_time():
    late = a_standing(
        a_criterion("L", due=2014), a_target("L", due=2014), values("L", y2014=40, y2015=60)
    )
    assert first_page(a_status([late, REGION[1]]), DA).finding == (
        "1 af 2 løfter er nået til tiden eller på sporet, 1 er nået for sent og 0 er røde."
    )


def test_without_any_measurement_the_reds_are_those_without_documentation():
    overdue = a_standing(a_criterion("U", due=2014), a_target("U", due=2014, owner="Ea"))
    status = a_status([overdue])
    assert phrases(status, DA, None)["worst_heading"] == "Uden dokumentation"
    assert phrases(a_status(REGION), DA, None)["worst_heading"] == "Længst bagefter planen"
    why = first_page(status, DA).reds[0].why
    assert why == "Den ansvarlige har ikke skrevet en forklaring."


def test_at_most_three_reds_are_shown_and_the_others_counted():
    reds = [
        a_standing(a_criterion(f"R{n}"), a_target(f"R{n}", owner="Ea"), values(f"R{n}", y2016=6))
        for n in range(5)
    ]
    page = first_page(a_status(reds), DA)
    assert [red.terms for red in page.reds] == ["Ea · frist 31. dec. 2017"] * 3
    assert page.more_reds == "2 flere står i bilaget."


@pytest.mark.parametrize(
    ("by_when", "action"),
    [
        (None, "Det gør vi: Vi ansætter."),
        (date(2017, 9, 1), "Det gør vi inden 1. sep. 2017: Vi ansætter."),
    ],
)
def test_an_owner_says_what_is_done_and_by_when(by_when, action):
    explanation = Explanation("C", "Fordi.", "Vi ansætter.", by_when, entered_on=date(2017, 2, 1))
    assert owner_words(explanation, DA) == ("”Fordi.” (1. feb. 2017)", action)


def test_a_long_text_ends_after_a_whole_word():
    assert shortened("kort", 14) == "kort"
    assert shortened("Vi mangler, folk nok", 14) == "Vi mangler …"


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_the_printed_page_has_the_same_texts(language):
    status = a_status(REGION, context=BEFORE)
    paper, page = html(status, words(language)), first_page(status, words(language))
    texts = [page.finding, page.change, *page.proposals]
    texts += [text for red in page.reds for text in (red.text, red.facts, red.terms, red.why)]
    assert all(text in paper for text in texts)
    assert len(all_changes(status, words(language))) == 2
