import random
from dataclasses import replace
from itertools import count
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from openpyxl import Workbook

from models.access import Role, Viewer
from models.errors import InputError, Refused
from models.services.waves import answer_import, answering, lifecycle
from models.storage import waves
from models.storage.answers import responses
from models.storage.asking import structures
from survey.asking.instrument import UnknownItem
from survey.asking.organisation import UnitUnknown
from survey.asking.response import AnswerOutsideScale
from survey.asking.wave import WaveNotApproved, WaveState
from tests.examples import examples
from tests.models.services.survey_builders import (
    CLOSED,
    INSTRUMENT,
    REGION,
    STEWARD,
    a_closed_wave,
    a_wave,
    answered,
)

LEADER = Viewer("ledelse", Role.LEADERSHIP)

HEAD = "unit_id,group,TRU1,TRU2,STO4,OVR1,BAG2\n"


@pytest.fixture
def wave(db):
    return a_wave(db, closed_on=CLOSED)


@pytest.fixture
def bring(db, wave, tmp_path):
    """Brings the text of a file, or more rows under the usual header, into the closed wave."""

    def brought(text, *, name="svar.csv", head=HEAD, **more):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else (head + text).encode())
        return answer_import.import_answers(db, wave.id, path, by=STEWARD, **more)

    return brought


def contents(db, wave):
    """The responses of the wave: unit, group and answers of each, sorted."""
    frame = responses.answers(db, wave.id).set_index(["unit_id", "group"])
    answers = [row.dropna().to_dict() for _, row in frame.iterrows()]
    return sorted(
        ((*person, items) for person, items in zip(frame.index, answers, strict=True)), key=str
    )


def test_a_wave_may_be_made_closed_for_answers_from_elsewhere(db, wave):
    assert (wave.state, wave.opens_on, wave.closes_on) == (WaveState.CLOSED, CLOSED, CLOSED)
    assert waves.get(db, wave.id) == wave
    assert structures.get(db, wave.id) == REGION


def test_a_closed_wave_without_approval_is_not_made(db):
    with pytest.raises(WaveNotApproved):
        a_wave(db, closed_on=CLOSED, approved_on=None)
    assert lifecycle.all_waves(db, by=STEWARD) == ()


def test_each_row_is_a_respondent(db, wave, bring):
    report = bring("A1,Læge,4,,2,10,\nA1,,5,5,5,0,3\n")
    assert (report.rows, report.added, report.unchanged, report.changed) == (2, 2, 0, 0)
    assert contents(db, wave) == [
        ("A1", "3", {"TRU1": 5, "TRU2": 5, "STO4": 5, "OVR1": 0, "BAG2": 3}),
        ("A1", "Læge", {"TRU1": 4, "STO4": 2, "OVR1": 10}),
    ]


def test_the_opt_out_is_an_answer(db, wave, bring):
    bring("A1,,0,,,,\n")
    assert contents(db, wave) == [("A1", "", {"TRU1": 0})]


def test_who_declined_to_say_their_group_has_none(db, wave, bring):
    bring("A1,4,0\nA1,4,3\n", head="unit_id,TRU1,BAG2\n")
    assert [row[:2] for row in contents(db, wave)] == [("A1", ""), ("A1", "3")]


def test_the_group_may_be_left_out(db, wave, bring):
    bring("A1,4\n", head="unit_id,TRU1\n")
    assert contents(db, wave) == [("A1", "", {"TRU1": 4})]


def test_the_same_file_twice_changes_nothing(db, wave, bring):
    first = bring("A1,,4,,,,\nA2,,5,,,,\nA1,,4,,,,\n")
    before = contents(db, wave)
    again = bring("A1,,4,,,,\nA2,,5,,,,\nA1,,4,,,,\n")
    assert (first.added, again.added, again.unchanged) == (3, 0, 3)
    assert contents(db, wave) == before


ROWS = some.lists(
    some.tuples(some.sampled_from(["A1", "A2"]), some.integers(1, 2)), min_size=1, max_size=6
)


NUMBERS = count()


@given(first=ROWS, more=ROWS, seed=some.integers(0, 99))
@settings(
    max_examples=examples(10, thorough=100),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_file_that_comes_again_with_more_rows_counts_nobody_twice(
    db, tmp_path, first, more, seed
):
    other_wave = a_wave(db, name=f"Kultur {next(NUMBERS)}", closed_on=CLOSED)
    texts = [f"{unit_id},,{answer},,,,\n" for unit_id, answer in first + more]
    (tmp_path / "først.csv").write_text(HEAD + "".join(texts[: len(first)]))
    random.Random(seed).shuffle(texts)
    (tmp_path / "igen.csv").write_text(HEAD + "".join(texts))
    answer_import.import_answers(db, other_wave.id, tmp_path / "først.csv", by=STEWARD)
    report = answer_import.import_answers(db, other_wave.id, tmp_path / "igen.csv", by=STEWARD)
    assert (report.added, report.unchanged) == (len(more), len(first))


def test_rows_that_were_there_are_told_of_when_others_are_new(bring):
    bring("A1,,4,,,,\n")
    (note,) = bring("A1,,4,,,,\nA1,,5,,,,\n").notes
    assert "magen til svar, undersøgelsen allerede har: 1." in str(note)


def test_a_trial_says_what_would_come_and_keeps_nothing(db, wave, bring):
    report = bring("A1,,4,,,,\n", dry_run=True)
    assert (report.added, report.dry_run) == (1, True)
    assert contents(db, wave) == []


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("A1,,4,,,,\nA9,,4,,,,\n", "række 3, kolonne unit_id: Enheden A9 findes ikke"),
        (",,4,,,,\n", "række 2, kolonne unit_id: feltet er tomt"),
        ("=A1,,4,,,,\n", "række 2, kolonne unit_id: Enheden =A1 findes ikke"),
        ("A1,,4,,,,\n\nA1,,,6,,,\n", "række 4, kolonne TRU2: svaret ligger uden for skalaen"),
        ("A1,,,,,11,\n", "kolonne OVR1"),
        ("A1,,,,,,10\n", "eller lad feltet være tomt: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9."),
        ("A1,,4.5,,,,\n", "kolonne TRU1: svaret ligger uden for skalaen"),
        ("A1,,-1,,,,\n", "0, 1, 2, 3, 4, 5. Rækker med fejl: 1."),
        ("A1,,meget,,,,\n", "kolonne TRU1: svaret ligger uden for skalaen"),
        ("A1,,9,,,,\nA9,,4,,,,\nA1,,4,,,,\n", "række 2, kolonne TRU1: svaret ligger uden for"),
        ("A1,,9,,,,\nA9,,4,,,,\nA1,,4,,,,\n", "Rækker med fejl: 2."),
        ("A1,,4\n", "række 2, kolonne TRU1: rækken har ikke lige så mange felter (3)"),
    ],
)
def test_a_fault_is_told_with_its_place_and_nothing_is_kept(db, wave, bring, rows, message):
    with pytest.raises(InputError) as fault:
        bring(rows)
    assert f"svar.csv, {message}" in str(fault.value) or message in str(fault.value)
    assert contents(db, wave) == []


def test_a_fault_does_not_repeat_an_answer(bring):
    with pytest.raises(InputError) as fault:
        bring("A1,,77,,,,\n")
    assert "77" not in str(fault.value)


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("unit_id,TRU9\n", "række 1: kolonnen ”tru9” kendes ikke. Mente du TRU"),
        ("unit_id,group\n", "der er ingen kolonne med svar. Kald hver kolonne ved spørgsmålets id"),
        ("TRU1\n", "række 1: kolonnen unit_id mangler"),
        ("", "filen er tom"),
    ],
)
def test_a_header_that_does_not_fit_is_told(bring, head, message):
    with pytest.raises(InputError, match=message):
        bring("", head=head)


def test_who_began_and_answered_nothing_is_left_out_and_told_of(db, wave, bring):
    report = bring("A1,Læge,,,,,\nA1,,4,,,,\n,,,,, ,\nA9,3,,,,,\n")
    message = "Sprunget over, fordi der ikke er et eneste svar i rækken: 2"
    assert (report.rows, report.added, report.unchanged) == (1, 1, 0)
    assert [str(note) for note in report.notes] == [message]
    assert contents(db, wave) == [("A1", "", {"TRU1": 4})]


def test_a_row_without_answers_does_not_move_the_place_of_a_fault(bring):
    with pytest.raises(InputError, match="række 3, kolonne TRU1"):
        bring("A1,Læge,,,,,\nA1,,9,,,,\n")


def test_a_file_in_which_nobody_answered_brings_nobody_and_says_so(db, wave, bring):
    report = bring("A1,Læge,,,,,\nA2,,,,,,\n")
    assert (report.rows, report.added, len(report.notes)) == (0, 0, 1)
    assert contents(db, wave) == []


def test_a_file_without_rows_brings_nobody(bring):
    assert bring("").rows == 0


def test_columns_may_have_small_letters_and_numbers_decimals(db, wave, bring):
    report = bring("A1;;4,0;3\n", head="\ufeffunit_id;group;tru1;Tru2\n")
    assert contents(db, wave) == [("A1", "", {"TRU1": 4, "TRU2": 3})]
    assert [str(note) for note in report.notes] == ["Kolonnerne er skilt med ;"]


def test_a_group_that_became_a_decimal_number_is_what_it_was(db, wave, bring):
    bring("A1,2.0,4\nA1,02,4\n", head="unit_id,group,TRU1\n")
    assert contents(db, wave) == [("A1", "02", {"TRU1": 4}), ("A1", "2", {"TRU1": 4})]


def test_a_workbook_is_read_like_a_file(db, wave, tmp_path):
    book = Workbook()
    for row in (("unit_id", "group", "TRU1"), ("A1", None, 4), (None, None, None), ("A2", "x", 5)):
        book.active.append(row)
    book.save(tmp_path / "svar.xlsx")
    answer_import.import_answers(db, wave.id, tmp_path / "svar.xlsx", by=STEWARD)
    assert contents(db, wave) == [("A1", "", {"TRU1": 4}), ("A2", "x", {"TRU1": 5})]


def test_blank_cells_after_the_last_column_are_no_fault(db, wave, bring):
    bring("A1,4,,\n , ,\n", head="unit_id,TRU1\n")
    assert len(contents(db, wave)) == 1


def test_a_wave_that_was_answered_here_takes_no_answers_from_elsewhere(db, tmp_path):
    other_wave = a_closed_wave(db, A1=3)
    (tmp_path / "papir.csv").write_text("unit_id,TRU1\nA1,4\n")
    with pytest.raises(answer_import.WaveAnsweredHere, match="er besvaret her i Pejling"):
        answer_import.import_answers(db, other_wave.id, tmp_path / "papir.csv", by=STEWARD)
    assert responses.counts(db, other_wave.id) == {"A1": 3}


def test_a_trial_tells_nobody_what_was_answered_here(db, tmp_path):
    other_wave = a_closed_wave(db, A1=1)
    answers = answered()
    guess = ",".join(("unit_id", *answers)) + "\n" + ",".join(("A1", *map(str, answers.values())))
    (tmp_path / "gæt.csv").write_text(guess)
    with pytest.raises(answer_import.WaveAnsweredHere):
        answer_import.import_answers(
            db, other_wave.id, tmp_path / "gæt.csv", by=STEWARD, dry_run=True
        )


def test_a_wave_nobody_answered_here_but_that_was_open_takes_none_either(db):
    other_wave = a_closed_wave(db)
    with pytest.raises(answer_import.WaveAnsweredHere):
        answer_import.import_answers(db, other_wave.id, Path("svar.csv"), by=STEWARD)


@pytest.mark.parametrize("state", [WaveState.DRAFT, WaveState.OPEN, WaveState.RELEASED])
def test_only_a_closed_wave_that_is_not_released_takes_answers(db, wave, bring, state):
    waves.update(db, replace(wave, state=state))
    with pytest.raises(answer_import.WaveNotClosed):
        bring("A1,,4,,,,\n")


def test_who_may_not_import_brings_nothing(db, wave):
    with pytest.raises(Refused):
        answer_import.import_answers(db, wave.id, Path("svar.csv"), by=LEADER)


def test_a_wave_that_does_not_exist_takes_nothing(db):
    with pytest.raises(answering.WaveUnknown):
        answer_import.import_answers(db, "ingen", Path("svar.csv"), by=STEWARD)


def respondents(**answers):
    return pd.DataFrame({"unit_id": ["A1"], "group": [""], **answers})


@pytest.mark.parametrize(
    ("frame", "error"),
    [
        (respondents(TRU1=[6.0]), AnswerOutsideScale),
        (respondents(XYZ1=[4.0]), UnknownItem),
        (respondents(TRU1=[4.0]).assign(unit_id="A9"), UnitUnknown),
    ],
)
def test_what_a_program_brings_is_checked_too(db, wave, frame, error):
    with pytest.raises(error):
        answer_import.keep(db, wave, frame, by=STEWARD)
    assert contents(db, wave) == []


def test_an_instrument_without_a_crossing_gives_no_group():
    plain = INSTRUMENT.model_copy(update={"crossing": ""})
    frame = respondents(BAG2=[4.0])
    pd.testing.assert_frame_equal(answer_import.grouped(frame, plain), frame)
