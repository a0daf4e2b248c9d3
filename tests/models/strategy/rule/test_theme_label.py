import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.theme_label import theme_label
from tests.examples import examples

GREEN = Assessment(Status.ON_TRACK, StatusReason.TRAJECTORY)
AMBER = Assessment(Status.AT_RISK, StatusReason.TRAJECTORY)
RED = Assessment(Status.OFF_TRACK, StatusReason.TRAJECTORY)
ACHIEVED = Assessment(Status.ACHIEVED, StatusReason.ON_TIME)
MISSED = Assessment(Status.MISSED, StatusReason.TARGET_NOT_REACHED)
SILENT = Assessment(Status.NO_DATA, StatusReason.NO_MEASUREMENT)
EARLY = Assessment(Status.NO_DATA, StatusReason.TOO_EARLY)
OVERDUE = Assessment(Status.NO_DATA, StatusReason.OVERDUE_NO_MEASUREMENT)
EXPIRED_RED = Assessment(Status.OFF_TRACK, StatusReason.STALE_RED_KEPT)
STANDS = st.sampled_from([GREEN, AMBER, RED, ACHIEVED, MISSED, SILENT, EARLY, OVERDUE])
THEMES = st.lists(STANDS, max_size=20)


def labelled(*stands):
    return theme_label({f"C{index}": assessment for index, assessment in enumerate(stands)})


@pytest.mark.parametrize(
    ("stands", "label", "coverage"),
    [
        ([GREEN] * 11 + [RED], "off_track", 1.0),
        ([AMBER, GREEN, ACHIEVED, RED], "off_track", 1.0),
        ([GREEN] * 5, "on_track", 1.0),
        ([GREEN] * 5 + [SILENT] * 4, "no_data", 5 / 9),
        ([GREEN] * 7 + [SILENT] * 2, "on_track", 7 / 9),
        ([GREEN] * 3 + [EARLY] * 6, "on_track", 1.0),
        ([ACHIEVED] * 4, "achieved", 1.0),
        ([ACHIEVED] * 4 + [SILENT], "on_track", 0.8),
        ([ACHIEVED] * 4 + [EARLY], "achieved", 1.0),
        ([GREEN] * 3 + [MISSED], "off_track", 1.0),
        ([GREEN] * 9 + [AMBER], "at_risk", 1.0),
        ([GREEN] * 5 + [OVERDUE], "off_track", 5 / 6),
        ([GREEN] * 2 + [SILENT], "on_track", 2 / 3),
        ([SILENT] * 9 + [RED], "off_track", 0.1),
        ([EARLY] * 3, "no_data", None),
        ([], "no_data", None),
    ],
)
def test_a_theme_stands_as_the_rule_says(stands, label, coverage):
    theme = labelled(*stands)
    assert (theme.label, theme.coverage) == (label, coverage)
    assert sum(theme.counts.values()) == len(stands)


def test_a_theme_counts_the_reds_that_people_call_otherwise_and_they_stay_red():
    stands = {"a": RED, "b": MISSED, "c": GREEN}
    theme = theme_label(stands, overridden={"a", "c"})
    assert (theme.label, theme.reds, theme.overridden_reds) == (Status.OFF_TRACK, ("a", "b"), 1)
    assert theme_label(stands).overridden_reds == 0


def test_a_theme_names_its_reds_and_counts_every_status():
    theme = labelled(GREEN, OVERDUE, MISSED, RED)
    assert theme.reds == ("C1", "C2", "C3")
    assert theme.counts == {
        Status.ACHIEVED: 0, Status.ON_TRACK: 1, Status.AT_RISK: 0,
        Status.OFF_TRACK: 1, Status.MISSED: 1, Status.NO_DATA: 1,
    }  # fmt: skip
    assert (theme.assessable, theme.with_data) == (4, 3)


@given(THEMES, st.sampled_from([RED, MISSED, OVERDUE, EXPIRED_RED]))
@settings(max_examples=examples(100, thorough=20_000))
def test_one_red_more_is_red_whatever_else_there_is(stands, red):
    assert labelled(*stands, red).label is Status.OFF_TRACK
    assert labelled(*stands, red, *[GREEN] * 50).label is Status.OFF_TRACK


@given(THEMES, st.integers(0, 19))
@settings(max_examples=examples(100, thorough=20_000))
def test_silence_in_place_of_a_red_changes_nothing(stands, place):
    before = [*stands[:place], RED, *stands[place:]]
    silent = [*stands[:place], EXPIRED_RED, *stands[place:]]
    overdue = [*stands[:place], OVERDUE, *stands[place:]]
    assert labelled(*before).label is labelled(*silent).label is labelled(*overdue).label


@given(THEMES, st.randoms())
@settings(max_examples=examples(100, thorough=20_000))
def test_the_order_of_criteria_does_not_matter(stands, dice):
    named = [(f"C{index}", assessment) for index, assessment in enumerate(stands)]
    shuffled = list(named)
    dice.shuffle(shuffled)
    assert theme_label(dict(shuffled)) == theme_label(dict(named))
