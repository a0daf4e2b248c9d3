from datetime import date

import pytest

from models.access import Role, Viewer
from models.errors import InputError, Refused
from models.ideas.idea import InnovationType, Stage
from models.services import ideas
from models.storage import units
from tests.models.ideas.corpus import FOOD, LOGIN, SLEEP
from tests.models.services.survey_builders import DEPARTMENT, REGION, STEWARD

NEIGHBOUR = Viewer("naboafdeling", Role.DEPARTMENT, "B")
TODAY = date(2026, 11, 22)
TOMORROW = date(2026, 11, 23)


def suggested(db, title="Stille vogne", text="Støj om natten", **more):
    return ideas.suggest(db, title, text, **({"by": DEPARTMENT, "on": TODAY} | more))


def a_file(tmp_path, *rows, header="idea_id,title,text,language,unit_id,innovation_type,stage"):
    path = tmp_path / "ideer.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return path


def taken_in(db, path, **more):
    return ideas.import_ideas(db, path, **({"by": STEWARD, "on": TODAY} | more))


def everything(db):
    """The ideas as they stand, none of them grouped."""
    return ideas.portfolio(db, by=STEWARD).waiting


def test_a_suggestion_is_kept_with_its_language_and_its_day(db):
    idea = suggested(db, " Tyst natt ", "Bättre sömn på avdelningen")
    assert everything(db) == (idea,)
    assert (idea.title, idea.language, idea.unit_id) == ("Tyst natt", "sv", "A1")
    assert (idea.stage, idea.submitted_on) == (Stage.SUBMITTED, TODAY)


def test_the_same_suggestion_twice_is_one_idea(db):
    assert suggested(db) == suggested(db)
    assert len(everything(db)) == 1


def test_the_same_suggestion_from_another_unit_is_another_idea(db):
    for by in (DEPARTMENT, NEIGHBOUR):
        suggested(db, by=by)
    assert len(everything(db)) == 2


def test_a_language_that_is_said_is_believed(db):
    assert suggested(db, language="en").language == "en"


@pytest.mark.parametrize(
    ("title", "text"), [("  ", "Uden titel"), ("x" * 201, ""), ("x", "y" * 5001)]
)
def test_an_idea_needs_a_title_and_some_restraint(db, title, text):
    with pytest.raises(InputError):
        suggested(db, title, text)


def test_the_committee_suggests_nothing(db):
    with pytest.raises(Refused):
        suggested(db, by=Viewer("udvalg", Role.COMMITTEE))


def test_a_file_of_ideas_is_taken_in(db, tmp_path):
    row = "1,Stille vogne,Støj om natten,da,A1,everyday,piloted"
    report = taken_in(db, a_file(tmp_path, row))
    (idea,) = everything(db)
    assert (report.rows, report.added, report.changed) == (1, 1, 0)
    assert (idea.id, idea.stage, idea.innovation_type) == (
        "1",
        Stage.PILOTED,
        InnovationType.EVERYDAY,
    )


def test_the_same_file_twice_changes_nothing_not_even_tomorrow(db, tmp_path):
    path = a_file(tmp_path, "1,Stille vogne,,,,,", "2,Mindre madspild,,,,,")
    taken_in(db, path)
    before = everything(db)
    report = taken_in(db, path, on=TOMORROW)
    assert (report.added, report.changed, report.unchanged) == (0, 0, 2)
    assert everything(db) == before


def test_a_blank_cell_keeps_what_is_known(db, tmp_path):
    taken_in(db, a_file(tmp_path, "1,Stille vogne,,,,breakthrough,screened"))
    report = taken_in(db, a_file(tmp_path, "1,Stille vogne,Nu med tekst,,,,"), on=TOMORROW)
    (idea,) = everything(db)
    assert report.changed == 1
    assert (idea.text, idea.stage) == ("Nu med tekst", Stage.SCREENED)
    assert (idea.innovation_type, idea.submitted_on) == (InnovationType.BREAKTHROUGH, TODAY)


def test_a_blank_language_is_heard_from_the_words(db, tmp_path):
    taken_in(db, a_file(tmp_path, "1,Quiet nights,The trolleys are too loud,,,,"))
    assert everything(db)[0].language == "en"


def test_the_day_in_the_file_counts(db, tmp_path):
    path = a_file(tmp_path, "1,Stille vogne,,2025-02-03", header="idea_id,title,text,submitted_on")
    taken_in(db, path)
    assert everything(db)[0].submitted_on == date(2025, 2, 3)


def test_a_dry_run_writes_nothing(db, tmp_path):
    report = taken_in(db, a_file(tmp_path, "1,Stille vogne,,,,,"), dry_run=True)
    assert (report.added, report.dry_run) == (1, True)
    assert everything(db) == ()


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("2,,uden titel,,,,", "række 3, kolonne title"),
        (",Uden nummer,,,,,", "række 3, kolonne idea_id"),
        ("2,Titel,,no,,,", "række 3, kolonne language"),
        ("2,Titel,,,nirgends,,", "række 3, kolonne unit_id"),
        ("2,Titel,,,,disruptive,", "række 3, kolonne innovation_type"),
        ("2,Titel,,,,,færdig", "række 3, kolonne stage"),
        ("1,Igen,,,,,", "række 3, kolonne idea_id"),
        (f"2,{'x' * 201},,,,,", "række 3, kolonne title"),
        (f"2,Titel,{'x' * 5001},,,,", "række 3, kolonne text"),
    ],
)
def test_a_faulty_row_is_told_with_its_place_and_nothing_is_kept(db, tmp_path, row, place):
    units.replace(db, REGION)
    with pytest.raises(InputError) as fault:
        taken_in(db, a_file(tmp_path, "1,Stille vogne,,,A1,,", row))
    assert f"ideer.csv, {place}" in str(fault.value)
    assert everything(db) == ()


def test_without_an_organisation_units_are_taken_as_they_stand_and_that_is_said(db, tmp_path):
    report = taken_in(db, a_file(tmp_path, "1,Stille vogne,,,A1,,"))
    assert "Organisationen er ikke indlæst" in str(report.notes[-1])
    assert everything(db)[0].unit_id == "A1"


def test_a_department_takes_in_no_files(db, tmp_path):
    with pytest.raises(Refused):
        taken_in(db, a_file(tmp_path, "1,Stille vogne,,,,,"), by=DEPARTMENT)


def test_a_unit_sees_its_own_ideas_newest_first(db):
    old = suggested(db, "Den gamle")
    new = suggested(db, "Den nye", on=TOMORROW)
    suggested(db, "En andens", by=NEIGHBOUR)
    assert ideas.own_ideas(db, by=DEPARTMENT) == (new, old)


def test_who_belongs_to_no_unit_has_no_unit_s_ideas(db):
    suggested(db, by=STEWARD)
    assert ideas.own_ideas(db, by=STEWARD) == ()


def test_grouped_ideas_stand_on_shelves_and_later_ones_wait(db):
    for text in (*SLEEP, *FOOD, *LOGIN):
        suggested(db, text)
    grouping = ideas.group_ideas(db, by=STEWARD)
    late = suggested(db, "Kom for sent")
    portfolio = ideas.portfolio(db, by=STEWARD)
    assert tuple(shelf.theme for shelf in portfolio.shelves) == grouping.themes
    assert sum(len(shelf.ideas) for shelf in portfolio.shelves) == 18
    assert portfolio.waiting == portfolio.ideas[18:] == (late,)


def test_grouping_again_replaces_the_grouping_before(db):
    suggested(db)
    first = ideas.group_ideas(db, by=STEWARD)
    suggested(db, "Mindre madspild")
    assert ideas.group_ideas(db, by=STEWARD) != first
    assert ideas.portfolio(db, by=STEWARD).waiting == ()


def test_groups_may_be_laid_beside_the_themes_of_a_strategy(db):
    for text in SLEEP:
        suggested(db, text)
    suggested(db, "Samarbejde med kommuner på tværs af sektorer om fælles mål og fælles plan")
    grouping = ideas.group_ideas(db, by=STEWARD, strategy_id="hovedstaden")
    assert "HOV-T5" in {theme.strategy_theme for theme in grouping.themes}


def test_a_strategy_that_does_not_exist_is_named(db):
    with pytest.raises(InputError, match="atlantis"):
        ideas.group_ideas(db, by=STEWARD, strategy_id="atlantis")


@pytest.mark.parametrize(
    "strategy_id",
    ["hovedstaden", "midtjylland", "midtjylland_regional_udvikling", "syddanmark", "vastmanland"],
)
def test_every_strategy_says_something_about_each_of_its_themes(strategy_id):
    assert all(ideas.strategy_themes(strategy_id).values())


def test_a_department_groups_nothing(db):
    with pytest.raises(Refused):
        ideas.group_ideas(db, by=DEPARTMENT)


def test_before_any_grouping_every_idea_waits(db):
    idea = suggested(db)
    assert ideas.portfolio(db, by=STEWARD) == ideas.Portfolio((), (idea,))


def test_the_same_idea_typed_with_composed_and_single_signs_is_one_idea(db):
    assert suggested(db, "Ma\u030aling\u200b", "Pa\u030a stuen") == suggested(
        db, "Måling", "På stuen"
    )
