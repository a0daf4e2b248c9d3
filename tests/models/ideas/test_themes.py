import random
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.ideas import clusters, themes
from models.ideas.grouping import Grouping
from models.ideas.themes import group
from tests.examples import examples
from tests.models.ideas.corpus import FOOD, LOGIN, SLEEP, an_idea, ideas

EVERYTHING = ideas(*SLEEP, *FOOD, *LOGIN)
TEXTS = st.lists(
    st.text("abcdeæøå 12.", max_size=30) | st.sampled_from((*SLEEP, *FOOD)), max_size=12
)


def test_nothing_gives_no_themes():
    assert group([]) == Grouping((), {})


def test_one_idea_is_a_theme_of_its_own_and_fits_it_wholly():
    (only,) = group([an_idea(title="Stille vogne")]).themes
    assert only.name == "stille, vogne"
    assert group([an_idea(title="Stille vogne")]).assignments == {"i001": (only.id, 1.0)}


def test_plainly_different_things_are_not_mixed():
    assignments = group(EVERYTHING).assignments
    for first in (0, 6, 12):
        most = Counter(assignments[f"i{n:03}"][0] for n in range(first, first + 6)).most_common(1)
        assert most[0][1] >= 5


def test_themes_are_named_by_whole_words_of_the_ideas():
    words = {word for idea in EVERYTHING for word in idea.text.lower().replace(":", "").split()}
    assert {term.strip(",") for theme in group(EVERYTHING).themes for term in theme.terms} <= words


def test_the_telling_words_name_the_theme():
    names = " ".join(theme.name for theme in group(EVERYTHING).themes)
    assert "støj" in names
    assert "madspild" in names
    assert "kodeord" in names


def test_the_same_ideas_in_any_order_give_the_same_themes():
    shuffled = random.Random(1).sample(EVERYTHING, len(EVERYTHING))
    assert group(shuffled) == group(EVERYTHING)


@given(TEXTS)
@settings(max_examples=examples(15, thorough=200))
def test_every_idea_is_in_one_theme_and_fits_between_nothing_and_wholly(texts):
    grouping = group(ideas(*texts))
    ids = [idea_id for theme in grouping.themes for idea_id in theme.idea_ids]
    assert sorted(ids) == sorted(grouping.assignments) == [f"i{n:03}" for n in range(len(texts))]
    assert all(0 <= fit <= 1 for _, fit in grouping.assignments.values())
    assert len({theme.id for theme in grouping.themes}) == len(grouping.themes)


def test_within_a_theme_the_best_fitting_idea_comes_first():
    grouping = group(EVERYTHING)
    for theme in grouping.themes:
        fits = [grouping.assignments[idea_id][1] for idea_id in theme.idea_ids]
        assert fits == sorted(fits, reverse=True)


def test_identical_ideas_are_one_theme():
    (only,) = group(ideas(*["Stille vogne om natten"] * 20)).themes
    assert len(only.idea_ids) == 20


def test_ideas_without_words_stand_last_and_fit_nothing():
    grouping = group([*EVERYTHING, an_idea(900, title="123"), an_idea(901)])
    assert grouping.themes[-1].idea_ids == ("i900", "i901")
    assert grouping.themes[-1].name == "123"
    assert grouping.assignments["i901"] == (grouping.themes[-1].id, 0.0)


def test_an_idea_of_nothing_at_all_has_a_dash_for_a_name():
    assert group([an_idea()]).themes[0].name == "–"


def test_a_theme_points_to_the_strategy_theme_it_resembles():
    strategy = {"S": "Søvn og ro uden støj om natten", "M": "Mad uden madspild", "I": "It, kodeord"}
    named = {theme.strategy_theme for theme in group(EVERYTHING, strategy).themes}
    assert {"S", "M", "I"} <= named


def test_where_no_strategy_theme_stands_out_none_is_named():
    strategy = {"A": "Kvantefysik", "B": "Kvantefysik"}
    assert {theme.strategy_theme for theme in group(EVERYTHING, strategy).themes} == {None}


def test_a_single_strategy_theme_is_named_where_it_is_resembled():
    themes = group(EVERYTHING, {"S": "Støj om natten og dårlig søvn"}).themes
    assert "S" in {theme.strategy_theme for theme in themes}


def test_languages_do_not_become_themes():
    swedish = ["Patienterna sover dåligt på grund av buller på natten"] * 3 + [
        "Mindre buller på natten ger bättre sömn",
        "Buller från vagnar väcker patienterna",
        "Dämpa buller i korridoren, sömn är viktigt",
        "Maten slängs eftersom portionerna är för stora",
        "Mindre portioner mat ger mindre matsvinn",
        "Väg maten och se hur stort matsvinn vi har",
        "Köket kan skicka mindre portioner mat",
        "Mat på brickor slängs, det är matsvinn",
        "Matsvinn: låt patienterna välja portioner mat",
    ]
    mixed = [*EVERYTHING, *(an_idea(100 + n, text=t, language="sv") for n, t in enumerate(swedish))]
    labels = group(mixed).assignments
    share = len({labels[i.id][0] for i in mixed if i.language == "sv"})
    assert share > 1


@pytest.mark.parametrize(("ideas", "count"), [(2, 2), (8, 2), (50, 5), (288, 12), (5000, 12)])
def test_more_ideas_are_read_under_more_themes_up_to_twelve(ideas, count):
    assert themes.theme_count(ideas) == count


def test_there_are_never_more_groups_than_different_vectors():
    labels, fits = clusters.groups(np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]), 3, seed=0)
    assert len(set(labels)) == 2
    assert fits.tolist() == [1.0, 1.0, 1.0]
