"""Changes since the survey before, named as rising or falling only where they are certain."""

from collections.abc import Mapping
from html import escape
from math import isnan

import streamlit as st

from models.charts.chart_file import Caption
from models.charts.culture.intervals import Dot, Mark
from models.services.culture.change import Development
from models.services.culture.results import ReleasedWave
from models.wording.calculation import ARROWS, CHANGE
from models.wording.figures import WHY_UNSURE_CHANGE, before_and_after, hidden, signed
from models.wording.measures import measure_name, without_explanation
from models.wording.movement import (
    MOVEMENT_WORD,
    OF_ALL_UNITS,
    Movement,
    movement,
    movements,
    rule_of_words,
)
from pages.parts.calculation import calculation
from pages.parts.culture import chart
from pages.parts.culture.paging import Page
from pages.parts.culture.summary import source_text
from pages.parts.culture.words import Line, tall_head, under, unit_list, unit_table
from pages.shell.wording import _, markdown_escaped, say, words
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.scoring.scored_responses import INDEX

_MARK = {
    Movement.ROSE: Mark.UP,
    Movement.FELL: Mark.DOWN,
    Movement.ROSE_SLIGHTLY: Mark.QUIET,
    Movement.FELL_SLIGHTLY: Mark.QUIET,
    Movement.UNSURE: Mark.HOLLOW,
}
_ARROW = {
    Movement.ROSE: '<i class="pj-up" aria-hidden="true"></i>',
    Movement.FELL: '<i class="pj-down" aria-hidden="true"></i>',
}
_KIND = {Movement.ROSE: "pj-forth", Movement.FELL: "pj-back", Movement.UNSURE: "pj-flat"}


def no_development() -> None:
    """A note while there is one survey only."""
    st.info(
        _(
            "Der er ingen tidligere undersøgelse med de samme spørgsmål at sammenligne med. "
            "Udviklingen vises, når den næste er frigivet."
        )
    )


def change_of(unit: Unit, development: Development, release: ReleasedWave) -> None:
    """A chart of the changes of one unit's measures, each with its interval."""
    own = development.of(unit.id)
    if unit.id in development.regrouped:
        st.info(say("{unit}: ny struktur, ingen udvikling.", unit=unit.name))
    elif not own:
        st.info(say("{unit} har ikke tal i begge undersøgelser.", unit=unit.name))
    else:
        _picture(unit, own, development, release)


def _picture(
    unit: Unit,
    own: Mapping[str, Mapping[str, float]],
    development: Development,
    release: ReleasedWave,
) -> None:
    names = {
        measure: without_explanation(measure_name(measure, release.instrument, words()))
        for measure in own
    }
    moves = {measure: _movement(row) for measure, row in own.items()}
    topics = [(names[measure], moves[measure]) for measure in own if measure != INDEX]
    title = _(
        "{unit}, når alle de viste enheder ses på én gang: {moves}",
        unit=unit.name,
        moves=movements(moves.get(INDEX), topics, words()),
    )
    reading = _(
        "Ændring i point siden {name}. Trekant: sikker og mindst 5 point. Fyldt prik: sikker, men "
        "mindre. Hul prik: kan være tilfældig. Streg: her ligger "
        "ændringen med 95 % sikkerhed.",
        name=development.before.wave.name,
    )
    chart.dot_chart(
        [
            _dot(measure_name(measure, release.instrument, words()), own[measure])
            for measure in development.measures
            if measure in own
        ],
        Caption(title, reading, source_text(release)),
        name=f"udvikling-{unit.id.lower()}",
        beside=0,
    )


def _dot(name: str, row: Mapping[str, float]) -> Dot:
    text = before_and_after(row["before"], row["after"], row["difference"], words())
    low, high = (None if isnan(row[end]) else row[end] for end in ("low", "high"))
    kind = _movement(row)
    return Dot(name, text, row["difference"], low, high, _MARK[kind], _(MOVEMENT_WORD[kind]))


def rule() -> None:
    """The rule behind the words for a change, and what makes one unsure."""
    st.caption(markdown_escaped(f"{rule_of_words(words())} {_(OF_ALL_UNITS)}"))
    with st.expander(_("Hvorfor er en ændring usikker?")):
        st.markdown(_(WHY_UNSURE_CHANGE))
    calculation(_(ARROWS), _(CHANGE))


def change_table(
    page: Page[Unit], above: Unit, development: Development, instrument: Instrument
) -> None:
    """Unit by dimension: the change in points, an arrow where it counts; on a phone a list.

    above: the unit the others are under.
    """
    caption = page.follow(_("Ændring i point siden {name}", name=development.before.wave.name))
    head = "".join(tall_head(measure_name(m, instrument, words())) for m in development.measures)
    rows = "".join(_row(unit, above, development) for unit in page.rows)
    brief = [_lines(unit, above, development, instrument) for unit in page.rows]
    st.html(unit_table(caption, head, rows) + unit_list(caption, brief))
    page.hint()


def _row(unit: Unit, above: Unit, development: Development) -> str:
    name = f'<tr><th scope="row">{escape(under(unit.name, above.name))}</th>'
    if unit.id in development.regrouped:
        text = escape(_("ny struktur: ingen udvikling"))
        return f'{name}<td class="pj-hidden" colspan="{len(development.measures)}">{text}</td></tr>'
    own = development.of(unit.id)
    cells = "".join(_cell(own.get(measure)) for measure in development.measures)
    return f"{name}{cells}</tr>"


def _lines(
    unit: Unit, above: Unit, development: Development, instrument: Instrument
) -> tuple[str, list[Line]]:
    """A unit's name, and its index and what has surely changed, a line each."""
    name, own = under(unit.name, above.name), development.of(unit.id)
    if unit.id in development.regrouped:
        return name, [(_("ny struktur: ingen udvikling"), "", "")]
    if not own:
        return name, [(hidden(words()), "", "")]
    lines = [
        (
            without_explanation(measure_name(measure, instrument, words())),
            f"<b>{escape(signed(own[measure]['difference'], words()))}</b>{_ARROW.get(kind, '')}",
            escape(_(MOVEMENT_WORD[kind])),
        )
        for measure in development.measures
        if measure in own
        and ((kind := _movement(own[measure])) is not Movement.UNSURE or measure == INDEX)
    ]
    return name, lines or [(_("Intet emne har ændret sig sikkert."), "", "")]


def _cell(row: Mapping[str, float] | None) -> str:
    if row is None:
        return f'<td class="pj-hidden">{escape(hidden(words()))}</td>'
    figure, kind = escape(signed(row["difference"], words())), _movement(row)
    return (
        f'<td class="{_KIND.get(kind, "pj-sure")}"><b>{figure}</b>{_ARROW.get(kind, "")}'
        f"<small>{escape(_(MOVEMENT_WORD[kind]))}</small></td>"
    )


def _movement(row: Mapping[str, float]) -> Movement:
    return movement(row["difference"], arrow=row["arrow"], significant=row["significant"])
