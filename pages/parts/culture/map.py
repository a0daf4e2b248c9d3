"""The map of dimension by unit: each cell with its number, its level, and whether it differs."""

from collections.abc import Collection, Sequence
from html import escape

import streamlit as st

from models.services.culture.map import (
    DIFFERS_WORD,
    CultureMap,
    Differs,
    Line,
    differing,
)
from models.services.culture.results import Released
from models.wording import N_, Words
from pages.parts.culture.choices import deeper
from pages.parts.culture.paging import Page
from pages.parts.culture.words import (
    COVERAGE_WORD,
    level_span,
    measure_name,
    points,
    rate,
    tall_head,
    under,
)
from pages.parts.markdown_escaped import markdown_escaped
from pages.shell.wording import _, language, words
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.asking.participation import Coverage
from survey.release.figure import Figure
from survey.scoring.scored_responses import INDEX

_ARROW = {
    Differs.ABOVE: '<i class="pj-up" aria-hidden="true"></i>',
    Differs.BELOW: '<i class="pj-down" aria-hidden="true"></i>',
}


# Beside a figure there is room for a word; what it means stands under the map.
_SHORT = {Coverage.THIN: N_("forbehold"), Coverage.TOO_FEW: N_("for få")}


def sort_picker(one: Released) -> str:
    """What the rows are sorted by; only what tells units apart may be chosen."""
    may = [measure for measure in one.measures if measure in one.ranked]
    if not may:
        return ""
    return st.selectbox(
        _("Sortér efter"),
        [*may, ""],
        format_func=lambda m: measure_name(m, one.instrument) if m else _("Organisationens orden"),
        key="culture_sort",
    )


def finding(shown: CultureMap, ranked: Collection[str]) -> str:
    """What the map says in a sentence."""
    above, n = (
        markdown_escaped(shown.above.unit.name),
        sum(INDEX in row.cells for row in shown.rows),
    )
    if not any(row.cells for row in shown.rows):
        return _("Ingen enhed under {unit} har tal, der kan vises.", unit=above)
    if INDEX not in ranked or not n:
        return _("Enhederne under {unit} kan ikke skelnes sikkert fra hinanden.", unit=above)
    return _(
        "Af {n} enheder ligger {over} sikkert over {unit} i det samlede indeks og {under} sikkert "
        "under. Resten skiller sig ikke klart ud.",
        n=n,
        unit=above,
        over=differing(shown.rows, INDEX, Differs.ABOVE),
        under=differing(shown.rows, INDEX, Differs.BELOW),
    )


def culture_map(
    shown: CultureMap, page: Page[Line], one: Released, parents: Collection[str]
) -> None:
    """The unit and a page of those under it, dimensions across; what it means above and below.

    parents: ids of those that have units of their own; their names lead there.
    """
    st.markdown(f"**{finding(shown, one.ranked)}**")
    measures = one.measures
    caption = page.follow(_("Innovationskultur i {unit}, 0 til 100", unit=shown.above.unit.name))
    head = "".join(tall_head(measure_name(m, one.instrument)) for m in measures)
    said = words()
    above = _row(shown.above, escape(shown.above.unit.name), measures, measures, said)
    below = "".join(
        _row(row, _name(row.unit, shown.above.unit, one, parents), measures, one.ranked, said)
        for row in page.rows
    )
    st.html(
        f"{_legend(shown, one.instrument)}"
        f'<div class="pj-scroll" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="pj pj-map"><caption class="pj-only-read">{escape(caption)}</caption>'
        f'<thead><tr><th scope="col">{escape(_("Enhed"))}</th>'
        f'<th scope="col">{escape(_("Svar"))}</th>{head}</tr></thead>'
        f'<tbody class="pj-above">{above}</tbody><tbody>{below}</tbody></table></div>'
    )
    page.said()
    _notes(shown, one)


def _notes(shown: CultureMap, one: Released) -> None:
    if any(len(row.cells) < len(shown.above.cells) for row in shown.rows):
        st.caption(
            _(
                "Skjult: så få har svaret, at nogen kunne kendes, i enheden selv eller i en enhed "
                "ved siden af. Mindst {k} svar skal ligge bag hvert tal.",
                k=one.head.smallest_group,
            )
        )
    for which in {row.coverage for row in shown.rows} & set(_SHORT):
        st.caption(f"{_(_SHORT[which]).capitalize()}: {_(COVERAGE_WORD[which])}.")
    alike = [measure_name(m, one.instrument) for m in one.measures if m not in one.ranked]
    if alike:
        st.caption(
            _(
                "Uden farve: {names}. Der er forskellen mellem enheder ikke større, end at den kan "
                "være tilfældig.",
                names=", ".join(alike),
            )
        )
    if len(alike) < len(one.measures):
        st.caption(
            _(
                "Over og under kræver mindst 5 point, og at forskellen er sikker, når der tages "
                "højde for, at alle cellerne ses på én gang: højst 5 % af pilene ventes at være "
                "tilfældige (Benjamini og Hochberg)."
            )
        )
    if shown.sorted_by is None:
        st.caption(_("Enhederne står i organisationens orden."))


def _name(unit: Unit, above: Unit, one: Released, parents: Collection[str]) -> str:
    name = escape(under(unit.name, above.name))
    if unit.id not in parents:
        return name
    return f'<a href="{escape(deeper(one, unit))}" target="_self">{name}</a>'


def _row(
    row: Line, told: str, measures: Sequence[str], ranked: Collection[str], said: Words
) -> str:
    name = f'<tr><th scope="row">{told}</th>'
    if row.n is None:
        hidden = escape(said.say("skjult"))
        return f'{name}<td class="pj-hidden" colspan="{1 + len(measures)}">{hidden}</td></tr>'
    short = _SHORT.get(row.coverage)
    answered = f"{rate(row)}, {_(short)}" if short else rate(row)
    cells = "".join(_cell(row, measure, measure in ranked, said) for measure in measures)
    return (
        f'{name}<td class="pj-side">{said.number(row.n, 0)}'
        f"<small>{escape(answered)}</small></td>{cells}</tr>"
    )


def _cell(row: Line, measure: str, coloured: bool, said: Words) -> str:  # noqa: FBT001 - its place
    cell = row.cells.get(measure)
    if cell is None:
        return f'<td class="pj-hidden">{escape(said.say("skjult"))}</td>'
    differs = row.differs.get(measure, Differs.UNKNOWN)
    level = level_span(cell)
    small = _level(level, said) if level else "–"
    hollow = differs is Differs.SAME
    kind = _kind(cell, hollow=hollow, coloured=coloured)
    beside = coloured and differs is not Differs.UNKNOWN
    arrow = _ARROW.get(differs, "") if coloured else ""
    word = escape(said.say(DIFFERS_WORD[differs]))
    read = f'<span class="pj-only-read">, {word}, </span>' if beside else ""
    return (
        f'<td class="{kind}"><b>{escape(points(cell.mean, said))}</b>{arrow}{read}'
        f"<small>{small}</small></td>"
    )


def _level(level: str, said: Words) -> str:
    read = f'<span class="pj-only-read">{escape(said.say("niveau"))} </span>'
    return f"{read}{escape(level)}"


def _kind(cell: Figure, *, hollow: bool, coloured: bool) -> str:
    if not coloured or cell.level is None:
        return "pj-flat"
    return f"pj-hollow pj-h{cell.level}" if hollow else f"pj-l{cell.level}"


def _legend(shown: CultureMap, instrument: Instrument) -> str:
    above = shown.above.unit.name
    levels = "".join(
        f'<li><i class="pj-box pj-l{level}"></i>{escape(name)}</li>'
        for level, name in enumerate(instrument.levels.names[language()], start=1)
    )
    signs = "".join(
        f"<li>{sign}{escape(told)}</li>"
        for sign, told in (
            ('<i class="pj-up"></i>', _("sikkert over {unit}", unit=above)),
            ('<i class="pj-down"></i>', _("sikkert under {unit}", unit=above)),
            ('<i class="pj-box"></i>', _("hul: ingen klar forskel fra {unit}", unit=above)),
            ('<i class="pj-box pj-dashed"></i>', _("skjult")),
        )
    )
    told = escape(_("Farve og lille tal: niveau"))
    return f'<ul class="pj-legend"><li>{told}</li>{levels}</ul><ul class="pj-legend">{signs}</ul>'
