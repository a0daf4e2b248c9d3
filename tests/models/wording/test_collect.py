"""The collector brings the catalogues in step with the sentences in code and templates."""

import runpy

import pytest

from models import wording
from models.wording import collect
from models.wording.collect import catalogue, error_classes, sentences, update

ERRORS = """
class Closed(Broken): ...
class Broken(SpokenError): ...
class Elsewhere(x.Y): ...
"""


@pytest.fixture
def program(tmp_path):
    for room in collect.ROOMS:
        (tmp_path / room).mkdir()
    return tmp_path


def write(program, name, text):
    (program / name).write_text(text, encoding="utf-8")


def texts(program):
    return [text for text, _ in sentences(program)]


@pytest.mark.parametrize(
    "call", ["_('Ja')", "N_('Ja')", "say('Ja')", "words.say('Ja')", "f'{words.say(\"Ja\")}!'"]
)
def test_a_marked_sentence_is_collected_with_its_file(program, call):
    write(program, "pages/a.py", call)
    assert list(sentences(program)) == [("Ja", "pages/a.py")]


@pytest.mark.parametrize("call", ["print('Ja')", "_(text)", "_()", "_('')", "calls[0]('Ja')"])
def test_nothing_else_is_collected(program, call):
    write(program, "pages/a.py", call)
    assert texts(program) == []


def test_both_sentences_of_a_choice_are_collected(program):
    write(program, "models/a.py", "_('Ja' if n else 'Nej')")
    assert texts(program) == ["Ja", "Nej"]


@pytest.mark.parametrize(
    "call", ["ngettext('{n} ja', '{n} jaer', 2)", "words.ngettext('{n} ja', '{n} jaer', n)"]
)
def test_a_sentence_with_a_number_is_collected_in_both_its_forms(program, call):
    write(program, "pages/a.py", call)
    assert texts(program) == [("{n} ja", "{n} jaer")]


def test_a_number_in_a_template_is_collected_as_in_code(program):
    write(program, "pages/a.html.j2", "{{ ngettext('{n} ja', '{n} jaer', n, a=2) }}")
    assert texts(program) == [("{n} ja", "{n} jaer")]


def test_templates_are_collected_as_code_is(program):
    write(program, "pages/a.html.j2", "<p>{{ _('Tak') }}</p>")
    assert list(sentences(program)) == [("Tak", "pages/a.html.j2")]


def test_the_message_of_an_error_is_collected_however_far_it_is_derived(program):
    write(program, "survey/a.py", ERRORS + "raise Closed('Lukket')")
    assert error_classes(program) == {"SpokenError", "Broken", "Closed"}
    assert texts(program) == ["Lukket"]


def test_a_new_sentence_comes_in_untranslated_and_a_deleted_one_goes_out(program):
    write(program, "sv.po", 'msgid "Nej"\nmsgstr "Nej"\n\nmsgid "Ja"\nmsgstr "Jo"\n')
    write(program, "pages/a.py", "_('Ja'), _('Tak')")
    update(program, program)
    entries = {message.id: message.string for message in catalogue("sv", program) if message.id}
    assert entries == {"Ja": "Jo", "Tak": ""}


def test_a_language_without_a_file_gets_one(program):
    write(program, "pages/a.py", "_('Ja')")
    update(program, program)
    assert "Ja" in catalogue("en", program)


def test_the_command_writes_beside_the_wording(monkeypatch, tmp_path):
    monkeypatch.setattr(wording, "HERE", tmp_path)
    runpy.run_path(collect.__file__, run_name="__main__")
    assert len(catalogue("sv", tmp_path)) > 100
