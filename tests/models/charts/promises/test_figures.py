from datetime import date

import pytest

from models.charts.promises.figures import (
    at_due,
    decided_figure,
    figure,
    late_word,
    moved_text,
    moved_total,
    share,
    target_text,
    unit_word,
)
from models.wording import words
from tests.models.report.year.outcomes import a_criterion, a_standing, a_target, values

DA = words("da")


def figure_text(value, **criterion):
    return figure(value, a_standing(a_criterion(**criterion)), DA).replace("\u00a0", " ")


def demand(**target):
    return target_text(a_standing(target=a_target(**target)), DA).replace("\u00a0", " ")


def test_a_share_carries_its_percent_sign():
    assert figure_text(46.25) == "46,2 %"


def test_a_count_is_a_bare_number():
    assert figure_text(1200, kind="count") == "1.200"


def test_a_milestone_is_done_or_not():
    assert figure_text(1, kind="milestone") == "gennemført"
    assert figure_text(0, kind="milestone") == "ikke gennemført"


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_what_is_missing_is_a_dash_and_never_zero(missing):
    assert figure_text(missing) == "–"


def test_a_target_that_chose_percentages_makes_figures_percentages():
    chosen = a_standing(a_criterion(kind="count"), a_target())
    assert figure(46, chosen, DA) == "46\u00a0%"


@pytest.mark.parametrize(
    ("target", "words_of_it"),
    [
        ({"strict": True}, "over 50 %"),
        ({}, "mindst 50 %"),
        ({"direction": "decrease"}, "højst 50 %"),
        ({"direction": "decrease", "strict": True}, "under 50 %"),
        ({"direction": "maintain", "low": 45, "high": 55}, "mellem 45 % og 55 %"),
        ({"direction": "maintain", "low": 45}, "mindst 45 %"),
        ({"direction": "maintain", "high": 55}, "højst 55 %"),
        ({"target": None}, "ikke sat"),
        ({"kind": "milestone", "target": 1}, "gennemført"),
    ],
)
def test_a_demand_is_said_in_words(target, words_of_it):
    assert demand(**target) == words_of_it


def test_a_promise_without_target_says_so():
    assert target_text(a_standing(), DA) == "ikke sat"


def test_a_share_of_the_way_is_a_whole_percentage():
    assert share(0.5556, DA) == "56\u00a0%"
    assert share(None, DA) == "–"


def test_a_promise_kept_late_says_how_late():
    late = a_standing(a_criterion(), a_target(due=2015), values(y2015=40, y2016=50), year=2016)
    assert late_word(late, DA) == "Nået 366 dage for sent"
    assert decided_figure(late, DA) == "50\u00a0%"
    assert at_due(late, DA) == "ved fristen 40\u00a0% (31. dec. 2015)"


@pytest.mark.parametrize(
    ("value", "text"),
    [(49.96, "49,96"), (50, "50"), (49.5, "49,5"), (50.00004, "50,00004"), (50 - 1e-9, "50")],
)
def test_a_value_beside_its_limit_is_never_rounded_onto_it(value, text):
    near = a_standing(target=a_target(due=2016), observations=values(y2016=value))
    assert decided_figure(near, DA) == f"{text}\u00a0%"


def test_a_value_that_fell_short_is_never_rounded_onto_its_limit():
    late = a_standing(a_criterion(), a_target(due=2015), values(y2015=49.96, y2016=51), year=2016)
    assert at_due(late, DA) == "ved fristen 49,96\u00a0% (31. dec. 2015)"


def test_a_target_is_written_as_it_was_set():
    assert demand(target=49.96) == "mindst 49,96 %"


@pytest.mark.parametrize(
    ("due", "text"),
    [
        (date(2014, 12, 31), "Frist flyttet 2014 → 2017"),
        (date(2017, 3, 1), "Frist flyttet 1. mar. 2017 → 31. dec. 2017"),
        (date(2017, 12, 31), ""),
    ],
)
def test_a_moved_date_is_said_with_both_dates(due, text):
    criterion = a_criterion().model_copy(update={"due": due})
    assert moved_text(a_standing(criterion, a_target()), DA) == text


def test_moved_dates_are_counted_and_none_is_said_too():
    assert moved_total([a_standing(target=a_target())], DA) == "Frister flyttet: 0"


@pytest.mark.parametrize(
    ("unit", "kind", "word"),
    [
        ("dage", "index", "dage"),
        ("antal", "count", ""),
        ("antal pr. år", "count", "pr. år"),
        ("antal (akkumuleret)", "count", ""),
        ("timer; mio. kr.", "index", ""),
        ("% af svar", "survey", ""),
    ],
)
def test_a_figure_has_a_unit_where_the_number_needs_one(unit, kind, word):
    criterion = a_criterion(kind=kind)
    criterion = criterion.model_copy(
        update={"indicator": criterion.indicator.model_copy(update={"unit": unit})}
    )
    assert unit_word(a_standing(criterion, a_target(kind=kind))) == word
    assert unit_word(a_standing(criterion, a_target(kind="milestone"))) == ""


def test_what_is_not_measured_is_a_dash_beside_its_target():
    assert decided_figure(a_standing(target=a_target()), DA) == "–"
    assert at_due(a_standing(target=a_target()), DA) == ""
