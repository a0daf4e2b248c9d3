"""The texts a person reads: Danish in the code, Swedish and English in catalogues.

The package lies below the printed report and the command line, which use it as the pages do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import localcontext
from functools import cache, lru_cache
from numbers import Real
from pathlib import Path
from typing import TypeVar

from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from models.wording.decimals import EXACT, MOST_DECIMALS
from survey.errors import Several, SpokenError

LANGUAGE_NAMES = {"da": "Dansk", "sv": "Svenska", "en": "English"}
LANGUAGES = tuple(LANGUAGE_NAMES)
# The formats of figures and days: English is here the European kind.
LOCALES = {"da": "da_DK", "sv": "sv_SE", "en": "en_GB"}
# Gaps whose number is a name and no count, so that it has no sign between its thousands.
NAMES = frozenset({"year", "row", "line"})
HERE = Path(__file__).parent
MINUS = "\u2212"
# Between a figure and its sign, so that no line breaks there.
NBSP = "\u00a0"

Text = TypeVar("Text")


@dataclass(frozen=True)
class Words:
    """The texts, figures and days of one language.

    catalogue: Danish source sentence -> sentence in this language; what is not there is Danish.
    counted: Danish sentence for one -> the sentence for one and the one for any other number.
    """

    language: str
    catalogue: dict[str, str]
    counted: dict[str, tuple[str, str]] = field(default_factory=dict)

    def say(self, text: str, /, **values: object) -> str:
        """Return the sentence in this language, named gaps filled: "{n} mål" and n=3 to 3 mål.

        A number in a gap is written as `number` writes it.
        """
        sentence = self.catalogue.get(text) or text
        return sentence.format(**self.gaps(values)) if values else sentence

    def ngettext(self, singular: str, plural: str, n: int, /, **values: object) -> str:
        """Return the sentence for one or for any other number, its gap {n} and named gaps filled.

        Danish, Swedish and English all have these two forms: "1 svar er slettet", "0 svar er ...".
        """
        forms = self.counted.get(singular) or (singular, plural)
        return forms[n != 1].format(n=self.number(n, 0), **self.gaps(values))

    def gaps(self, values: Mapping[str, object]) -> dict[str, object]:
        """Return what is written in the gaps of a sentence: each number in this language."""
        return {name: self._gap(name, value) for name, value in values.items()}

    def _gap(self, name: str, value: object) -> object:
        match value:
            case Real() if name not in NAMES and not isinstance(value, bool):
                return self.number(float(value), MOST_DECIMALS)
        return value

    def of(self, texts: Mapping[str, Text]) -> Text:
        """The text in this language of several; in Danish where this one lacks."""
        return texts.get(self.language) or texts["da"]

    def error(self, error: SpokenError) -> str:
        """Return the message of an error in this language, and of the errors among its values."""
        values = {name: self._value(value) for name, value in error.values.items()}
        return self.say(error.message, **values)

    def _value(self, value: object) -> object:
        match value:
            case SpokenError():
                return self.error(value)
            case Several():
                return "\n".join(map(self.error, value))
        return value

    def enumeration(self, names: Sequence[str]) -> str:
        """Return the names as a list in a sentence: "a, b og c"; blank without any."""
        *first, last = names or ("",)
        return self.say("{first} og {last}", first=", ".join(first), last=last) if first else last

    def number(self, value: float | None, decimals: int = 1, *, fixed: bool = False) -> str:
        """Return a figure in this language: "6.500", "−53", "4,5"; a dash when missing.

        decimals: at most so many; fixed: always so many, so that a column can be compared.
        """
        if value is None or value != value:  # noqa: PLR0124 - NaN is the one value unlike itself
            return "–"
        return _decimal(value, decimals, self.language, fixed=fixed)

    @property
    def percent_sign(self) -> str:
        """The sign after a percentage with its blank: "72 %", in English "72%"."""
        return "%" if self.language == "en" else f"{NBSP}%"

    def with_unit(self, number: str, unit: str) -> str:
        """Return a written number with its unit, "%" or a word, on the same line; or the number."""
        after = self.percent_sign if unit == "%" else f"{NBSP}{unit}"
        return number + after if unit else number

    def day(self, day: date | None) -> str:
        """Return a day in this language, e.g. "31. dec. 2017"; a dash when missing."""
        return "–" if day is None else _medium(day, self.language)


# A page writes the same figures and days at every visit, and CLDR is slow over each.
@lru_cache(maxsize=10_000)
def _decimal(value: float, decimals: int, language: str, *, fixed: bool) -> str:
    digits = ("0" if fixed else "#") * decimals
    # The usual 28 digits of decimal are too few for some floats.
    with localcontext(EXACT):
        text = format_decimal(value, format=f"#,##0.{digits}", locale=LOCALES[language])
    # CLDR gives Danish and English a hyphen; and what is rounded to 0 has no sign.
    text = text.replace("-", MINUS)
    return text if text.strip(f"{MINUS}0.,") else text.removeprefix(MINUS)


@lru_cache(maxsize=10_000)
def _medium(day: date, language: str) -> str:
    return format_date(day, format="medium", locale=LOCALES[language])


@cache
def words(language: str) -> Words:
    """Return the words of one of LANGUAGES; of any other language the Danish ones."""
    path = HERE / f"{language}.po"
    if language not in LANGUAGES or not path.exists():
        return Words("da", {})
    with path.open("rb") as file:
        messages = read_po(file)
    catalogue, counted = {}, {}
    for message in messages:
        # A sentence with a number has two of each; what lacks either stays Danish.
        match message.id, message.string:
            case str(text), str(sentence) if text and sentence:
                catalogue[text] = sentence
            case (str(text), *_), (str(first), str(other)) if first and other:
                counted[text] = (first, other)
    return Words(language, catalogue, counted)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "said later"
    """Return the sentence unchanged; the collector finds it for the catalogues by this mark."""
    return text
