from datetime import date

import pytest

from models.access import Role, Viewer
from models.services.promises import targets
from models.services.promises.observations import record
from models.services.release import publish
from models.services.waves import answering, lifecycle
from models.services.year.annual_status import annual_status
from models.services.year.file import write_annual
from models.storage import units
from models.strategy.rule.assessment import Status
from models.wording import words
from tests.builders import a_target, a_unit, an_observation

STEWARD = Viewer("forvalter", Role.STEWARD)
LATER = date(2018, 3, 1)


@pytest.fixture
def released(db):
    """A wave that twelve people answered in the middle of 2017."""
    units.replace(db, [a_unit()])
    wave = lifecycle.create(db, "Kultur 2017", instrument_id="rik-30", smallest_group=5,
                        approved_on=date(2017, 1, 1), minutes="MED 1", by=STEWARD)  # fmt: skip
    lifecycle.open_wave(db, wave.id, by=STEWARD, on=date(2017, 5, 1))
    answers = {f"ANE{number}": 4 for number in range(1, 4)}
    for key in range(12):
        answering.submit(db, wave.id, "region", f"key-{key}", answers, on=date(2017, 5, 2))
    lifecycle.close_wave(db, wave.id, by=STEWARD, on=date(2017, 6, 1))
    publish.release_wave(db, wave.id, by=STEWARD, on=date(2017, 6, 2))


def test_the_year_names_what_fell_due_and_what_became_of_it(db):
    targets.set_target(db, a_target(), by=STEWARD, on=date(2014, 1, 1))
    record(db, an_observation(value=55.0, ref=date(2017, 12, 31), recorded=LATER), by=STEWARD)
    year = annual_status(db, "hovedstaden", 2017, knowledge_date=LATER, by=STEWARD)
    became = {outcome.criterion.id: outcome.assessment.status for outcome in year.due_this_year}
    assert (len(became), became["HOV-T2-C9"]) == (11, Status.ACHIEVED)


@pytest.mark.parametrize(
    "strategy_id", ["midtjylland", "midtjylland_regional_udvikling", "syddanmark", "vastmanland"]
)
def test_a_strategy_without_dates_has_a_year_too(db, strategy_id):
    year = annual_status(db, strategy_id, 2017, knowledge_date=LATER, by=STEWARD)
    assert (year.due_this_year, year.gives_dates, len(year.outcomes) > 0) == ((), False, True)


def test_a_year_without_an_organisation_has_no_culture(db):
    assert annual_status(db, "hovedstaden", 2017, knowledge_date=LATER, by=STEWARD).culture is None


def test_a_year_with_no_released_wave_has_no_culture(db):
    units.replace(db, [a_unit()])
    assert annual_status(db, "hovedstaden", 2017, knowledge_date=LATER, by=STEWARD).culture is None


def test_the_culture_of_the_year_is_that_of_its_released_wave(db, released):
    culture = annual_status(db, "hovedstaden", 2017, knowledge_date=LATER, by=STEWARD).culture
    assert (culture.wave_name, culture.closes_on) == ("Kultur 2017", date(2017, 6, 1))
    assert [(line.dimension_id, line.figure.n) for line in culture.lines] == [("ANE", 12)]


def test_a_wave_that_closed_later_says_nothing_about_the_year(db, released):
    assert annual_status(db, "hovedstaden", 2016, knowledge_date=LATER, by=STEWARD).culture is None


def test_the_year_is_written_in_a_folder_that_is_made(db, tmp_path):
    year = annual_status(db, "hovedstaden", 2017, knowledge_date=LATER, by=STEWARD)
    path = write_annual(db, year, tmp_path / "new", words("da"), form="html", by=STEWARD)
    assert path.name == "hovedstaden-2017.html"
    assert "Årsstatus 2017" in path.read_text(encoding="utf-8")
