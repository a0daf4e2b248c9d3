from math import nan

import pytest

from models.wording import LANGUAGES, figures, words
from survey.release.figure import HIDDEN, Figure, WhyHidden

DA = words("da")
PUBLISHED = Figure(n=23, mean=58, low=52, high=64)


@pytest.mark.parametrize(
    ("mean", "text"), [(None, "skjult"), (5, "højst 5"), (95, "mindst 95"), (58, "58")]
)
def test_a_mean_is_open_at_both_ends(mean, text):
    assert figures.mean(Figure(mean=mean), DA) == text


def test_a_missing_number_is_a_dash_and_a_hidden_one_says_so():
    assert figures.points(None, DA) == "–"
    assert figures.hidden(DA) == "skjult"


def test_what_was_not_asked_is_not_hidden():
    assert figures.mean(Figure(why=WhyHidden.NOT_ASKED), DA) == "ikke spurgt"


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "–"), (5, "højst 5\u00a0%"), (95, "mindst 95\u00a0%"), (72, "72\u00a0%")],
)
def test_a_published_share_is_open_at_both_ends(value, text):
    assert figures.coded_percent(value, DA) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "–"), (3, "3\u00a0%"), (99.7, "100\u00a0%"), (104.0, "100\u00a0%")],
)
def test_a_rate_is_exact_and_never_above_100(value, text):
    assert figures.percent(value, DA) == text


def test_the_ends_of_an_interval_stand_beside_each_other():
    assert figures.interval(PUBLISHED, DA) == "52–64"
    assert figures.interval(Figure(low=59, high=59), DA) == "59"
    assert figures.interval(HIDDEN, DA) == "–"


def test_a_statistic_has_all_its_decimals_in_the_signs_of_the_language():
    assert figures.decimals(0.8, 2, DA) == "0,80"
    assert figures.decimals(0.8, 2, words("en")) == "0.80"
    assert figures.decimals(nan, 2, DA) == "–"


def test_a_statistic_has_an_interval_only_with_both_ends():
    assert figures.decimals_span(0.71, 0.8, 2, DA) == "0,71–0,80"
    assert figures.decimals_span(nan, 0.8, 2, DA) == figures.decimals_span(0.7, nan, 2, DA) == ""


def test_a_percentage_carries_its_interval():
    assert figures.percent_with_interval(60, 55, 65, DA) == "60\u00a0% (55–65)"


def test_an_interval_is_named_as_one():
    assert figures.interval_sentence(PUBLISHED, DA) == "90 % interval 52–64"
    assert figures.interval_sentence(Figure(low=59, high=59), DA) == "usikkerhed under ét point"
    assert figures.interval_sentence(HIDDEN, DA) == ""


@pytest.mark.parametrize(
    ("figure", "text"),
    [(PUBLISHED, "58 (52–64)"), (Figure(mean=58), "58"), (HIDDEN, "skjult"),
     (Figure(mean=58, low=58, high=58), "58"), (Figure(n=9), "for få svarede")],
)  # fmt: skip
def test_a_mean_carries_its_interval(figure, text):
    assert figures.mean_with_interval(figure, DA) == text


def test_a_share_carries_its_interval():
    assert figures.share_with_interval(41.0, 37.6, 44.2, DA) == "41\u00a0% (38–44)"


@pytest.mark.parametrize(("moved", "text"), [(8.0, "+8"), (-7.6, "−8"), (0.2, "0"), (-0.2, "0")])
def test_a_difference_carries_its_sign(moved, text):
    assert figures.signed(moved, DA) == text


def test_the_ends_of_a_difference_carry_their_signs():
    assert figures.signed_span(-2.2, 6.1, DA) == "−2 til +6"


def test_two_waves_stand_beside_each_other():
    assert figures.before_and_after(52, 95, 43, DA) == "52 → mindst 95 (+43)"


@pytest.mark.parametrize("why", WhyHidden)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_for_hiding_has_its_sentence(why, language):
    assert figures.why_hidden(Figure(why=why), words(language)).endswith(".")


def test_what_is_published_is_not_explained():
    assert figures.why_hidden(PUBLISHED, DA) == ""


def test_the_smallest_group_explains_why_units_are_hidden():
    assert "Mindst 5 svar" in figures.why_units_hidden(5, DA)


def test_whose_figures_stand_instead_is_named():
    assert figures.shown_instead("Kirurgi", DA).endswith("Her står tallene for Kirurgi.")


def test_a_detectable_change_is_never_less_than_an_arrow_takes():
    assert "7 point eller mere" in figures.detectable(6.2, DA)
    assert "5 point eller mere" in figures.detectable(1.0, DA)
    assert figures.detectable(None, DA) == ""


def test_a_detectable_change_of_a_criterion_is_rounded_up_to_whole_points():
    assert "2 point eller mere" in figures.detectable(1.2, DA, at_least=1)


def test_the_silent_are_imagined_lower():
    assert figures.if_silent_lower(PUBLISHED, 0.4, DA).endswith("ville tallet være 48.")
    assert figures.if_silent_lower(Figure(mean=8), 0.4, DA).endswith("være højst 5.")
    assert figures.if_silent_lower(HIDDEN, 0.4, DA) == ""


def test_of_a_coarse_share_only_the_most_it_may_do_is_named():
    assert "op til 13 point" in figures.if_at_most_silent_lower(0.5, DA)
