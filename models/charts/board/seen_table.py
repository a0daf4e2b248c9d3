"""The promises that a list shows, as rows of a file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.charts.board.selection import kind, owner
from models.charts.board.worst import due, gap
from models.charts.promises.figures import late_word, target_text
from models.charts.promises.standing import CriterionStanding
from models.strategy.rule.words import KIND_WORD, REASON_WORD
from models.wording import N_, Words

Cell = str | float | date | None
Row = Mapping[str, Cell]


@dataclass(frozen=True)
class SeenTable:
    """The columns and rows of what is seen; every row says its source."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def seen_table(
    standings: Sequence[CriterionStanding],
    themes: Mapping[str, str],
    words: Words,
    *,
    source: str,
    invented: bool,
) -> SeenTable:
    """Return one row a promise: texts as they are written, figures and days as figures and days.

    themes: id -> title. invented: whether the figures are made up; the file says so in each row.
    """
    more: dict[str, Cell] = {words.say("Kilde"): source}
    if invented:
        more[words.say("Data")] = words.say(
            "Opdigtede data: intet her handler om en virkelig region."
        )
    rows = tuple(
        {words.say(name): cell(row, themes, words) for name, cell in _COLUMNS.items()} | more
        for row in standings
    )
    return SeenTable((*map(words.say, _COLUMNS), *more), rows)


_COLUMNS: dict[str, Callable[[CriterionStanding, Mapping[str, str], Words], Cell]] = {
    N_("Kode"): lambda row, _themes, _words: row.criterion.id,
    N_("Løfte"): lambda row, _themes, _words: row.criterion.text,
    N_("Tema"): lambda row, themes, _words: themes[row.criterion.theme_id],
    N_("Status"): lambda row, _themes, words: late_word(row, words),
    N_("Grund"): lambda row, _themes, words: words.say(REASON_WORD[row.assessment.reason]),
    N_("Måling"): lambda row, _themes, _words: row.assessment.value,
    N_("Gælder for"): lambda row, _themes, _words: row.assessment.ref,
    N_("Forventet"): lambda row, _themes, _words: row.assessment.expected,
    N_("Mål"): lambda row, _themes, words: target_text(row, words),
    N_("Mangler"): lambda row, _themes, _words: gap(row) or None,
    N_("Enhed"): lambda row, _themes, _words: row.criterion.indicator.unit,
    N_("Frist"): lambda row, _themes, _words: due(row),
    N_("Lovet frist"): lambda row, _themes, _words: (
        row.moved.promised if row.moved else row.criterion.due
    ),
    N_("Ansvarlig"): lambda row, _themes, _words: owner(row),
    N_("Art"): lambda row, _themes, words: words.say(KIND_WORD[kind(row)]),
}
