"""A questionnaire's definition file: read, or refused with every fault it has and its line."""

from difflib import get_close_matches

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from survey import definition_file
from survey.asking.instrument import Instrument
from survey.asking.instrument_rules import LONGEST_QUOTED, Place, Problem, problems
from survey.asking.question import (
    Block,
    Dimension,
    Gate,
    Item,
    MaturityLevels,
    OpenQuestion,
    Scale,
    Scoring,
)
from survey.errors import Several, SurveyError
from survey.plain_text import plain

FIELDS = sorted(
    {
        field
        for part in (
            *(Instrument, Scale, Item, Dimension, Block),
            *(OpenQuestion, Gate, MaturityLevels, Scoring),
        )
        for field in part.model_fields
    }
)
# By the kind of fault as pydantic and the parts of a questionnaire name it, or its first word.
PROBLEMS = {
    "missing": Problem("feltet mangler."),
    "string_type": Problem("her skal stå en tekst. Sæt den i anførselstegn."),
    "string_too_long": Problem("teksten er for lang. Længste tekst i tegn: {max_length}."),
    "too_short": Problem("listen skal have mindst én del."),
    "greater_than": Problem("skriv et tal over {gt}."),
    "less_than": Problem("skriv et tal under {lt}."),
    "greater_than_equal": Problem("skriv et tal på mindst {ge}."),
    "less_than_equal": Problem("skriv et tal på højst {le}."),
    "int": Problem("her skal stå et helt tal."),
    "float": Problem("her skal stå et tal."),
    "bool": Problem("skriv true eller false."),
    "tuple": Problem("her skal stå en liste."),
    "languages": Problem("skriv en tekst for hver af {languages}."),
    "labels": Problem("points er {points}, men på sproget {language} står der {labels}."),
    "opt_out": Problem("en skala med opt_out begynder ved 1, for 0 er ”ved ikke”."),
    "levels": Problem("der er {levels} niveauer og derfor 4 grænser (cuts)."),
    "cuts": Problem("grænserne skal stå i stigende orden."),
    "level_names": Problem("et niveaus navn begynder med dets nummer, fx ”1 Tilfældig”."),
}
TOO_MUCH = Problem(
    "her er mere, end et spørgeskema kan rumme: for meget tekst, for mange niveauer eller dele, en "
    "del, der står for sig selv, eller et !. Skriv det enklere."
)
NO_YAML = Problem(
    "filen er ikke gyldig YAML. Se efter indrykning, kolon og anførselstegn, her og på linjen før."
)
PART_EXPECTED = Problem("her skal stå felter med navne, hvert på sin linje.")
LARGEST = 1_000_000


class InstrumentBroken(SurveyError):
    """A definition file does not fit the schema; `faults` has an InstrumentFault for each fault."""


class InstrumentFault(SurveyError):
    """A fault of a definition file; `line`, `field` and `problem` name place and what is right."""


def file_text(raw: bytes, file: str) -> str:
    """Return the text of a file in plain signs; raises InstrumentBroken where it is no UTF-8."""
    try:
        return plain(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        line = raw[: fault.start].count(b"\n") + 1
        raise _broken(
            file, [((), line, Problem("tegnene er ikke UTF-8. Gem filen i UTF-8."))]
        ) from None


def instrument_of(text: str, file: str) -> Instrument:
    """Return the questionnaire of a file; raises InstrumentBroken with all its faults."""
    content = _content(text, file)
    places = definition_file.Places(text)
    faults = [
        *((place, line, Problem("feltet står to gange.")) for place, line in places.repeated()),
        *((place, places.line(place), problem) for place, problem in problems(content)),
    ]
    try:
        instrument = Instrument.model_validate(content)
    except ValidationError as error:
        faults += [
            (details["loc"], places.line(details["loc"]), _problem(details))
            for details in error.errors()
        ]
    if faults:
        raise _broken(file, faults)
    return instrument


def accepted(text: str) -> Instrument:
    """Return the questionnaire of a text that `instrument_of` has accepted before.

    Raises ValueError where it can no longer be read.
    """
    try:
        content = definition_file.parsed(text.encode())
    except yaml.YAMLError as fault:
        raise ValueError("a stored questionnaire is no YAML") from fault
    return Instrument.model_validate(content)


def _content(text: str, file: str) -> object:
    try:
        return definition_file.parsed(text.encode(), largest=LARGEST)
    except definition_file.Excess as fault:
        problem, mark = TOO_MUCH, fault.problem_mark
    except yaml.YAMLError as fault:
        problem, mark = NO_YAML, getattr(fault, "problem_mark", None)
    raise _broken(file, [((), mark.line + 1 if mark else 1, problem)])


def _broken(file: str, faults: list[tuple[Place, int, Problem]]) -> InstrumentBroken:
    """Return the refusal of a file, its faults in the order of their lines, each only once."""
    sentences = {
        (line, path(place), str(problem)): InstrumentFault(
            "linje {line}, {field}: {problem}", line=line, field=path(place), problem=problem
        )
        for place, line, problem in sorted(faults, key=lambda fault: fault[1])
    }
    return InstrumentBroken(
        "{file} kan ikke bruges som spørgeskema. Fejl: {count}.\n{faults}",
        file=file,
        count=len(sentences),
        faults=Several(sentences.values()),
    )


def path(place: Place) -> str:
    """Return the place of a field as people count: dimensions 1, items 2, wording, sv."""
    text = ""
    for step in place:
        text += f" {step + 1}" if isinstance(step, int) else f", {step[:LONGEST_QUOTED]}"
    return text.removeprefix(", ") or "*"


def _problem(details: ErrorDetails) -> Problem:
    """Return what is wrong with a field, and what would be right."""
    kind = details["type"]
    if kind == "extra_forbidden":
        return _unknown_field(str(details["loc"][-1]))
    if kind == "string_pattern_mismatch":
        return _unfit_text(str(details["input"]))
    context = {name: str(value) for name, value in details.get("ctx", {}).items()}
    problem = PROBLEMS.get(kind) or PROBLEMS.get(kind.partition("_")[0]) or PART_EXPECTED
    return Problem(problem.message, **context)


def _unknown_field(name: str) -> Problem:
    near = get_close_matches(name[:LONGEST_QUOTED], FIELDS, n=1)
    if not near:
        return Problem("feltet kendes ikke. Slet det.")
    return Problem("feltet kendes ikke. Mente du {near}?", near=near[0])


def _unfit_text(text: str) -> Problem:
    if not text.strip():
        return Problem("teksten er tom.")
    return Problem(
        "”{text}” kan ikke bruges. Brug kun bogstaverne a-z, tal, - og _, højst 40 tegn, og "
        "begynd med et bogstav eller et tal.",
        text=text,
    )
