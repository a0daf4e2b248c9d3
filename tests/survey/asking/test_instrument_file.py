import pytest

from survey.asking.instrument_file import (
    InstrumentBroken,
    accepted,
    file_text,
    instrument_of,
)
from tests.questionnaires import OWN, own

# What is wrong with the file -> its line, its field, and a piece of what would be right.
FAULTS = (
    (('version: "1.0"', "version: 1.0"), 3, "version", "anførselstegn"),
    (('version: "1.0"', 'version: "a b"'), 3, "version", "bogstaverne a-z"),
    (("id: egen-3", 'id: " "'), 2, "id", "er tom"),
    (("minutes: 3", "minutes: tre"), 7, "minutes", "helt tal"),
    (("minutes: 3", "minutes: 300"), 7, "minutes", "højst 120"),
    (("minutes: 3", "minutes: 0"), 7, "minutes", "mindst 1"),
    (("minutes: 3", "minuts: 3"), 7, "minuts", "Mente du minutes?"),
    (("minutes: 3", "minuts: 3"), 1, "minutes", "mangler"),
    (("minutes: 3", "minutes: 3\nåøå: 1"), 8, "åøå", "Slet det"),
    (("minutes: 3", "minutes: 3\nminutes: 4"), 8, "minutes", "står to gange"),
    (("minutes: 3", "minutes: 3\nvalidated_by: no"), 8, "validated_by", "en tekst"),
    (("[da, sv, en]", "[da, sv]"), 5, "languages", "netop da, sv og en"),
    (("[da, sv, en]", "da"), 5, "languages", "en liste"),
    (("master_language: da", "master_language: no-NO"), 6, "master_language", "da, sv eller en"),
    (('sv: "Alla", ', ""), 8, "target_group", "hver af da, sv, en"),
    (('"Alla"', '"' + "a" * 1001 + '"'), 8, "target_group, sv", "for lang"),
    (("answered_share: 0.5", "answered_share: 0"), 9, "scoring, answered_share", "over 0"),
    (("answered_share: 0.5", "answered_share: [1]"), 9, "scoring, answered_share", "et tal"),
    (("index: 2,", "index: 3,"), 9, "scoring, dimensions_for_index", "højst 2"),
    (("scoring: {answered_share", "scoring: [1]\nx: {a"), 9, "scoring", "felter med navne"),
    (("cuts: [20, 40, 60, 80]", "cuts: [20, 40, 60]"), 10, "levels", "5 niveauer"),
    (("cuts: [20, 40, 60, 80]", "cuts: [20, 60, 40, 80]"), 10, "levels", "stigende orden"),
    (("cuts: [20, 40, 60, 80]", "cuts: [20, 40, 60, 100]"), 11, "levels, cuts 4", "under 100"),
    (('"1 Lav"', '"Lav"'), 10, "levels", "begynder med dets nummer"),
    (
        ("gates: []", "gates:\n    - {level: 4, dimensions: 3, at_least: 3, none_below: 2}"),
        *(13, "levels, gates 1, dimensions", "højst 2"),
    ),
    (("points: 4", "points: 5"), 19, "scales 1", "points er 5, men på sproget da står der 4"),
    (
        ("points: 4", "points: 4\n    first: 0\n    opt_out: {da: a, sv: b, en: c}"),
        *(19, "scales 1", "begynder ved 1"),
    ),
    (("- id: MOD\n", "- id: index\n"), 26, "dimensions 1, id", "brugt til andet"),
    (("- id: MOD\n", "- id: MOD9\n"), 26, "dimensions 1, id", "ender på et bogstav"),
    (("- id: TID\n", "- id: mod\n"), 31, "dimensions 2, id", "to gange"),
    (("{id: TID1,", "{id: MOD3,"), 34, "dimensions 2, items 1, id", "fx TID1"),
    (("{id: TID1,", "{id: TID1, reverse: x,"), 34, "dimensions 2, items 1, reverse", "true eller"),
    (("{id: TID1,", "{id: TID1, stage: nyt,"), 34, "dimensions 2, items 1, stage", "extras"),
    (("{id: TID1,", "{id: TID1, role: outcome,"), 34, "dimensions 2, items 1, role", "extras"),
    (("{id: OM1,", "{id: MOD2,"), 39, "extras 1, items 1, id", "to gange"),
    (("{id: OM1,", "{id: MOD7,"), 39, "extras 1, items 1, id", "intet emne begynder med"),
    (("{id: OM1,", "{id: OM,"), 39, "extras 1, items 1, id", "fx BAG1"),
    (("{id: OM1,", "{id: OM1, stage: nytaar,"), 39, "extras 1, items 1, stage", "nyttiggjort"),
    (("{id: OM1,", "{id: OM1, role: boss,"), 39, "extras 1, items 1, role", "outcome"),
    (("OM1, scale: four", "OM1, scale: fire"), 39, "extras 1, items 1, scale", "af disse: four"),
    (('"Leder du?"', '"Vi  TØR."'), 39, "extras 1, items 1, wording, da", "spørges der om to"),
    (("minutes: 3", "minutes: 3\ncrossing: MOD1"), 8, "crossing", "under extras"),
    (("minutes: 3", "minutes: 3\ncrossing: [OM1]"), 8, "crossing", "en tekst"),
    (
        (("points: 4", "points: 4\n    first: 0"), ("{id: OM1,", "{id: OM1, role: outcome,")),
        *(40, "extras 1, items 1, scale", "fra 0 til 10"),
    ),
)


def faults(text):
    with pytest.raises(InstrumentBroken) as refusal:
        instrument_of(text, "egen.yaml")
    return [(f.values["line"], f.values["field"], str(f)) for f in refusal.value.values["faults"]]


def test_each_fault_is_named_with_line_and_field_and_what_would_be_right():
    for change, line, field, sentence in FAULTS:
        changes = change if isinstance(change[0], tuple) else (change,)
        sentences = [text for at, of, text in faults(own(*changes)) if (at, of) == (line, field)]
        assert any(sentence in text for text in sentences), (change, faults(own(*changes)))


def test_every_fault_is_named_at_once_in_the_order_of_the_lines():
    changed = faults(own(("minutes: 3", "minutes: tre"), ("points: 4", "points: 5"),
                         ("{id: TID1,", "{id: MOD3,")))  # fmt: skip
    assert [line for line, _field, _sentence in changed] == [7, 19, 34]


def test_a_file_that_is_no_questionnaire_at_all_is_refused():
    for text, sentence in (
        ("items: [", "gyldig YAML"),
        ("a: 2024-13-45", "gyldig YAML"),
        ("just a sentence", "felter med navne"),
        ("- 1", "felter med navne"),
        ("", "felter med navne"),
        ("a: &a [*a]", "for mange niveauer"),
        ("#" * 1_000_001, "for meget tekst"),
        ("dimensions: 3\nlevels: {gates: [1]}\nscales: [2]", "en liste"),
    ):
        assert any(sentence in fault for _line, _field, fault in faults(text)), text


def test_more_questions_than_a_form_can_hold_are_refused():
    item = '      - {{id: TID{n}, scale: four, wording: {{da: "a{n}", sv: "b{n}", en: "c{n}"}}}}\n'
    more = "".join(item.format(n=n) for n in range(2, 152))
    sentences = faults(own(("extras:\n", f"{more}extras:\n")))
    assert [sentence for _line, _field, sentence in sentences] == [
        "linje 25, dimensions: der er plads til 150 spørgsmål."
    ]


def test_more_dimensions_than_can_be_laid_beside_each_other_are_refused():
    block = own().partition("  - id: TID\n")[2].partition("extras:\n")[0]
    for text in ("TID1", "Vi har tid.", "Tid finns.", "Time is."):
        block = block.replace(text, "?1")
    more = "".join(f"  - id: {letter}\n{block.replace('?', letter)}" for letter in "ABCDEFGHIJK")
    sentences = faults(own(("extras:\n", f"{more}extras:\n")))
    assert [sentence for _line, _field, sentence in sentences] == [
        "linje 25, dimensions: der er plads til 12 emner."
    ]


def test_a_file_in_another_coding_is_refused_with_its_line():
    assert file_text(OWN.encode("utf-8-sig"), "egen.yaml") == OWN
    with pytest.raises(InstrumentBroken, match=r"linje 4, .* UTF-8"):
        file_text(OWN.encode("latin-1"), "egen.yaml")


def test_what_was_accepted_once_is_read_again():
    assert accepted(OWN) == instrument_of(OWN, "egen.yaml")
    for text in ("a: [", "id: x"):
        with pytest.raises(ValueError, match=r"YAML|validation"):
            accepted(text)
