import pytest

from models.ideas import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Vi mangler et sted at lægge det, som ingen bruger", "da"),
        ("Vi behöver en plats för det som ingen använder", "sv"),
        ("We need a place for the things nobody uses", "en"),
        ("Ökad trygghet", "sv"),
        ("Færre fald", "da"),
    ],
)
def test_the_language_is_heard_from_small_words_and_letters(text, code):
    assert language.language_of(text) == code


def test_without_any_sign_the_language_is_danish():
    assert language.language_of("Robot 7000") == "da"


def test_figures_and_single_letters_are_no_words():
    assert language.tokens("Kl. 2 på B-gangen!") == ["kl", "på", "gangen"]


def test_content_leaves_the_small_words_out():
    assert language.content("Det er for meget støj", "da") == ["støj"]


def test_a_text_of_small_words_alone_keeps_them():
    assert language.content("Hvad er det?", "da") == ["hvad", "er", "det"]


def test_words_of_one_stem_meet():
    singular, plural = language.stems(["patienter", "patienten"], "da")
    assert singular == plural


def test_an_unknown_language_is_read_as_danish():
    assert language.stems(["patienter"], "xx") == language.stems(["patienter"], "da")


def test_what_every_suggestion_says_names_no_theme():
    assert not language.names("forslag")
    assert not language.names("improve")
    assert language.names("søvn")


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_every_language_has_its_small_words(code):
    assert len(language._lists("stop")[code]) >= 100
