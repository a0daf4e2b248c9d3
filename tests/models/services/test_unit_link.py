from datetime import UTC, date, datetime

import pytest

from models.access import Role, Viewer
from models.services import ideas, unit_link
from models.services.culture import actions
from models.services.waves import lifecycle
from models.services.waves.answering import LinkUnknown
from models.storage import units
from tests.models.services.result_builders import a_released_wave
from tests.models.services.survey_builders import REGION

DAY, NOW = date(2026, 6, 1), datetime(2026, 6, 1, 12, tzinfo=UTC)
STEWARD, UNIT = Viewer("t", Role.STEWARD), Viewer("u", Role.DEPARTMENT, "A1")


def opened_link(db):
    wave = lifecycle.create(db, "Ny", instrument_id="rik-30", smallest_group=5, approved_on=DAY,
                            minutes="MED", by=STEWARD)  # fmt: skip
    return lifecycle.open_wave(db, wave.id, by=STEWARD, on=DAY)["A1"]


@pytest.fixture
def token(db):
    a_released_wave(db, R=58, A=58, A1=70, B=58)
    return opened_link(db)


def test_a_link_leads_to_its_unit_and_the_newest_result(db, token):
    home = unit_link.home(db, token, on=DAY)
    assert (home.unit.id, home.is_open, home.culture.wave.id) == ("A1", True, "kultur")
    assert unit_link.unit_at(db, token) == home.unit


def test_a_unit_that_was_in_no_released_wave_has_no_result(db):
    a_released_wave(db, tree=[unit for unit in REGION if unit.id != "A1"], R=58, A=58, B=58)
    units.replace(db, REGION)
    token = opened_link(db)
    assert unit_link.home(db, token, on=DAY).culture is None
    unit_link.finish_at(db, token, done=True, on=DAY)


def test_a_link_that_leads_nowhere_is_unknown(db, token):
    for place in ("x", ""):
        with pytest.raises(LinkUnknown):
            unit_link.home(db, place, on=DAY)


def test_what_is_suggested_through_a_link_comes_from_its_unit(db, token):
    idea, receipt = unit_link.suggest_at(db, token, "Tavle", "", on=DAY, now=NOW)
    unit_link.rewrite_at(db, token, idea.id, "Tavlemøde", "")
    assert [row.title for row in unit_link.ideas_at(db, token)] == ["Tavlemøde"]
    unit_link.take_back_at(db, token, idea.id, receipt, now=NOW)
    assert ideas.own_ideas(db, by=UNIT) == ()


def test_what_was_agreed_is_done_and_not_done_after_all(db, token):
    unit_link.finish_at(db, token, done=True, on=DAY)
    actions.agree(db, "kultur", "A1", what="Tavle", responsible="TRIO", due_on=DAY, by=UNIT, on=DAY)
    unit_link.finish_at(db, token, done=True, on=DAY)
    assert actions.newest(db, "kultur", "A1", by=UNIT).done_on == DAY
    assert actions.finish(db, "kultur", "A1", done=True, by=UNIT, on=DAY).done_on == DAY
    unit_link.finish_at(db, token, done=False, on=DAY)
    assert actions.newest(db, "kultur", "A1", by=UNIT).done_on is None
