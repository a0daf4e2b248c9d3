import pytest

from models.report.year.annual_status import build
from models.report.year.sentences import remarks, resume
from models.strategy.paper import load
from models.strategy.rule.assessment_day import year_end
from models.wording import words
from tests.models.report.year.outcomes import a_standing, day

DA = words("da")
UNDATED = [strategy_id for strategy_id in load.available() if strategy_id != "hovedstaden"]


def a_year(strategy_id, year):
    strategy = load.load(strategy_id)
    standings = [a_standing(criterion, year=year) for criterion in strategy.criteria]
    return build(strategy, standings, year=year, as_of=year_end(year), knowledge_date=day(2026))


@pytest.mark.parametrize(
    ("year", "due"), [(2013, 2), (2014, 16), (2015, 16), (2016, 3), (2017, 11), (2018, 16)]
)
def test_the_promises_of_hovedstaden_fall_due_year_by_year(year, due):
    status = a_year("hovedstaden", year)
    assert len(status.due_this_year) == due
    assert resume(status, DA)[0].startswith(f"{due} løfter forfaldt i {year}")


def test_hovedstaden_has_seven_themes_and_65_promises():
    status = a_year("hovedstaden", 2015)
    assert len(status.themes) == 7
    assert sum(len(line.outcomes) for line in status.themes) == len(status.outcomes) == 65


@pytest.mark.parametrize("strategy_id", UNDATED)
def test_the_four_others_say_that_they_have_no_dated_criteria(strategy_id):
    status = a_year(strategy_id, 2025)
    assert not status.gives_dates
    assert "ingen daterede succeskriterier" in remarks(status, DA)[0]
    assert status.as_of == year_end(2025)
