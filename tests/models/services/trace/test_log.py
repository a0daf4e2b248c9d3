"""The history of a thing, the log of everything, and whether the chain holds."""

from dataclasses import fields
from datetime import UTC, date

import pytest
from sqlalchemy import text

from models.access import Role, Viewer
from models.errors import Refused
from models.services import units
from models.services.promises import observations, targets
from models.services.trace.log import history, log, people, verify
from models.storage.steering import trace
from models.strategy.observation import Observation
from models.strategy.target import Target
from models.trace import subject
from models.trace.action import Action
from models.trace.chain import Break
from models.trace.line import Difference
from models.trace.search import Search
from models.trace.words import ACTION_WORD, FIELD_WORD, SUBJECT_WORD
from survey.asking.wave import Wave
from tests.builders import a_target, an_observation

STEWARD = Viewer("tovholder", Role.STEWARD)
PROMISE = subject.criterion("HOV-T2-C9")


@pytest.fixture
def entries(db):
    for value in (24.0, 26.0):
        observations.record(db, an_observation(value=value), by=STEWARD)
    targets.set_target(db, a_target(decision="RR punkt 4"), by=STEWARD, on=date(2016, 2, 1))
    return db


def test_the_history_of_a_promise_names_who_when_and_what_differs(entries):
    target, correction, first = history(entries, PROMISE, by=Viewer("u", Role.COMMITTEE))
    assert (target.action, target.reason) == (Action.SET_TARGET, "RR punkt 4")
    assert (correction.who, correction.kind, correction.id) == (
        "tovholder", "criterion", "HOV-T2-C9",
    )  # fmt: skip
    assert correction.differences == (Difference("value", 24.0, 26.0),)
    assert {each.field for each in first.differences} == {"recorded", "ref", "series", "value"}
    assert first.at.tzinfo == UTC


def test_the_history_of_anything_else_and_the_log_are_for_those_who_look_after_the_trace(entries):
    for role in (Role.LEADERSHIP, Role.COMMITTEE, Role.DEPARTMENT):
        for asking in (
            lambda by: history(entries, "wave:x", by=by),
            lambda by: log(entries, by=by),
        ):
            with pytest.raises(Refused):
                asking(Viewer("nogen", role))
    assert history(entries, "wave:x", by=STEWARD) == ()


def test_the_log_counts_what_it_finds_and_gives_it_a_page_at_a_time(entries):
    page = log(entries, Search(action=Action.RECORD_VALUE), limit=1, offset=1, by=STEWARD)
    assert (page.of, [line.entry for line in page.lines]) == (2, [1])
    assert log(entries, by=STEWARD).of == 3


def test_the_log_is_searched_by_kind_and_code_and_names_who_wrote(entries):
    for search, of in (
        (Search(kind="criterion", code="HOV-T2-C9"), 3), (Search(kind="wave"), 0),
        (Search(code="C9"), 0), (Search(code="HOV-T2-C%"), 0), (Search(kind="crit"), 0),
    ):  # fmt: skip
        assert log(entries, search, by=STEWARD).of == of
    assert people(entries, by=STEWARD) == ("tovholder",)


def test_a_changed_line_is_found_by_its_number(entries):
    assert verify(entries, by=STEWARD).breaks == ()
    head = verify(entries, by=STEWARD).head
    assert head == trace.head(entries)[1] != ""
    entries.execute(text("UPDATE trace SET who = 'en anden' WHERE entry = 2"))
    assert verify(entries, by=STEWARD).breaks == (Break(2, "changed"),)


def test_every_unit_that_came_changed_or_went_has_a_line(db, tmp_path):
    file = tmp_path / "units.csv"
    for names in ({"R": "Regionen", "A": "Afdeling A", "B": "B"}, {"R": "Region H", "B": "B"}):
        rows = [f"{id_},{'' if id_ == 'R' else 'R'},{name},x" for id_, name in names.items()]
        file.write_text("\n".join(["unit_id,parent_id,name,kind", *rows]), encoding="utf-8")
        units.import_units(db, file, by=STEWARD)
    lines = log(db, by=STEWARD).lines[:2]
    assert [(line.id, [each.field for each in line.differences]) for line in lines] == [
        ("A", ["kind", "name", "parent_id"]),
        ("R", ["name"]),
    ]


def test_every_action_has_a_word_and_so_has_every_field_of_what_is_often_changed():
    assert set(ACTION_WORD) == set(Action)
    kinds = {name for name, make in vars(subject).items() if callable(make)} - {"Final"}
    assert set(SUBJECT_WORD) == kinds | {subject.IDEAS, subject.INSTALLATION, subject.PERIODS}
    for kind in (Target, Observation, Wave):
        assert {field.name for field in fields(kind)} - {"id"} <= set(FIELD_WORD)
