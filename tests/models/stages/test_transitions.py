"""The tables of stages say what the services do."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from models.ideas.idea import Stage
from models.services.idea_stages import require_step
from models.stages.picture import picture
from models.stages.tables import ALL, IDEA, VALUE, WAVE
from models.stages.transitions import StageRefused
from models.steering.submission import ValueStage
from models.wording import words
from survey.asking.wave import WaveState, closed, opened
from survey.errors import SurveyError
from tests.builders import a_wave

PICTURES = Path(__file__).parents[3] / "docs" / "pictures"
DAY = date(2016, 1, 14)
STEPS = {"open": lambda wave: opened(wave, DAY), "close": lambda wave: closed(wave, DAY)}


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_each_table_names_its_stages_and_every_stage_can_be_reached(table):
    kinds = {type(stage) for stage in table.stages}
    assert len(kinds) == 1
    assert set(table.stages) == set(*kinds)
    assert {move.goal for move in table.moves} | set(table.starts) == set(table.stages)
    assert {origin for move in table.moves for origin in move.origins} <= set(table.stages)
    assert len({move.name for move in table.moves}) == len(table.moves)


@pytest.mark.parametrize("state", WaveState)
@pytest.mark.parametrize("name", STEPS)
def test_a_wave_opens_and_closes_where_its_table_says_so(state, name):
    try:
        goal = STEPS[name](a_wave(state=state, opens_on=DAY)).state
    except SurveyError:
        goal = None
    assert goal == (WAVE.move(name).goal if WAVE.allows(state, name) else None)


def test_a_move_leads_to_its_goal_or_is_refused_by_the_stage():
    assert VALUE.after(ValueStage.ENTERED, "approve") is ValueStage.APPROVED
    with pytest.raises(StageRefused, match="godkendt"):
        VALUE.after(ValueStage.APPROVED, "return")


def test_an_idea_goes_forward_is_declined_and_taken_up_again_but_not_otherwise_back():
    allowed = {(before, after) for before in Stage for after in Stage if IDEA.leads(before, after)}
    forbidden = {
        (Stage.PILOTED, Stage.SCREENED),
        (Stage.IMPLEMENTED, Stage.SCREENED),
        (Stage.IMPLEMENTED, Stage.PILOTED),
        (Stage.IMPLEMENTED, Stage.DECLINED),
        (Stage.DECLINED, Stage.PILOTED),
        (Stage.DECLINED, Stage.IMPLEMENTED),
    }
    assert {(before, after) for before in Stage for after in Stage} - allowed == forbidden
    require_step(Stage.SUBMITTED, Stage.PILOTED)
    with pytest.raises(StageRefused):
        require_step(Stage.IMPLEMENTED, Stage.PILOTED)


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_the_picture_in_the_manual_is_the_table(table):
    drawing = picture(table, words("en"))
    # `make pictures` draws it anew.
    assert (PICTURES / f"stages-{table.name}.svg").read_text(encoding="utf-8") == drawing
    tags = [node.tag.rpartition("}")[2] for node in ET.fromstring(drawing).iter()]
    assert tags.count("circle") == sum(len(move.origins) for move in table.moves)
