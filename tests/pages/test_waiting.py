"""What the pages say about how many promises wait, and since when."""

from datetime import date

import pytest

from pages.parts.due.tasks import ago
from pages.parts.promises.shares import lacking_words, measured_words

DAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("targets", "starts", "text"),
    [
        (1, 0, "1 løfte mangler et mål"),
        (43, 5, "43 løfter mangler et mål, 5 et udgangspunkt"),
        (0, 1, "1 løfte mangler et udgangspunkt"),
    ],
)
def test_a_missing_target_and_a_missing_start_are_said_apart(targets, starts, text):
    assert lacking_words(targets, starts) == text


@pytest.mark.parametrize(
    ("done", "of", "text"),
    [
        (0, 0, "Ingen løfter venter på tal: sæt først et mål."),
        (17, 17, "Ingen løfter venter på et tal."),
        (1, 17, "1 af 17 løfter venter ikke på et tal. 16 målinger mangler."),
    ],
)
def test_what_is_not_due_yet_is_never_called_measured(done, of, text):
    assert measured_words(done, of) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (DAY, "i dag"),
        (date(2026, 6, 9), "for 1 dag siden"),
        (date(2026, 6, 1), "for 9 dage siden"),
        (date(2026, 1, 1), "for 5 måneder siden"),
    ],
)
def test_today_is_never_no_days_ago(day, text):
    assert ago(day, DAY) == text
