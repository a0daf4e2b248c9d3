import re

import pytest
import yaml

from survey.asking.instruments import INSTRUMENTS, InstrumentBroken, InstrumentUnknown, load, read

SHIPPED = (INSTRUMENTS / "rik-30.yaml").read_text("utf-8")


def broken(tmp_path, change):
    definition = yaml.safe_load(SHIPPED)
    change(definition)
    path = tmp_path / "changed.yaml"
    path.write_text(yaml.safe_dump(definition, allow_unicode=True), "utf-8")
    with pytest.raises(InstrumentBroken) as refusal:
        read(path)
    return str(refusal.value)


def in_first(block, **values):
    return lambda definition: definition[block][0].update(values)


def in_first_item(**values):
    return lambda definition: definition["dimensions"][0]["items"][0].update(values)


def without_swedish(definition):
    del definition["dimensions"][3]["items"][1]["wording"]["sv"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (without_swedish, "dimensions.3.items.1.wording"),
        (in_first_item(colour="red"), "dimensions.0.items.0.colour"),
        (in_first_item(id="TRU2"), "the id TRU2"),
        (in_first_item(scale="thermometer"), "item TRU1 .* thermometer"),
        (in_first("dimensions", id="RIS"), "the id RIS"),
        (in_first("scales", id="eleven"), "the id eleven"),
        (in_first("scales", points=4), "scales.0: .*5 labels for 4 points in da"),
        (in_first("scales", first=0), "scales.0: .*opt-out"),
        (in_first("open_questions", id="TRU1"), "the id TRU1"),
        (lambda d: d["levels"].update(cuts=[30, 45, 60]), "levels: .*5 texts for 4 levels"),
        (lambda d: d["levels"].update(cuts=[30, 60, 45, 75]), "levels: .*rise"),
        (lambda d: d.update(languages=["da"]), "languages: must be da, sv, en"),
        (lambda d: d.pop("minutes"), "minutes"),
    ],
)
def test_a_broken_file_is_refused_naming_file_and_field(tmp_path, change, sentence):
    message = broken(tmp_path, change)
    assert "changed.yaml" in message
    assert re.search(sentence, message)


@pytest.mark.parametrize("text", ["items: [", "just a sentence"])
def test_a_file_that_is_no_definition_at_all_is_refused(tmp_path, text):
    (tmp_path / "odd.yaml").write_text(text, "utf-8")
    with pytest.raises(InstrumentBroken, match=r"odd\.yaml"):
        read(tmp_path / "odd.yaml")


def test_an_unknown_instrument_is_named():
    with pytest.raises(InstrumentUnknown, match="rik-99"):
        load("rik-99")


def test_the_item_that_cuts_hospitals_a_second_way_must_exist(tmp_path):
    message = broken(tmp_path, lambda definition: definition.update(crossing="BAG9"))
    assert "there is no item BAG9" in message
