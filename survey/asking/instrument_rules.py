"""What the parts of a questionnaire must be to each other, tried on a file as it was written."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from survey.asking.question import LANGUAGES
from survey.errors import SurveyError
from survey.plain_text import look

Place = tuple[str | int, ...]
Part = Mapping[str, Any]
SCORED = ("dimensions", "modules")
STAGES = ("nyt", "nyttigt", "nyttiggjort")
OUTCOME = "outcome"
# Names that the published figures have for other things.
RESERVED = frozenset({"index", "respondents"})
# A respondent's form holds so many fields besides its own.
MOST_ITEMS = 150
# What hangs together is computed for every set of dimensions, twice as many with each more.
MOST_DIMENSIONS = 12
# The answers of a recommendation, 0 to 10.
RECOMMENDATION = 11
LONGEST_QUOTED = 60
# The attacker knows an item by its dimension's name with a number behind.
DIMENSION_ID = re.compile(r"[A-Za-z]([A-Za-z0-9_]*[A-Za-z_])?")
ITEM_ID = re.compile(r"([A-Za-z](?:[A-Za-z0-9_]*[A-Za-z_])?)[0-9]{1,3}")


class Problem(SurveyError):
    """A fault of a field, and what would be right; of a long text it quotes the beginning."""

    def __init__(self, message: str, **values: object) -> None:
        quoted = {
            name: value[:LONGEST_QUOTED] if isinstance(value, str) else value
            for name, value in values.items()
        }
        super().__init__(message, **quoted)


@dataclass(frozen=True)
class _Item:
    """An item as it was written, with its place and the id of its block."""

    place: Place
    part: Part
    block_id: str

    @property
    def id(self) -> str:
        return _text(self.part, "id")

    @property
    def is_scored(self) -> bool:
        return self.place[0] in SCORED


class Questionnaire:
    """The parts of a file as they were written, of which any may be missing or of another kind."""

    def __init__(self, content: object) -> None:
        """Look the parts up that are there."""
        self.content: Part = content if isinstance(content, dict) else {}
        self.blocks = [
            (place, block)
            for name in (*SCORED, "extras")
            for place, block in _parts(self.content, name)
        ]
        self.items = [
            _Item((*place, *below), item, _text(block, "id"))
            for place, block in self.blocks
            for below, item in _parts(block, "items")
        ]
        self.questions = [*_parts(self.content, "open_questions")]
        self.scales = [*_parts(self.content, "scales")]


def problems(content: object) -> Iterator[tuple[Place, Problem]]:
    """Yield place and problem of every rule that the parts of a file break among themselves."""
    questionnaire = Questionnaire(content)
    for rule in RULES:
        yield from rule(questionnaire)


def _languages(questionnaire: Questionnaire) -> Iterator[tuple[Place, Problem]]:
    languages = questionnaire.content.get("languages")
    if isinstance(languages, list) and sorted(map(str, languages)) != sorted(LANGUAGES):
        yield ("languages",), Problem("skriv netop da, sv og en.")
    master = questionnaire.content.get("master_language")
    if isinstance(master, str) and master not in LANGUAGES:
        yield ("master_language",), Problem("skriv da, sv eller en.")


def _repeated_ids(questionnaire: Questionnaire) -> Iterator[tuple[Place, Problem]]:
    items = [(item.place, item.part) for item in questionnaire.items]
    for parts in ([*items, *questionnaire.questions], questionnaire.blocks, questionnaire.scales):
        ids = [((*place, "id"), _text(part, "id")) for place, part in parts]
        for place, id_ in _repeated(ids):
            yield place, Problem("id’et {id} bruges to gange. Giv det ene et andet.", id=id_)


def _wordings(questionnaire: Questionnaire) -> Iterator[tuple[Place, Problem]]:
    for language in LANGUAGES:
        texts = [
            ((*item.place, "wording", language), _text(item.part.get("wording"), language))
            for item in questionnaire.items
        ]
        for place, text in _repeated(texts):
            yield place, Problem("”{text}” spørges der om to gange.", text=text)


def _dimension_ids(questionnaire: Questionnaire) -> Iterator[tuple[Place, Problem]]:
    for place, block in questionnaire.blocks:
        id_ = _text(block, "id")
        if place[0] in SCORED and id_ and not DIMENSION_ID.fullmatch(id_):
            yield (
                (*place, "id"),
                Problem("skriv et id af bogstaverne a-z, tal og _, der ender på et bogstav."),
            )
        if id_.casefold() in RESERVED:
            yield (*place, "id"), Problem("navnet {id} er brugt til andet. Vælg et andet.", id=id_)


def _item_ids(questionnaire: Questionnaire) -> Iterator[tuple[Place, Problem]]:
    scored = {_text(block, "id").casefold() for p, block in questionnaire.blocks if p[0] in SCORED}
    for item in questionnaire.items:
        match = ITEM_ID.fullmatch(item.id)
        stem = match[1] if match else ""
        place = (*item.place, "id")
        if item.is_scored and item.id and stem != item.block_id:
            yield (
                place,
                Problem("kald spørgsmålet ved emnets id og et nummer, fx {id}1.", id=item.block_id),
            )
        elif not item.is_scored and item.id and (not stem or stem.casefold() in scored):
            yield (
                place,
                Problem(
                    "skriv et id af bogstaver og et nummer, fx BAG1, som intet emne begynder med."
                ),
            )


def _of_items(questionnaire: Questionnaire) -> Iterator[tuple[Place, Problem]]:
    scales = {_text(scale, "id"): scale for _place, scale in questionnaire.scales}
    for item in questionnaire.items:
        name, stage, role = (_text(item.part, key) for key in ("scale", "stage", "role"))
        if name and name not in scales:
            yield (
                (*item.place, "scale"),
                Problem(
                    "skalaen {scale} findes ikke. Skriv en af disse: {scales}.",
                    scale=name,
                    scales=", ".join(scales),
                ),
            )
        if stage and (item.is_scored or stage not in STAGES):
            yield (
                (*item.place, "stage"),
                Problem(
                    "trin hører til under extras og hedder {stages}.", stages=", ".join(STAGES)
                ),
            )
        if role and (item.is_scored or role != OUTCOME):
            yield (*item.place, "role"), Problem("rollen hører til under extras og hedder outcome.")
        scale = scales.get(name, {})
        if role == OUTCOME and scale.get("first") == 0 and scale.get("points") != RECOMMENDATION:
            yield (
                (*item.place, "scale"),
                Problem("en anbefaling besvares fra 0 til 10. Andre skalaer begynder ved 1."),
            )


def _whole(questionnaire: Questionnaire) -> Iterator[tuple[Place, Problem]]:
    if len(questionnaire.items) > MOST_ITEMS:
        yield ("dimensions",), Problem("der er plads til {most} spørgsmål.", most=MOST_ITEMS)
    crossing = _text(questionnaire.content, "crossing")
    outside = [item.id for item in questionnaire.items if item.place[0] == "extras"]
    if crossing and crossing not in outside:
        yield (
            ("crossing",),
            Problem(
                "spørgsmålet {item} findes ikke. Skriv id’et på et spørgsmål under extras.",
                item=crossing,
            ),
        )
    dimensions = sum(place[0] == "dimensions" for place, _block in questionnaire.blocks)
    if dimensions > MOST_DIMENSIONS:
        yield ("dimensions",), Problem("der er plads til {most} emner.", most=MOST_DIMENSIONS)
    scoring, levels = (questionnaire.content.get(name) for name in ("scoring", "levels"))
    limits: list[tuple[Place, object]] = [
        (("levels", *place, "dimensions"), gate.get("dimensions"))
        for place, gate in _parts(levels, "gates")
    ]
    if isinstance(scoring, dict):
        needed = scoring.get("dimensions_for_index")
        limits.append((("scoring", "dimensions_for_index"), needed))
    for place, number in limits:
        if isinstance(number, int) and number > dimensions:
            yield (
                place,
                Problem(
                    "skriv højst {dimensions}, for flere emner er der ikke.", dimensions=dimensions
                ),
            )


RULES = (_languages, _repeated_ids, _dimension_ids, _item_ids, _wordings, _of_items, _whole)


def _repeated(texts: Iterable[tuple[Place, str]]) -> Iterator[tuple[Place, str]]:
    """Yield each text that has stood before in other letters or the same, with its place."""
    before: set[str] = set()
    for place, text in texts:
        if text and look(text) in before:
            yield place, text
        before.add(look(text))


def _parts(parent: object, name: str) -> Iterator[tuple[Place, Part]]:
    """Yield place and fields of each part in a list of a part; what is no part is left out."""
    parts = parent.get(name) if isinstance(parent, dict) else None
    for number, part in enumerate(parts if isinstance(parts, list) else ()):
        if isinstance(part, dict):
            yield (name, number), part


def _text(part: object, name: str) -> str:
    text = part.get(name) if isinstance(part, dict) else None
    return text if isinstance(text, str) else ""
