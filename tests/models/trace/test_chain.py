"""A line of the trace that is changed, removed, moved or put in breaks the chain there."""

from dataclasses import replace
from datetime import date

import pytest

from models.access import Role, Viewer
from models.trace import subject
from models.trace.action import Action
from models.trace.chain import START, Break, breaks, chained, fingerprint, state_text
from models.trace.entry import Write
from models.trace.state import state, state_or_none
from tests.builders import a_target

BY = Viewer("Ida\u200b Holm", Role.STEWARD)
AT = "2016-01-14T09:30:00Z"


def lines(number=5):
    writes = [
        Write(Action.SET_TARGET, subject.criterion(f"C{place}"), BY, None, {"target": place})
        for place in range(number)
    ]
    return list(chained(writes, at=AT, number=0, previous=START))


def test_a_line_has_its_number_its_writer_and_the_hash_of_the_line_before():
    first, second = lines(2)
    assert (first.entry, first.who, first.role) == (1, "Ida Holm", "steward")
    assert (first.action, first.subject, first.after) == (
        "set_target",
        "criterion:C0",
        '{"target":0}',
    )
    assert (first.previous, second.previous) == (START, first.hash)


def test_a_chain_as_it_was_written_has_no_break():
    assert list(breaks(lines())) == []
    assert list(breaks([])) == []


@pytest.mark.parametrize("field", ["at", "who", "role", "action", "subject", "after", "reason"])
def test_a_changed_field_is_found_at_its_line(field):
    chain = lines()
    chain[2] = replace(chain[2], **{field: "andet"})
    assert list(breaks(chain)) == [Break(3, "changed")]


def test_a_changed_line_with_a_new_hash_is_found_at_the_line_after():
    chain = lines()
    changed = replace(chain[2], who="en anden")
    chain[2] = replace(changed, hash=fingerprint(changed))
    assert list(breaks(chain)) == [Break(4, "moved")]


def test_a_removed_line_is_found():
    chain = lines()
    assert list(breaks([*chain[:2], *chain[3:]])) == [Break(3, "missing")]


def test_two_lines_that_changed_places_are_found():
    chain = lines()
    chain[1], chain[2] = replace(chain[2], entry=2), replace(chain[1], entry=3)
    assert {each.entry for each in breaks(chain)} == {2, 3, 4}


def test_a_line_put_behind_the_last_is_found():
    chain = lines()
    assert list(breaks([*chain, replace(chain[-1], entry=6)])) == [
        Break(6, "moved"),
        Break(6, "changed"),
    ]


def test_a_tail_that_is_cut_off_or_written_anew_cannot_be_seen_from_inside():
    chain = lines()
    assert list(breaks(chain[:3])) == []
    assert chain[2].hash != chain[-1].hash


def test_a_state_is_written_the_same_way_every_time():
    state = {"due": date(2017, 12, 31), "b": [1, 2.5], "a": None, "text": "a\u200bb"}
    assert state_text(state) == '{"a":null,"b":[1,2.5],"due":"2017-12-31","text":"ab"}'
    assert state_text(None) is None
    with pytest.raises(ValueError, match="JSON"):
        state_text({"value": float("nan")})


def test_the_state_of_a_thing_is_what_it_holds_as_json_has_it():
    target = a_target(points=((date(2015, 12, 31), 20.0),), owner="")
    fields = state(target, without=("criterion_id",))
    assert fields["points"] == [["2015-12-31", 20.0]]
    assert (fields["strict"], fields["tolerance"]) == (True, 0.0)
    assert not {"owner", "low", "criterion_id"} & fields.keys()
    assert state_or_none(None) is None


def test_each_kind_of_thing_has_its_own_subject():
    subjects = {
        subject.criterion("x"), subject.wave("x"), subject.unit("x"), subject.idea("x"),
        subject.comment("x"), subject.questionnaire("x"), subject.owner("x"), subject.year("x", 1),
    }  # fmt: skip
    assert len(subjects) == 8
