"""A row of a file: its cells read as numbers, days and choices, or a fault that names the cell."""

import math
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from models.errors import InputError
from models.services.files.cell_format import ShownNumber
from models.wording import N_, reading
from models.wording.reading import MOST_DIGITS
from survey.errors import SpokenError

Cell = str | float | date | ShownNumber
Choice = TypeVar("Choice", bound=StrEnum)

YES = frozenset({"true", "1", "ja", "yes", "sand", "sant"})
NO = frozenset({"false", "0", "nej", "no", "falsk", "falskt", ""})
LONGEST_QUOTED = 200
# What a spreadsheet makes of a long number: 3,06181E+14.
SCIENTIFIC = re.compile(r"-?[0-9](?:[.,][0-9]+)?E\+[0-9]{2,}", re.IGNORECASE)
ROUNDED = N_(
    "{file}, række {row}, kolonne {column}: regnearket har gjort teksten til et tal og afrundet "
    "det. Sæt kolonnens format til tekst, og skriv den igen. Rækker med fejl: {faults}."
)
NOT_AS_TEXT = N_(
    "{file}, række {row}, kolonne {column}: cellen er et tal, der vises på en anden måde, end det "
    "er gemt. Sæt kolonnens format til tekst, og skriv den igen. Rækker med fejl: {faults}."
)
A_DAY = N_(
    "{file}, række {row}, kolonne {column}: regnearket har gjort cellen til en dato ({value}). "
    "Sæt kolonnens format til tekst, og skriv den igen. Rækker med fejl: {faults}."
)
OTHER_NUMBER = N_(
    "{file}, række {row}, kolonne {column}: cellen viser ikke det tal, der står i den. Sæt dens "
    "format til standard, og se efter, om tallet er rigtigt. Rækker med fejl: {faults}."
)
NO_PERCENTAGE = N_(
    "{file}, række {row}, kolonne {column}: cellen viser {value}, men her skal stå et tal, der "
    "ikke er procent. Rækker med fejl: {faults}."
)


@dataclass(frozen=True)
class FileRow:
    """A row of a file, and `place`, its number there.

    sign: the file's decimal sign, None where no number has one.
    """

    file: str
    place: int
    cells: Mapping[str, Cell]
    sign: str | None

    def fault(self, column: str, message: str, **values: object) -> InputError:
        """A fault at this row; the message has the gaps {file}, {row}, {column} and {faults}."""
        place = {"file": self.file, "row": self.place, "column": column, "faults": 1}
        return InputError(message, **(place | {key: shortened(values[key]) for key in values}))

    @contextmanager
    def problems(self, column: str) -> Iterator[None]:
        """Add this row and column to a SpokenError raised inside, unless it names a row already."""
        try:
            yield
        except SpokenError as problem:
            if "row" in problem.values:
                raise
            raise self.fault(
                str(problem.values.get("field", column)),
                N_("{file}, række {row}, kolonne {column}: {problem} Rækker med fejl: {faults}."),
                problem=problem,
            ) from None

    def raw(self, column: str) -> str:
        """The cell as text, as it is shown; "" where it is blank or there is no such column."""
        cell = self.cells.get(column, "")
        match cell:
            case float() if abs(cell) >= 10**MOST_DIGITS:
                raise self.fault(column, ROUNDED)
            case float():
                return str(int(cell)) if cell.is_integer() else str(cell)
            case ShownNumber(text=None):
                raise self.fault(column, NOT_AS_TEXT)
            case date() if column.endswith("id"):
                raise self.fault(column, A_DAY, value=cell.isoformat())
            case str() if SCIENTIFIC.fullmatch(cell):
                raise self.fault(column, ROUNDED)
        return str(cell)

    def text(self, column: str) -> str:
        """The cell as text that must be there."""
        text = self.raw(column)
        if not text:
            raise self._blank(column)
        return text

    def _blank(self, column: str) -> InputError:
        return self.fault(
            column,
            N_(
                "{file}, række {row}, kolonne {column}: feltet er tomt, men skal udfyldes. "
                "Rækker med fejl: {faults}."
            ),
        )

    def number_or_none(self, column: str) -> float | None:
        """The cell as a number in the file's own decimal sign; None where it is blank."""
        cell = self.cells.get(column, "")
        if isinstance(cell, float) and math.isfinite(cell):
            return cell
        if isinstance(cell, ShownNumber):
            if cell.value is None:
                raise self.fault(column, OTHER_NUMBER)
            return cell.value
        text = self.raw(column)
        return self.parsed_number(column, text) if text else None

    def number(self, column: str) -> float:
        """The cell as a number that must be there."""
        value = self.number_or_none(column)
        if value is None:
            raise self._blank(column)
        return value

    def parsed_number(self, column: str, text: str) -> float:
        """A number written as text, also one inside a longer cell; read as in a form's field."""
        with self.problems(column):
            value = reading.number(text, self.sign)
        if value is None:
            raise self._blank(column)
        if self.sign is not None and reading.decimal_sign(text) not in {None, self.sign}:
            raise self.fault(
                column,
                N_(
                    "{file}, række {row}, kolonne {column}: ”{value}” har et andet decimaltegn "
                    "end de andre tal. Brug det samme i hele filen. Rækker med fejl: {faults}."
                ),
                value=text,
            )
        return value

    def whole_or_none(self, column: str) -> int | None:
        """The cell as a whole number, not below zero; None where it is blank."""
        cell = self.cells.get(column, "")
        if isinstance(cell, str):
            text = self.raw(column)
            with self.problems(column):
                return reading.count(text, self.sign)
        value = self.number(column)
        self.refuse_percent(column)
        if value < 0 or not value.is_integer():
            raise self.fault(
                column,
                N_(
                    "{file}, række {row}, kolonne {column}: {value} er ikke et antal. "
                    "Skriv et helt tal fra 0 og op. Rækker med fejl: {faults}."
                ),
                value=value,
            )
        if value > reading.LARGEST_WHOLE:
            raise self.fault(
                column,
                N_(
                    "{file}, række {row}, kolonne {column}: tallet er for stort. "
                    "Rækker med fejl: {faults}."
                ),
            )
        return int(value)

    def refuse_percent(self, column: str) -> None:
        """Raise InputError for a cell that shows a percentage where none is meant."""
        cell = self.cells.get(column, "")
        has_sign = isinstance(cell, str) and cell.endswith("%")
        if has_sign or (isinstance(cell, ShownNumber) and cell.percent):
            raise self.fault(column, NO_PERCENTAGE, value=cell)

    def day_or_none(self, column: str) -> date | None:
        """The cell as a day; None where it is blank."""
        cell = self.cells.get(column, "")
        if isinstance(cell, date):
            return cell
        text = self.raw(column)
        return self.parsed_day(column, text) if text else None

    def parsed_day(self, column: str, text: str) -> date:
        """A day written as text; read as in a form's field."""
        with self.problems(column):
            day = reading.day(text)
        if day is None:
            raise self._blank(column)
        return day

    def day(self, column: str) -> date:
        """The cell as a day that must be there."""
        day = self.day_or_none(column)
        if day is None:
            raise self._blank(column)
        return day

    def choice(self, column: str, choices: type[Choice], default: Choice | None = None) -> Choice:
        """The cell as one of a choice's codes; `default` where it is blank."""
        text = self.raw(column).lower()
        if not text and default is not None:
            return default
        if text not in {choice.value for choice in choices}:
            raise self.fault(
                column,
                N_(
                    "{file}, række {row}, kolonne {column}: ”{value}” kendes ikke. Skriv en af "
                    "disse: {expected}. Rækker med fejl: {faults}."
                ),
                value=text,
                expected=", ".join(choices),
            )
        return choices(text)

    def yes(self, column: str) -> bool:
        """The cell as yes or no; blank is no."""
        text = self.raw(column).lower()
        if text not in YES | NO:
            raise self.fault(
                column,
                N_(
                    "{file}, række {row}, kolonne {column}: ”{value}” er hverken ja eller nej. "
                    "Skriv true eller false. Rækker med fejl: {faults}."
                ),
                value=text,
            )
        return text in YES


def shortened(value: object) -> object:
    """Return what a message quotes of a value: of a long text the beginning."""
    if isinstance(value, str) and len(value) > LONGEST_QUOTED:
        return f"{value[:LONGEST_QUOTED]}…"
    return value
