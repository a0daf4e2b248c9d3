"""A small questionnaire that a region might bring in, as its definition file."""

OWN = """\
# What we ask ourselves.
id: egen-3
version: "1.0"
title: {da: "Vores egen måling", sv: "Vår egen mätning", en: "Our own survey"}
languages: [da, sv, en]
master_language: da
minutes: 3
target_group: {da: "Alle", sv: "Alla", en: "Everybody"}
scoring: {answered_share: 0.5, dimensions_for_index: 2, favourable_from: 75}
levels:
  cuts: [20, 40, 60, 80]
  gates: []
  names: &names
    da: ["1 Lav", "2 Spæd", "3 God", "4 Stærk", "5 Top"]
    sv: ["1 Låg", "2 Späd", "3 God", "4 Stark", "5 Topp"]
    en: ["1 Low", "2 Early", "3 Good", "4 Strong", "5 Top"]
  descriptions: *names
scales:
  - id: four
    points: 4
    labels:
      da: ["Nej", "Lidt", "Noget", "Ja"]
      sv: ["Nej", "Lite", "Något", "Ja"]
      en: ["No", "A little", "Somewhat", "Yes"]
dimensions:
  - id: MOD
    name: {da: "Mod", sv: "Mod", en: "Courage"}
    items:
      - {id: MOD1, scale: four, wording: {da: "Vi tør.", sv: "Vi vågar.", en: "We dare."}}
      - {id: MOD2, scale: four, wording: {da: "Vi fejler.", sv: "Vi felar.", en: "We fail."}}
  - id: TID
    name: {da: "Tid", sv: "Tid", en: "Time"}
    items:
      - {id: TID1, scale: four, wording: {da: "Vi har tid.", sv: "Tid finns.", en: "Time is."}}
extras:
  - id: about
    title: {da: "Om dig", sv: "Om dig", en: "About you"}
    items:
      - {id: OM1, scale: four, wording: {da: "Leder du?", sv: "Leder du folk?", en: "Lead?"}}
"""


def own(*changes):
    """The questionnaire with texts replaced, each change being (old, new)."""
    text = OWN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text
