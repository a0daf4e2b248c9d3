from itertools import product
from xml.etree import ElementTree as ET

import pytest

from models.charts.palette import palette
from models.charts.promises.signs import (
    RED,
    SHAPE,
    Sign,
    mark_svg,
    mark_uri,
    sign_of,
    sign_of_theme,
    sign_word,
)
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.theme_label import theme_label
from models.wording import words

ACHIEVED = Assessment(Status.ACHIEVED, StatusReason.ON_TIME)
LATE = Assessment(Status.ACHIEVED, StatusReason.LATE)
BEHIND = Assessment(Status.OFF_TRACK, StatusReason.TRAJECTORY)


@pytest.mark.parametrize("status", Status)
def test_a_status_wears_its_own_sign(status):
    assert sign_of(Assessment(status, StatusReason.TRAJECTORY)) == status.value


def test_a_promise_nobody_documented_has_its_own_sign():
    undocumented = Assessment(Status.NO_DATA, StatusReason.OVERDUE_NO_MEASUREMENT)
    assert sign_of(undocumented) is Sign.UNDOCUMENTED


@pytest.mark.parametrize(
    ("assessments", "sign"),
    [
        ([ACHIEVED], Sign.ACHIEVED),
        ([ACHIEVED, LATE], Sign.ACHIEVED_LATE),
        ([LATE, BEHIND], Sign.OFF_TRACK),
    ],
)
def test_a_theme_reached_late_is_not_shown_as_reached(assessments, sign):
    label = theme_label({f"C{place}": each for place, each in enumerate(assessments)})
    assert sign_of_theme(label) is sign
    assert label.late == assessments.count(LATE)


def test_what_was_reached_late_has_a_sign_of_its_own():
    assert sign_of(LATE) is Sign.ACHIEVED_LATE
    assert sign_word(Sign.ACHIEVED_LATE, words("da")) == "Nået for sent"


@pytest.mark.parametrize(("status", "reason"), list(product(Status, StatusReason)))
def test_red_signs_are_what_the_rule_counts_as_red(status, reason):
    assessment = Assessment(status, reason)
    assert (sign_of(assessment) in RED) == assessment.red


def test_no_two_signs_share_a_shape_or_a_word():
    assert len({SHAPE[sign] for sign in Sign}) == len(Sign)
    assert len({sign_word(sign, words("da")) for sign in Sign}) == len(Sign)


@pytest.mark.parametrize(("sign", "mode"), list(product(Sign, ["light", "dark"])))
def test_a_mark_is_a_picture_hidden_from_screen_readers(sign, mode):
    svg = ET.fromstring(mark_svg(sign, mode=mode))
    assert svg.get("aria-hidden") == "true"
    assert svg[0].get("fill") == palette(mode).fill[sign]


def test_a_mark_as_an_address_holds_no_sign_that_ends_an_attribute():
    assert not set("\"'<> ") & set(mark_uri(Sign.MISSED))
