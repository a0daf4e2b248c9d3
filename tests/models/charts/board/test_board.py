from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import unquote

import pytest

from models.charts.board import headline, matrix, selection, transitions, worst
from models.charts.board.seen_table import seen_table
from models.charts.board.selection import Selection, SortOrder, selected
from models.charts.board.sparkline import sparkline
from models.charts.board.transitions import Transition, Turn
from models.charts.promises.signs import Sign
from models.services.promises import strategies
from models.strategy.paper.crossing import crossings
from models.strategy.rule.assessment import Status, StatusReason
from models.strategy.rule.forecast import Forecast, Outlook
from models.wording import words
from tests.models.report.year.outcomes import (
    Standing,
    a_criterion,
    a_standing,
    a_strategy,
    a_target,
    day,
    values,
)

DA = words("da")
TODAY = day(2016)


def a_promise(criterion_id, *, target=None, due=2017, theme="T1", text=None, **by_year):
    """A promise with a target from 5 to 50 by the end of 2017, and its values."""
    criterion = a_criterion(
        criterion_id, due=due, theme=theme, text=text or f"Løftet {criterion_id}"
    )
    return a_standing(
        criterion,
        target or a_target(criterion_id, due=due, owner="Videncenter"),
        values(criterion_id, **by_year),
    )


BEHIND = a_promise("BEHIND", y2016=12)
FARTHER = a_promise("FARTHER", y2016=6, theme="T2")
GOOD = a_promise("GOOD", y2015=20, y2016=45, due=2017)
RISKY = a_promise("RISKY", y2016=30)
REACHED = a_promise("REACHED", due=2014, y2014=60)
LATE = a_promise("LATE", due=2014, y2014=40, y2015=60)
MISSED = a_promise("MISSED", due=2014, y2014=40)
SILENT = a_promise("SILENT", due=2014)
UNSET = a_standing(a_criterion("UNSET", due=None))
DEED = a_standing(
    a_criterion("DEED", kind="milestone", due=2014),
    a_target("DEED", kind="milestone", baseline=0, target=1, due=2014),
    values("DEED", y2014=0),
)
EVERY = (BEHIND, FARTHER, GOOD, RISKY, REACHED, LATE, MISSED, SILENT, UNSET, DEED)


def ids(standings):
    return [standing.criterion.id for standing in standings]


def test_the_headline_says_what_is_red_kept_on_track_at_risk_and_unknown():
    assert headline.headline(EVERY, DA) == (
        "5 af 10 løfter er røde. 1 er nået til tiden, 1 er nået for sent, 1 er på sporet, "
        "1 er i risiko og 1 kan ikke vurderes (1 uden mål)."
    )
    assert headline.headline([REACHED], DA) == "0 af 1 løfter er røde. 1 er nået til tiden."
    assert headline.headline([SILENT], DA) == "1 af 1 løfter er rødt."
    assert headline.headline([], DA) == "Strategien har ingen løfter."
    assert headline.headline([UNSET, UNSET], DA) == (
        "Ingen af strategiens 2 løfter kan vurderes endnu."
    )
    waiting = a_promise("W")
    assert headline.headline([REACHED, waiting], DA).endswith(
        "1 er nået til tiden og 1 kan ikke vurderes."
    )


def test_a_promise_whose_date_was_moved_is_counted_with_its_status_by_the_promised_date():
    moved = a_standing(a_criterion("M", due=2014), a_target("M", due=2017), values("M", y2016=30))
    assert headline.moved_sentence([moved, REACHED], DA) == (
        "1 frist er flyttet; efter de lovede frister er 1 af dem røde."
    )
    assert headline.moved_sentence([REACHED], DA) == "Ingen frister er flyttet."


@dataclass(frozen=True)
class Expecting(Standing):
    forecast: Forecast | None = None


def expecting(standing, outlook, *, indicative=False):
    prospect = Forecast(4, day(2013), day(2016), day(2017), 1.0, 40.0, indicative, outlook=outlook)
    return Expecting(**{**vars(standing), "forecast": prospect})


def test_what_will_be_red_if_nothing_changes_counts_only_what_is_not_red_and_surely_expected():
    failing = expecting(GOOD, Outlook.UNLIKELY)
    others = (
        expecting(GOOD, Outlook.UNLIKELY, indicative=True),
        expecting(BEHIND, Outlook.UNLIKELY),
        expecting(RISKY, Outlook.LIKELY),
        Expecting(**vars(REACHED)),
    )
    assert headline.outlook_sentence((failing, *others), DA) == (
        "Fortsætter det som nu, når 1 løfte mere næppe sit mål."
    )
    assert headline.outlook_sentence(others, DA) == ""


def test_the_worst_lack_most_of_what_they_should_have_walked_and_the_silent_come_last():
    assert ids(worst.worst(EVERY)) == ["FARTHER", "BEHIND", "MISSED", "SILENT", "DEED"]
    assert ids(worst.worst(EVERY, 2)) == ["FARTHER", "BEHIND"]


def steady(value):
    target = a_target("H", baseline=None, target=None, direction="maintain", low=45, high=55)
    return a_standing(a_criterion("H"), target, values("H", y2016=value))


@pytest.mark.parametrize(
    ("standing", "text"),
    [
        (BEHIND, "12\u00a0%, mål mindst 50\u00a0%: mangler 38\u00a0procentpoint"),
        (GOOD, "45\u00a0%, mål mindst 50\u00a0%: mangler 5\u00a0procentpoint"),
        (REACHED, "60\u00a0%, mål mindst 50\u00a0%"),
        (SILENT, "ingen måling"),
        (UNSET, "ingen måling"),
        (DEED, "ikke gennemført"),
        (steady(50), "50\u00a0%, mål mellem 45\u00a0% og 55\u00a0%"),
        (steady(60), "60\u00a0%, mål mellem 45\u00a0% og 55\u00a0%: mangler 5\u00a0procentpoint"),
        (
            a_promise("S", target=a_target("S", strict=True), y2016=50),
            "50\u00a0%, mål over 50\u00a0%",
        ),
        (a_promise("N", target=a_target("N", target=None), y2016=7), "7\u00a0%, mål ikke sat"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_gap_is_told_in_the_unit_that_is_measured(standing, text):
    assert worst.gap_text(standing, DA) == text


def test_a_change_of_a_sign_is_better_worse_or_to_and_from_the_unknown():
    before = [a_promise("A", y2016=45), a_promise("B", y2016=12), a_promise("C"), GOOD]
    after = [a_promise("A", y2016=12), a_promise("B", y2016=45), a_promise("C", y2016=45), GOOD]
    changes = transitions.transitions(before, [*after, REACHED])
    assert [(row.standing.criterion.id, row.turn) for row in changes] == [
        ("A", Turn.WORSE), ("B", Turn.BETTER), ("C", Turn.OTHER),
    ]  # fmt: skip
    assert Transition(MISSED, Sign.NO_DATA, Sign.MISSED).turn is Turn.WORSE
    assert headline.change_sentence(changes, "1. jan.", DA) == (
        "Siden 1. jan. er 1 faldet, 1 steget og 1 er gået fra eller til ”kan ikke vurderes”."
    )
    assert headline.change_sentence(changes[:2], "1. jan.", DA) == (
        "Siden 1. jan. er 1 faldet og 1 steget."
    )
    assert "Ingen løfter har skiftet" in headline.change_sentence([], "1. jan.", DA)


def test_the_lines_run_between_the_rows_of_their_signs_and_are_thicker_for_more():
    down = Transition(BEHIND, Sign.ON_TRACK, Sign.OFF_TRACK)
    signs = [Sign.ON_TRACK, Sign.OFF_TRACK]
    (line,) = unquote(transitions.lines([down] * 3, signs, mode="light")).split("<line")[1:]
    for part in ('y1="10"', 'y2="30"', 'stroke-width="5.0"', "#A7120F"):
        assert part in line
    before, after = transitions.sides([BEHIND, REACHED], [down])
    assert before.counts == ((Sign.ACHIEVED, 1), (Sign.ON_TRACK, 1), (Sign.OFF_TRACK, 0))
    assert [n for _sign, n in after.counts] == [1, 0, 1]


def test_a_list_shows_what_matches_everything_chosen():
    def chosen(**choices):
        return ids(selected(EVERY, Selection(**choices), as_of=TODAY))

    assert chosen() == ids(EVERY)
    assert chosen(signs=frozenset({Sign.ACHIEVED})) == ["REACHED"]
    assert chosen(theme="T2") == ["FARTHER"]
    assert chosen(owner="Videncenter", period="past") == ["REACHED", "LATE", "MISSED", "SILENT"]
    assert chosen(kind="milestone", level="local") == ["DEED"]
    assert chosen(level="political") == []
    assert chosen(text="LØFTET good videncenter") == ["GOOD"]
    assert chosen(period="none") == ["UNSET"]
    assert selection.owners(EVERY) == ("Videncenter",)


@pytest.mark.parametrize(
    ("year", "period"), [(2015, "past"), (2016, "this_year"), (2017, "next_year"), (2019, "later")]
)
def test_a_due_day_is_past_in_this_year_the_next_or_later(year, period):
    promise = a_standing(a_criterion("P", due=year))
    assert selection.period(promise, as_of=date(2016, 6, 1)) == period


@pytest.mark.parametrize(
    ("order", "first"),
    [
        (SortOrder.STATUS, "SILENT"),
        (SortOrder.BEHIND, "FARTHER"),
        (SortOrder.DUE, "REACHED"),
        (SortOrder.NAME, "BEHIND"),
    ],
)
def test_a_list_is_sorted_as_asked_and_what_has_no_place_comes_last(order, first):
    listed = ids(selected(EVERY, Selection(order=order), as_of=TODAY))
    assert listed[0] == first
    assert order is SortOrder.NAME or listed[-1] in {"UNSET", "DEED"}


def test_a_small_line_shows_what_counts_by_the_day_and_breaks_where_the_series_does():
    picture = unquote(sparkline(GOOD, GOOD.observations, as_of=TODAY, mode="light"))
    assert picture.count("<polyline") == 2
    assert "#1D8462" in picture
    assert sparkline(BEHIND, BEHIND.observations, as_of=TODAY, mode="light") == ""
    assert sparkline(GOOD, GOOD.observations, as_of=day(2015), mode="light") == ""
    first, second = GOOD.observations
    anew = (first, replace(second, series="B"))
    assert unquote(sparkline(GOOD, anew, as_of=TODAY, mode="light")).count("<polyline") == 3


@pytest.mark.parametrize(
    ("standing", "points"),
    [
        (LATE, '"4.0,24.0 48.0,7.6"'),
        (steady(50), '""'),
        (a_promise("N", target=a_target("N", target=None)), '""'),
    ],
    ids=["after the due date", "no path", "no figure"],
)
def test_the_expected_path_is_picture_where_there_is_one(standing, points):
    rows = values("X", y2014=40, y2015=60)
    assert f"points={points}" in unquote(sparkline(standing, rows, as_of=TODAY, mode="light"))


def test_a_file_of_what_is_seen_has_days_figures_and_the_source_in_every_row():
    table = seen_table([BEHIND, UNSET], {"T1": "Ledelse"}, DA, source="Kilde: x.", invented=True)
    behind, unset = table.rows
    assert tuple(behind) == table.columns
    assert (behind["Måling"], behind["Mangler"], behind["Frist"]) == (12, 38, day(2017))
    assert (unset["Måling"], unset["Mangler"], unset["Ansvarlig"]) == (None, None, "")
    assert {row["Kilde"] for row in table.rows} == {"Kilde: x."}
    assert "Opdigtede data" in behind["Data"]
    empty = seen_table([], {}, DA, source="Kilde: x.", invented=False)
    assert (empty.rows, "Data" in empty.columns, empty.columns[0]) == ((), False, "Kode")


def test_the_matrix_of_the_paper_holds_every_promise_once_in_its_own_theme():
    paper = strategies.strategy("hovedstaden")
    rows = [a_standing(criterion) for criterion in paper.criteria]
    picture = matrix.matrix(paper, rows)
    assert (len(picture.frames), len(picture.columns)) == (3, 4)
    assert sorted(ids(row for own in picture.own.values() for row in own)) == sorted(ids(rows))
    shared = {place: len(promises) for place, promises in picture.shared.items()}
    assert shared["HOV-T2", "HOV-T6"] == 6
    assert ("HOV-T1", "HOV-T4") not in shared
    listed = matrix.table(picture, DA)
    assert (len(listed), sum(row["Løfter"] for row in listed[:7])) == (7 + 12, 65)


def test_a_strategy_without_a_matrix_has_its_themes_side_by_side():
    rows = [BEHIND, FARTHER, REACHED]
    picture = matrix.matrix(a_strategy([row.criterion for row in rows]), rows)
    assert (picture.frames, picture.shared, crossings(a_strategy([]))) == ((), {}, {})
    assert [theme.title for theme in picture.columns] == ["Ledelse", "Kultur"]
    assert matrix.finding(picture, DA) == "Flest røde løfter i ”Ledelse” og ”Kultur”: 1"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([REACHED], "Intet tema har røde løfter"),
        ([UNSET], "Intet tema kan vurderes endnu"),
        ([BEHIND], "Flest røde løfter i ”A”: 1"),
        (
            [a_promise(f"P{n}", theme=f"T{n}", y2016=6) for n in (1, 2, 3)],
            "Flest røde løfter i flere temaer: 1 i hvert",
        ),
    ],
)
def test_the_finding_names_the_themes_with_most_reds(rows, text):
    paper = a_strategy([row.criterion for row in rows], titles=("A", "B", "C"))
    assert matrix.finding(matrix.matrix(paper, rows), DA) == text


def test_reached_and_missing_are_what_the_examples_say():
    assert [row.assessment.status for row in (BEHIND, GOOD, REACHED, MISSED)] == [
        Status.OFF_TRACK, Status.ON_TRACK, Status.ACHIEVED, Status.MISSED,
    ]  # fmt: skip
    assert SILENT.assessment.reason is StatusReason.OVERDUE_NO_MEASUREMENT
