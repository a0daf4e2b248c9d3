from collections import Counter

import pytest

from survey.asking.instruments import INSTRUMENTS, available, load
from survey.asking.question import LANGUAGES

FILES = sorted(INSTRUMENTS.glob("*.yaml"))
CULTURE = load("rik-30")


def test_the_shipped_instruments_are_the_named_ones():
    assert available() == ("rik-30",)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_named_after_its_instrument(path):
    assert load(path.stem).id == path.stem


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", available())
def test_every_screen_and_answer_is_said_in_every_language(name, language):
    instrument = load(name)
    for screen in instrument.screens:
        assert screen.title[language].strip()
        for item in screen.items:
            assert item.wording[language].strip()
            assert all(instrument.scale(item.scale).labels[language])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", available())
def test_no_two_items_share_a_wording(name, language):
    wordings = Counter(item.wording[language] for item in load(name).items)
    assert max(wordings.values()) == 1


@pytest.mark.parametrize("name", available())
def test_every_dimension_has_items_enough_to_speak_of_reliability(name):
    assert all(len(dimension.items) >= 2 for dimension in load(name).dimensions)


@pytest.mark.parametrize("name", available())
def test_every_scored_item_says_where_its_idea_comes_from(name):
    assert all(item.source_idea for item in load(name).items)
    assert all(dimension.seeds for dimension in load(name).dimensions)


def test_the_culture_instrument_has_30_items_in_9_dimensions():
    sizes = {dimension.id: len(dimension.items) for dimension in CULTURE.dimensions}
    four = {"RIS": 4, "STO": 4, "NYT": 4}
    assert sizes == dict.fromkeys(("TRU", "LED", "ANE", "KOM", "SAM", "BRU"), 3) | four


def test_three_items_are_turned_round_and_nine_make_the_pulse():
    assert [item.id for item in CULTURE.items if item.reverse] == ["RIS4", "STO4", "NYT4"]
    assert len([item for item in CULTURE.items if item.pulse]) == 9


def test_beside_the_dimensions_stand_the_funnel_the_verdict_and_the_background():
    extras = {block.id: [item.id for item in block.items] for block in CULTURE.extras}
    assert extras == {
        "funnel": ["FUN1", "FUN2", "FUN3"],
        "overall": ["OVR1", "OVR2"],
        "background": ["BAG1", "BAG2"],
    }
    assert [module.id for module in CULTURE.modules] == ["DIG"]
    assert [question.id for question in CULTURE.open_questions] == ["OPN1"]


def test_the_instrument_says_that_no_study_has_validated_it_yet():
    assert CULTURE.validated_by == ""
    assert len(CULTURE.validation_plan) == 6


def test_maturity_has_five_levels_cut_at_30_45_60_and_75():
    assert CULTURE.levels.cuts == (30, 45, 60, 75)
    assert [gate.level for gate in CULTURE.levels.gates] == [4, 5]
