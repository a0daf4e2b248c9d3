"""Questionnaires of a region's own: brought in, frozen when a wave asks them, fetched again."""

from datetime import date

import pytest

from models.errors import InputError
from models.services import questionnaires
from models.services.files.changes import Action, Change
from models.services.files.upload import Upload
from models.services.promises import targets
from models.services.release.publish import release_wave
from models.services.waves import answer_import
from models.storage import waves
from survey.asking import instruments
from survey.asking.instrument_file import InstrumentBroken
from survey.asking.instruments import InstrumentUnknown
from tests import builders
from tests.models.services.survey_builders import CLOSED, RELEASED, STEWARD, a_wave
from tests.questionnaires import OWN, own

TODAY = date(2026, 3, 1)
NEXT = ('version: "1.0"', 'version: "1.1"')
TYPO = ("Vi tør.", "Vi tør godt.")


def bring(db, text=OWN, **more):
    file = Upload("egen.yaml", text.encode())
    return questionnaires.import_instrument(db, file, by=STEWARD, on=TODAY, **more)


def export(db, instrument_id="egen-3", **more):
    return questionnaires.export_instrument(db, instrument_id, by=STEWARD, **more).decode()


def names(db):
    offered = questionnaires.all_questionnaires(db, by=STEWARD)
    return [(q.instrument.id, q.instrument.version, q.is_frozen) for q in offered]


def test_what_is_brought_in_comes_out_as_it_was_and_changes_nothing_again(db):
    report = bring(db)
    assert (report.added, report.changed, report.rows, report.changes) == (9, 0, 9, ())
    assert export(db) == OWN
    again = bring(db, export(db))
    assert (again.added, again.changed, again.unchanged) == (0, 0, 9)
    assert names(db) == [("egen-3", "1.0", False), ("rik-30", "0.1.0", True)]


def test_a_file_can_be_looked_at_without_being_brought_in():
    assert questionnaires.instrument_in(Upload("egen.yaml", OWN.encode())).id == "egen-3"


def test_a_file_that_is_only_tried_is_not_there(db):
    bring(db, dry_run=True)
    with pytest.raises(InstrumentUnknown, match="egen-3"):
        export(db)


def test_what_no_wave_asks_yet_may_be_mended(db):
    bring(db)
    report = bring(db, own(TYPO))
    assert report.changes == (
        Change(Action.CHANGED, "MOD1", "wording da", "Vi tør.", "Vi tør godt."),
    )
    assert "Vi tør godt." in export(db)
    assert [version for _id, version, _frozen in names(db)] == ["1.0", "0.1.0"]


def test_what_a_wave_asks_is_frozen_and_a_new_version_stands_beside_it(any_db):
    bring(any_db)
    wave = a_wave(any_db, instrument_id="egen-3")
    with pytest.raises(InputError, match="en ny version"):
        bring(any_db, own(TYPO))
    assert bring(any_db, OWN + "# a remark\n").changed == 0
    assert bring(any_db, own(TYPO, NEXT)).changed == 2
    assert [frozen for _id, _version, frozen in names(any_db)] == [False, True, True]
    assert export(any_db, version="1.0") == OWN
    assert questionnaires.of_wave(any_db, wave).version == "1.0"
    later = a_wave(any_db, "Kultur 2028", instrument_id="egen-3")
    assert questionnaires.questionnaire_of(any_db, later.id, by=STEWARD).version == "1.1"


def test_the_questionnaires_that_ship_with_us_are_frozen_from_the_start(db):
    shipped = instruments.text("rik-30")
    assert bring(db, shipped).unchanged > 30
    with pytest.raises(InputError, match=r"rik-30 0\.1\.0 er i brug"):
        bring(db, shipped.replace("Vi bruger data", "Vi anvender data"))
    changed = shipped.replace('"0.1.0"', '"0.2.0"').replace("id: DIG", "id: DAT")
    assert {change.action for change in bring(db, changed).changes} == set(Action)
    assert export(db, "rik-30") == changed


def test_a_broken_file_brings_nothing(db):
    with pytest.raises(InstrumentBroken):
        bring(db, "id: x")
    assert len(names(db)) == 1


def test_a_wave_needs_a_questionnaire_that_is_there(db):
    with pytest.raises(InstrumentUnknown, match="egen-3"):
        a_wave(db, instrument_id="egen-3")
    with pytest.raises(InstrumentUnknown, match=r"rik-30 9\. Vælg et af disse: rik-30 0\.1\.0\."):
        export(db, "rik-30", version="9")
    with pytest.raises(InstrumentUnknown):
        questionnaires.questionnaire_of(db, "intet", by=STEWARD)


def test_a_wave_from_before_they_were_stored_has_the_one_that_ships(db):
    waves.add(db, builders.a_wave())
    assert questionnaires.questionnaire_of(db, "foraar-2015", by=STEWARD).id == "rik-30"


def test_an_own_questionnaire_goes_all_the_way_to_a_target(db):
    bring(db)
    wave = a_wave(db, instrument_id="egen-3", closed_on=CLOSED)
    rows = [f"A1,{n % 4 + 1},{n % 3 + 1},2,1" for n in range(12)] + ["B,1,2,3,4"] * 12
    file = Upload("svar.csv", "\n".join(["unit_id,MOD1,MOD2,TID1,OM1", *rows]).encode())
    assert answer_import.import_answers(db, wave.id, file, by=STEWARD).added == 24
    targets.set_target(db, builders.a_target(source="culture:TID"), by=STEWARD, on=CLOSED)
    release = release_wave(db, wave.id, by=STEWARD, on=RELEASED)
    assert {"index", "MOD", "TID", "TID1"} <= set(release.cells["measure"])
