from datetime import date

import pytest

from models.access import Role, Viewer
from models.services.year import proposals
from models.services.year.annual_status import annual_status
from models.steering.explanation import Explanation
from models.storage.steering import explanations

STEWARD = Viewer("Tove", Role.STEWARD)
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


def status(db, *, year=2025, by_day=APRIL):
    return annual_status(db, "hovedstaden", year, knowledge_date=by_day, by=STEWARD)


def test_an_earlier_wording_is_there_on_its_knowledge_date(db):
    for day, text in ((MARCH, "Flyt fristen"), (APRIL, "Stop")):
        proposals.put_proposal(db, "hovedstaden", 2025, 1, text, by=STEWARD, on=day)
    statuses = [status(db, by_day=day) for day in (MARCH, APRIL)]
    texts = [[row.text for row in each.context.proposals] for each in statuses]
    assert texts == [["Flyt fristen"], ["Stop"]]


def test_the_newest_words_of_an_owner_by_the_knowledge_date_count(db):
    for day, why in ((MARCH, "Først"), (APRIL, "Siden")):
        explanations.add(db, Explanation("HOV-T2-C9", why, entered_by="ejer", entered_on=day))
    statuses = [status(db, by_day=day) for day in (MARCH, APRIL)]
    assert [each.context.explanations["HOV-T2-C9"].why for each in statuses] == ["Først", "Siden"]


@pytest.mark.parametrize(
    ("year", "by_day", "before"),
    [
        (2025, APRIL, date(2024, 12, 31)),
        (2024, date(2024, 2, 29), date(2023, 2, 28)),
        (2013, APRIL, None),
    ],
)
def test_the_year_before_is_that_of_the_same_day(db, year, by_day, before):
    context = status(db, year=year, by_day=by_day).context
    assert context.before_day == before
    assert bool(context.before) == (before is not None)
