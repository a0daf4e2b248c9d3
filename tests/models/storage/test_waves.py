from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError, NoResultFound

from models.storage import waves
from models.storage.engine import unit_of_work
from models.storage.tables.waves import LinkRow, WaveRow
from survey.asking.wave import WaveState
from tests.builders import a_wave
from tests.interleaving import outcome

OPEN = a_wave(state=WaveState.OPEN, opens_on=date(2015, 3, 1), closes_on=date(2015, 3, 31))


@pytest.mark.parametrize("wave", [OPEN, a_wave(approved_on=None, minutes="")])
def test_a_wave_comes_back_as_it_was(any_db, wave):
    waves.add(any_db, wave)
    assert waves.get(any_db, wave.id) == wave


def test_a_wave_nobody_planned_is_none(any_db):
    assert waves.get(any_db, "never") is None


def test_a_wave_goes_on_in_its_own_place(any_db):
    waves.add(any_db, a_wave())
    waves.add(any_db, a_wave(id="other"))
    waves.update(any_db, OPEN)
    assert waves.all_waves(any_db) == (OPEN, a_wave(id="other"))


@pytest.mark.measured
def test_only_a_planned_wave_can_go_on(any_db):
    with pytest.raises(NoResultFound):
        waves.update(any_db, OPEN)


def test_waves_stand_in_the_order_they_opened_and_planned_ones_last(any_db):
    later = replace(OPEN, id="a", opens_on=date(2017, 1, 1))
    for wave in (a_wave(id="0"), later, OPEN):
        waves.add(any_db, wave)
    assert waves.all_waves(any_db) == (OPEN, later, a_wave(id="0"))


@pytest.mark.parametrize(
    ("column", "value"), [("smallest_group", 4), ("state", "half-open")], ids=["k", "state"]
)
def test_the_database_itself_refuses_a_broken_wave(any_db, column, value):
    row = waves._row(a_wave()) | {column: value}
    with pytest.raises(IntegrityError, match=column), any_db.begin_nested():
        any_db.execute(insert(WaveRow), [row])


def test_a_link_leads_to_its_wave_and_unit(any_db):
    waves.add(any_db, a_wave())
    waves.add_links(any_db, "foraar-2015", {"hash-1": "north", "hash-2": "south"})
    assert waves.find_link(any_db, "hash-2") == ("foraar-2015", "south")
    assert waves.find_link(any_db, "hash-1") == ("foraar-2015", "north")


def test_an_unknown_link_leads_nowhere(any_db):
    assert waves.find_link(any_db, "hash-1") is None


def test_a_units_new_link_takes_the_place_of_its_old_one_in_that_wave_only(any_db):
    for wave_id, links in (("a", {"1": "north", "2": "south"}), ("b", {"3": "north"})):
        waves.add(any_db, a_wave(id=wave_id))
        waves.add_links(any_db, wave_id, links)
    waves.add_links(any_db, "a", {"4": "north"})
    lead_to = {token: waves.find_link(any_db, token) for token in "1234"}
    assert lead_to == {"1": None, "2": ("a", "south"), "3": ("b", "north"), "4": ("a", "north")}


@pytest.mark.measured
def test_no_links_are_no_links(any_db):
    waves.add_links(any_db, "foraar-2015", {})
    assert any_db.scalars(select(LinkRow.token_hash)).all() == []


def test_a_link_needs_its_wave(any_db):
    with pytest.raises(IntegrityError), any_db.begin_nested():
        waves.add_links(any_db, "never", {"1": "north"})


def test_a_wave_that_is_locked_is_the_wave_as_it_is(any_db):
    waves.add(any_db, a_wave())
    assert waves.lock(any_db, OPEN.id) == a_wave()
    waves.update(any_db, OPEN)
    assert waves.lock(any_db, OPEN.id, shared=True) == OPEN
    assert waves.lock(any_db, "never") is None


def test_who_stores_answers_does_not_wait_for_others_who_do(
    postgresql_engine, postgresql_tables_url
):
    with unit_of_work(postgresql_engine) as db:
        waves.add(db, OPEN)

    def lock(db):
        db.execute(text("SET LOCAL lock_timeout = '10s'"))
        return waves.lock(db, OPEN.id, shared=True)

    with unit_of_work(postgresql_engine) as db:
        lock(db)
        assert outcome(postgresql_tables_url, lock) == OPEN
