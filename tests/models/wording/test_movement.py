import pytest

from models.wording import LANGUAGES, words
from models.wording.movement import Movement, movement, movements, rule_of_words, size_in_words

DA = words("da")
ROSE, FELL, UP, DOWN, UNSURE = Movement
TOPICS = (("Tillid", ROSE), ("Mod", ROSE), ("Tid", DOWN), ("Ros", UNSURE))


@pytest.mark.parametrize(
    ("difference", "arrow", "significant", "kind"),
    [(8, 1, 1, ROSE), (-8, -1, 1, FELL), (3, 0, 1, UP), (-3, 0, 1, DOWN), (9, 0, 0, UNSURE),
     (0, 0, 1, UNSURE)],
)  # fmt: skip
def test_a_change_is_named_by_its_size_and_by_how_sure_it_is(difference, arrow, significant, kind):
    assert movement(difference, arrow=arrow, significant=significant) is kind


def test_a_small_but_certain_fall_is_said_beside_what_rose():
    assert movements(DOWN, TOPICS, DA) == (
        "Det samlede tal er faldet lidt. Tillid og Mod er steget, Tid er faldet lidt. "
        "Resten kan være tilfældige udsving."
    )


@pytest.mark.parametrize(
    ("whole", "kinds", "text"),
    [
        (UNSURE, [UNSURE, UNSURE], "Ingen ændring er sikker: alle kan være tilfældige udsving."),
        (None, [UNSURE], "Ingen ændring er sikker: alle kan være tilfældige udsving."),
        (None, [FELL] * 4, "4 af 4 emner er faldet."),
        (FELL, [UNSURE], "Det samlede tal er faldet. Emnerne hver for sig er ikke ændret sikkert."),
        (ROSE, [], "Det samlede tal er steget."),
        (UNSURE, [UP], "Det samlede tal er ikke ændret sikkert. A er steget lidt."),
    ],
)
def test_many_are_counted_and_nothing_sure_is_said_in_one_sentence(whole, kinds, text):
    assert movements(whole, [("A", kind) for kind in kinds], DA) == text


def test_each_kind_has_its_size_in_words():
    assert [size_in_words(kind, -3, DA) for kind in Movement] == [
        "steget 3 point", "faldet 3 point", "steget lidt: 3 point", "faldet lidt: 3 point",
        "ingen sikker ændring",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_headline_speaks_of_arrows(language):
    text = f"{movements(FELL, TOPICS, words(language))} {rule_of_words(words(language))}"
    assert not any(sign in text.lower() for sign in ("pil", "arrow"))
