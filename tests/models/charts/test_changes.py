from dataclasses import replace
from datetime import date

import pytest

from models.charts.board.transitions import Turn
from models.charts.changes import change_words
from models.charts.changes.sides import cause_counts, moves, same_sign, transition
from models.charts.changes.slope import slope
from models.charts.palette import palette
from models.charts.promises.signs import Sign
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.change import Cause, Position, StatusChange
from models.strategy.rule.override import Override, OverrideInForce, OverrideReason
from models.wording import words
from tests.models.charts.reading import column
from tests.models.report.year.outcomes import a_criterion, a_target

DA = words("da")
DAY = date(2025, 12, 31)


def position(status, reason="trajectory", value=None):
    ref = DAY if value is not None else None
    return Position(Assessment(Status(status), StatusReason(reason), value=value, ref=ref))


GREEN, AMBER, RED = position("on_track", value=30), position("at_risk"), position("off_track")
SILENT, LATE = position("no_data", "no_measurement"), position("achieved", "late", 51)
STALE = position("on_track", "stale", 30)


def change(before, after, *causes, time_only=None, name="C1", **more):
    criterion = a_criterion(name)
    return StatusChange(criterion, before, time_only or before, after, causes, **more)


FELL = change(GREEN, RED, Cause.DATA)
ROSE = change(RED, LATE, Cause.TIME, Cause.DATA, time_only=AMBER)
SILENCED = change(GREEN, SILENT, Cause.TIME, time_only=SILENT)
OLDER = change(GREEN, STALE, Cause.TIME, time_only=STALE)
STILL = change(AMBER, AMBER)
ALL = [FELL, ROSE, SILENCED, OLDER, STILL]


def plain(text):
    return text.replace("\u00a0", " ")


def test_the_finding_counts_as_the_scoreboard_does_and_names_the_causes():
    assert change_words.finding(ALL[:4], DAY, DA) == (
        "Siden 31. dec. 2025 er 1 faldet, 1 steget og 1 er gået fra eller til ”kan ikke vurderes”. "
        "Årsager: tiden er gået: 2 og nye tal: 2."
    )
    assert change_words.finding([OLDER], DAY, DA).startswith("Ingen løfter har skiftet status")
    assert cause_counts(moves(ALL)) == {Cause.TIME: 2, Cause.DATA: 2}
    assert same_sign([FELL, OLDER]) == (OLDER,)


@pytest.mark.parametrize(("row", "turn"), [(FELL, "worse"), (ROSE, "better"), (SILENCED, "other")])
def test_a_change_goes_one_way(row, turn):
    assert transition(row).turn is Turn(turn)


def test_time_alone_is_said_where_something_else_came_too():
    assert change_words.notes(ROSE, DA) == ["Tiden alene ville have gjort det til: I risiko."]
    assert [change_words.notes(row, DA) for row in (FELL, SILENCED)] == [[], []]
    assert change_words.causes_text(ROSE, DA) == "Tiden er gået, nye tal"
    assert change_words.causes_text(STILL, DA) == ""


def test_a_target_that_moved_is_said_with_both():
    moved = change(
        GREEN, RED, Cause.TARGET, target_before=a_target(), target_after=a_target(due=2020)
    )
    (sentence,) = change_words.notes(moved, DA)
    assert plain(sentence) == (
        "Mål: mindst 50 % senest 31. dec. 2017 → mindst 50 % senest 31. dec. 2020."
    )
    first = change(SILENT, RED, Cause.TARGET, target_after=a_target())
    assert plain(change_words.notes(first, DA)[0]).startswith("Mål: ikke sat → mindst 50 %")


def test_a_status_that_people_set_is_said_beside_the_rules():
    override = Override("C1", Status.AT_RISK, "grund", "bilag", "A", "B", DAY, DAY)
    in_force = OverrideInForce(override, Status.AT_RISK, OverrideReason.BETTER)
    row = change(RED, RED, Cause.OVERRIDE, override_after=in_force)
    text = "Sat af mennesker ved siden af reglen: ingen → I risiko."
    assert change_words.notes(row, DA) == [text]


def test_an_outlook_that_takes_a_green_away_is_said(monkeypatch):
    fallen = replace(GREEN)
    monkeypatch.setattr(Position, "headline", property(
        lambda place: Status.AT_RISK if place is fallen else place.assessment.status
    ))  # fmt: skip
    row = change(GREEN, fallen, Cause.DATA)
    assert change_words.notes(row, DA) == ["Med udsigten til fristen: På sporet → I risiko."]


def test_a_table_has_figures_as_figures_and_a_status_says_why_it_has_none():
    row, *others = change_words.table([FELL, OLDER], {"T1": "Tema"}, DA)
    assert (row["Tallet før"], row["Tallet nu"], row["Gjaldt for"]) == (30, None, DAY)
    assert (row["Ændring"], row["Før"], row["Nu"]) == ("faldet", "På sporet", "Bagud")
    assert [other["Ændring"] for other in others] == ["samme status"]
    assert plain(change_words.figure_text(change_words.before(FELL), DA)) == "30 %, 31. dec. 2025"
    assert "målt" in change_words.figure_text(change_words.after(SILENCED), DA).lower()


def test_the_picture_has_a_row_a_status_and_a_line_for_each_way():
    chart = slope(ALL, ("før", "nu"), mode="light", words=DA)
    assert column(chart, "left") == [
        "Nået for sent  0", "På sporet  3", "I risiko  1", "Bagud  1", "Kan ikke vurderes  0",
    ]  # fmt: skip
    ink = palette("light")
    # What stayed lies under what changed, and what fell on top.
    assert column(chart, "colour") == [
        ink.line, ink.line, ink.line_strong, ink.primary, ink.fill[Sign.OFF_TRACK],
    ]  # fmt: skip
    rows = change_words.slope_table(ALL, DA)
    assert [tuple(row.values()) for row in rows][:2] == [
        ("På sporet", "På sporet", "1"), ("På sporet", "Bagud", "1"),
    ]  # fmt: skip
