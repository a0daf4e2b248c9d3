import pytest

from models.wording import levels, words
from survey.asking.instruments import load
from survey.release.figure import HIDDEN, Figure, WhyHidden
from survey.scoring.maturity import Bound

DA = words("da")
RIK = load("rik-30")


def an_index(mean=58, **fields):
    usual = {"n": 23, "mean": mean, "low": mean - 6, "high": mean + 6, "predicted": mean}
    level = {"level": 3, "level_low": 3, "level_high": 3}
    return Figure(**usual | level | fields)


def a_gate(**fields):
    bound = {"level": 4, "at_least": 3, "met": 5, "needed": 6, "none_below": 2, "below": ()}
    return Bound(**bound | fields)


def why(index=None, gate=None):
    return " ".join(levels.why_level(index or an_index(), gate, RIK, DA))


def test_an_index_that_is_hidden_says_why_and_one_of_too_few_topics_says_that():
    assert "nogen kunne genkendes" in why(HIDDEN)
    assert "for få emner med tal" in why(Figure(why=WhyHidden.NO_WHOLE))


@pytest.mark.parametrize(
    ("figure", "text"),
    [(an_index(), "3"), (an_index(level_high=4), "3–4"), (HIDDEN, "–")],
)
def test_a_level_is_a_figure_or_a_range(figure, text):
    assert levels.level_range(figure, DA) == text


@pytest.mark.parametrize(
    ("figure", "name", "title"),
    [(an_index(), "3 Etableret", "Niveau 3: Etableret"),
     (an_index(level_high=4), "3 Etableret til 4 Integreret",
      "Niveau 3–4: Etableret til Integreret"),
     (HIDDEN, "", "Der er ikke noget samlet niveau")],
)  # fmt: skip
def test_a_level_is_named_from_end_to_end(figure, name, title):
    assert levels.level_name(figure, RIK, DA) == name
    assert levels.level_title(figure, RIK, DA) == title


def test_each_level_of_a_range_is_explained():
    assert len(levels.level_meaning(an_index(level_high=4), RIK, DA)) == 2
    assert levels.level_meaning(HIDDEN, RIK, DA) == ()


def test_the_steps_have_number_and_name_apart():
    assert levels.level_steps(RIK, DA)[2] == ("3", "Etableret")


def test_units_stand_at_a_level_or_between_two():
    assert levels.between_levels(3, 3, RIK, DA) == "3 Etableret"
    assert levels.between_levels(3, 4, RIK, DA) == "3–4: mellem to niveauer"


def test_units_without_a_level_and_without_figures_are_named():
    assert levels.without_level(DA).startswith("Intet niveau")
    assert levels.hidden_units(DA).startswith("Skjult")


def test_the_cuts_are_listed():
    assert levels.cuts(RIK, DA) == "30, 45, 60, 75"


def test_the_cuts_explain_a_level():
    assert why() == "Det samlede tal er 58. Niveau 3 går fra 45 til 60. Niveau 4 begynder ved 60."


def test_the_highest_level_has_no_next_one():
    assert "begynder" not in why(an_index(80, level=5, level_low=5, level_high=5))


def test_an_interval_across_a_cut_explains_a_range():
    assert "Usikkerheden går fra 52 til 64." in why(an_index(level_high=4))


def test_a_level_beside_the_published_mean_says_that_the_silent_were_reckoned_with():
    assert "de, der ikke svarede" in why(an_index(61))


def test_the_gate_that_binds_is_explained_with_its_numbers():
    sentences = why(an_index(62), a_gate())
    assert "Niveau 4 går fra 60 til 75." in sentences
    assert "mindst 6 af 9 emner er på niveau 3 eller højere. Her er 5 det." in sentences


def test_a_gate_names_the_dimensions_below_its_floor():
    assert why(gate=a_gate(met=7, below=("TRU", "STO"))).endswith(
        "under niveau 2. Her er det: Tillid og tryghed, Støtte, tid og ressourcer."
    )


def test_an_index_held_back_says_which_level_its_figure_would_give():
    assert levels.held_back(4, a_gate(), RIK, DA).startswith(
        "Hvorfor ikke højere? Tallet alene ville give 4 Integreret. Niveau 4 kræver også"
    )


def test_too_few_answers_explain_a_missing_level():
    assert "Under 30 %" in why(an_index(level=None))
