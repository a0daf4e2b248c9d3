"""Two people do the same thing at once: it is done once, and the second hears so in plain words."""

from datetime import date

import pytest
from sqlalchemy import text

from models.errors import InputError
from models.services import ideas, questionnaires, units
from models.services.files.upload import Upload
from models.services.promises import observations, targets
from models.services.waves import lifecycle
from models.storage.engine import unit_of_work
from models.storage.tables.base import Base
from tests.builders import a_target
from tests.interleaving import between
from tests.models.services.survey_builders import DEPARTMENT, STEWARD
from tests.questionnaires import OWN

TODAY = date(2026, 11, 22)
UNITS = ("unit_id,parent_id,name,kind,staff", "R,,Regionen,region,60", "A,R,Afdeling A,afdeling,9")
IDEAS = ("idea_id,title,text", "i1,Stille vogne,Støj om natten", "i2,Login,Hurtigere login")
TARGETS = ("criterion_id,target,due,baseline,baseline_on,owner,decision",
           "HOV-T2-C9,50,2017-12-31,5,2013-12-31,Direktionen,RR 2013-04")  # fmt: skip
VALUES = ("criterion_id,ref,value", "HOV-T2-C9,2015-12-31,24")
# Primary keys under which two people cannot lay down the same row, and why.
APART = {
    "releases, release_cells, links, structures, wave_questionnaires": "the wave is locked",
    "drafts, participation, marks": "one statement that finds the earlier row itself",
    "submission_decisions, override_decisions": "one statement that finds the earlier row itself",
    "responses, comments": "random keys",
    "targets, observations, actions, questionnaires": "numbered by the database",
    "submissions, overrides, explanations, milestone_plans": "numbered by the database",
    "owners, proposals, period_locks": "numbered by the database",
    "trace": "its lines are numbered under a lock",
    "members": "replaced together with the themes",
}


def a_wave(db):
    return lifecycle.create(db, "Kultur", instrument_id="rik-30", smallest_group=5, by=STEWARD)


def suggest(db):
    return ideas.suggest(db, "Stille vogne", "Støj", by=DEPARTMENT, on=TODAY)


def set_target(db):
    return targets.set_target(db, a_target(), by=STEWARD, on=TODAY)


def bring(service, rows, path, **more):
    path.write_text("\n".join(rows), encoding="utf-8")
    return lambda db: service(db, path, by=STEWARD, **more)


@pytest.fixture
def both(any_engine, any_url):
    """both(work, table) -> the outcomes of two at once, and the number of rows afterwards."""

    def done(work, table):
        outcomes = between(any_url, work, work, after=f"INSERT INTO {table}")
        with unit_of_work(any_engine) as db:
            return *outcomes, db.scalar(text(f"SELECT count(*) FROM {table}"))

    return done


def test_a_second_wave_of_the_same_name_is_refused(both):
    wave, refusal, rows = both(a_wave, "waves")
    assert isinstance(refusal, InputError)
    assert (refusal.values["name"], wave.id, rows) == ("Kultur", "kultur", 1)


@pytest.mark.parametrize(
    ("work", "table"), [(suggest, "ideas"), (set_target, "targets")], ids=["ideas", "targets"]
)
def test_what_is_done_twice_is_done_once(both, work, table):
    first, second, rows = both(work, table)
    assert (first == second, rows) == (True, 1)


@pytest.mark.parametrize(
    ("service", "content", "table", "more"),
    [
        (units.import_units, UNITS, "units", {}),
        (ideas.import_ideas, IDEAS, "ideas", {"on": TODAY}),
        (targets.import_targets, TARGETS, "targets", {"on": TODAY}),
        (observations.import_observations, VALUES, "observations", {"on": TODAY}),
    ],
    ids=["units", "ideas", "targets", "observations"],
)
def test_a_file_brought_twice_is_brought_once(both, tmp_path, service, content, table, more):
    first, second, rows = both(bring(service, content, tmp_path / "file.csv", **more), table)
    assert (first.added, second.added, rows) == (len(content) - 1, 0, len(content) - 1)


def test_a_questionnaire_brought_twice_is_brought_once(both):
    file = Upload("egen.yaml", OWN.encode())
    first, second, rows = both(
        lambda db: questionnaires.import_instrument(db, file, by=STEWARD, on=TODAY),
        "questionnaires",
    )
    assert (first.added > 0, second.added, rows) == (True, 0, 1)


def test_of_two_groupings_the_later_is_left(both, any_engine, tmp_path):
    with unit_of_work(any_engine) as db:
        bring(ideas.import_ideas, IDEAS, tmp_path / "file.csv", on=TODAY)(db)
    first, second, rows = both(lambda db: ideas.group_ideas(db, by=STEWARD), "themes")
    assert (first == second, rows) == (True, len(first.themes))


def test_every_table_is_tried_here_or_cannot_be_laid_down_twice():
    twice = {"waves", "ideas", "units", "themes"}
    apart = {name for names in APART for name in names.split(", ")}
    assert set(Base.metadata.tables) == twice | apart
