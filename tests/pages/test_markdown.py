"""What people and papers wrote is shown as they wrote it, wherever Streamlit reads markdown."""

import pytest

from pages.shell.wording import Markdown, markdown_escaped, say
from tests.pages.hostile import TEXTS
from tests.pages.rendered import LOST, rendered


def in_one_line(text):
    return " ".join(text.split())


@pytest.mark.parametrize("frame", ["{}", "**{}**", "- {}", "# {}", "**{}:** {}", "x {} · *{}*"])
def test_a_text_is_seen_as_it_was_written(frame):
    texts = {text: rendered(frame.replace("{}", markdown_escaped(text))) for text in TEXTS}
    plain = frame.replace("**", "").replace("*", "").removeprefix("- ").removeprefix("# ")
    assert texts == {text: plain.replace("{}", in_one_line(text)) for text in TEXTS}


def test_without_escaping_most_of_them_would_be_markup():
    spared = {text for text in TEXTS if rendered(text) == in_one_line(text)}
    assert len(spared) < len(TEXTS) / 4
    assert LOST in rendered("se www.ondt.dk")


def test_lines_become_one():
    assert markdown_escaped("a\n===\n    b\r\n- c") == "a === b - c"


def test_markdown_of_ours_stays_as_it_is():
    assert markdown_escaped(Markdown("**x**")) == "**x**"
    assert say("{n} i {unit}", n=5, unit=Markdown("*x*")) == "5 i *x*"


def test_the_values_of_a_sentence_are_text():
    sentence = say("**{unit}** fra {day}", unit="*a* [b]", day="31. dec.")
    assert rendered(sentence) == "*a* [b] fra 31. dec."


def test_ordinary_names_and_figures_need_no_backslash():
    texts = ("Akut- og traumecenter (syd)", "Mål: 12,5 %", "M&A, 2. sal", "HOV-T4-C5", "12.5")
    assert [markdown_escaped(text) for text in texts] == list(texts)
