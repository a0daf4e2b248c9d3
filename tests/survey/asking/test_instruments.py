import pytest

from survey.asking.instruments import InstrumentUnknown, available, load, text


def test_an_unknown_instrument_is_named():
    for reading in (load, text):
        with pytest.raises(InstrumentUnknown, match="rik-99"):
            reading("rik-99")


def test_the_text_of_an_instrument_is_its_definition_file():
    for name in available():
        assert f"id: {name}\n" in text(name)
