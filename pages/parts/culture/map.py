"""The culture map: units by dimensions, each cell with mean, level, and difference from above."""

from collections.abc import Collection, Sequence
from html import escape

import streamlit as st

from models.services.culture.map import (
    DIFFERS_WORD,
    CultureMap,
    Differs,
    UnitFigures,
    standing_out,
)
from models.services.culture.results import ReleasedWave
from models.wording import Words
from models.wording.calculation import ARROWS
from models.wording.figures import hidden, mean, why_units_hidden
from models.wording.levels import level_range
from models.wording.measures import measure_name, without_explanation
from models.wording.participation import caution, caution_sign, rate
from pages.parts.address import obey, show
from pages.parts.calculation import calculation
from pages.parts.culture.choices import deeper
from pages.parts.culture.paging import Page
from pages.parts.culture.words import brief_table, tall_head, under
from pages.shell.wording import _, markdown_escaped, say, words
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.release.figure import HIDDEN, Figure
from survey.scoring.scored_responses import INDEX

_ARROW = {
    Differs.ABOVE: '<i class="pj-up" aria-hidden="true"></i>',
    Differs.BELOW: '<i class="pj-down" aria-hidden="true"></i>',
}


def sort_picker(release: ReleasedWave) -> str:
    """Return the measure to sort by, of those that tell units apart; "" is the usual order."""
    rankable = [measure for measure in release.measures if measure in release.ranked]
    if not rankable:
        return ""
    options = [*rankable, ""]
    obey("sort", {m or "none": m for m in options}, rankable[0], key="culture_sort")
    measure = st.selectbox(
        _("Sortér efter"),
        options,
        format_func=lambda m: (
            measure_name(m, release.instrument, words()) if m else _("Organisationens rækkefølge")
        ),
        key="culture_sort",
    )
    show("sort", measure or "none", key="culture_sort")
    return measure


def map_table(
    culture: CultureMap, page: Page[UnitFigures], release: ReleasedWave, parents: Collection[str]
) -> None:
    """The unit and a page of those under it, dimensions across; what it means above and below.

    parents: ids of those that have units of their own; their names lead there.
    """
    measures = release.measures
    caption = page.follow(_("Innovationskultur i {unit}, 0 til 100", unit=culture.above.unit.name))
    head = "".join(tall_head(measure_name(m, release.instrument, words())) for m in measures)
    wording = words()
    above = _row(culture.above, escape(culture.above.unit.name), measures, measures, wording)
    below = "".join(
        _row(
            row,
            _name(row.unit, culture.above.unit, release, parents),
            measures,
            release.ranked,
            wording,
        )
        for row in page.rows
    )
    st.html(
        f"{_legend(culture, release.instrument)}"
        f'<div class="pj-scroll pj-off-phone" role="region" tabindex="0" '
        f'aria-label="{escape(caption)}">'
        f'<table class="pj pj-map"><caption class="pj-only-read">{escape(caption)}</caption>'
        f'<thead><tr><th scope="col">{escape(_("Enhed"))}</th>'
        f'<th scope="col">{escape(_("Svar"))}</th>{head}</tr></thead>'
        f'<tbody class="pj-above">{above}</tbody><tbody>{below}</tbody></table></div>'
        f"{_brief(culture, page, release, parents)}"
    )
    page.hint()
    _notes(culture, release)


def _notes(culture: CultureMap, release: ReleasedWave) -> None:
    if any(len(row.figures) < len(culture.above.figures) for row in culture.rows):
        st.caption(markdown_escaped(why_units_hidden(release.head.smallest_group, words())))
    for coverage in {row.coverage for row in culture.rows}:
        sign = caution_sign(coverage, words())
        if sign:
            st.caption(markdown_escaped(f"{sign.capitalize()}: {caution(coverage, words())}."))
    alike = [
        measure_name(m, release.instrument, words())
        for m in release.measures
        if m not in release.ranked
    ]
    if alike:
        st.caption(
            say(
                "Uden farve: {names}. Der er forskellen mellem enheder ikke større, end at den kan "
                "være tilfældig.",
                names=", ".join(alike),
            )
        )
    if len(alike) < len(release.measures):
        st.caption(
            _(
                "Over og under kræver mindst 5 point, og at forskellen er sikker, også når alle "
                "cellerne ses på én gang. Resten ligger tættere på, eller forskellen er ikke "
                "sikker."
            )
        )
        calculation(_(ARROWS))
    if culture.sorted_by is None:
        st.caption(_("Enhederne står i organisationens rækkefølge."))


def _name(unit: Unit, above: Unit, release: ReleasedWave, parents: Collection[str]) -> str:
    name = escape(under(unit.name, above.name))
    if unit.id not in parents:
        return name
    return f'<a href="{escape(deeper(release, unit))}" target="_self">{name}</a>'


def _brief(
    culture: CultureMap, page: Page[UnitFigures], release: ReleasedWave, parents: Collection[str]
) -> str:
    """The map for a phone: a row a unit with its index and the topics that stand out."""
    above = culture.above
    text = _("Samlet indeks i {unit}, 0 til 100, og de emner, der skiller sig ud",
             unit=above.unit.name)  # fmt: skip
    columns = (_("Enhed"), _("Indeks"), _("Skiller sig ud"))
    first = _brief_row(above, escape(above.unit.name), culture, release)
    below = "".join(
        _brief_row(row, _name(row.unit, above.unit, release, parents), culture, release)
        for row in page.rows
    )
    return brief_table(page.follow(text), columns, below, first)


def _brief_row(row: UnitFigures, markup: str, culture: CultureMap, release: ReleasedWave) -> str:
    name = f'<tr><th scope="row">{markup}'
    if row.n is None:
        return f'{name}</th><td class="pj-hidden" colspan="2">{escape(hidden(words()))}</td></tr>'
    answers = words().say("{n} svar", n=words().number(row.n, 0))
    coloured = row is culture.above or INDEX in release.ranked
    index = _cell(row, INDEX, coloured, words())
    topics = "".join(
        f"<li>{escape(without_explanation(measure_name(measure, release.instrument, words())))} "
        f'<span class="pj-whole"><b>{escape(mean(row.figures[measure], words()))}</b>'
        f"{_ARROW[row.differs[measure]]}</span>"
        f'<span class="pj-only-read">, {escape(words().say(DIFFERS_WORD[row.differs[measure]]))}'
        "</span></li>"
        for measure in standing_out(row, culture.above, release.ranked)
    )
    beside = "" if row is culture.above else f"<small>{escape(_('Intet emne'))}</small>"
    cell = f"<ul>{topics}</ul>" if topics else beside
    return f"{name}<small>{escape(answers)}</small></th>{index}<td>{cell}</td></tr>"


def _row(
    row: UnitFigures, markup: str, measures: Sequence[str], ranked: Collection[str], words: Words
) -> str:
    name = f'<tr><th scope="row">{markup}</th>'
    if row.n is None:
        markup = escape(hidden(words))
        return f'{name}<td class="pj-hidden" colspan="{1 + len(measures)}">{markup}</td></tr>'
    # Beside a figure there is room for a word; what it means stands under the map.
    parts = (rate(row.n, row.unit.staff, words), caution_sign(row.coverage, words))
    answered = ", ".join(filter(None, parts))
    cells = "".join(_cell(row, measure, measure in ranked, words) for measure in measures)
    return (
        f'{name}<td class="pj-side">{words.number(row.n, 0)}'
        f"<small>{escape(answered)}</small></td>{cells}</tr>"
    )


def _cell(row: UnitFigures, measure: str, coloured: bool, words: Words) -> str:  # noqa: FBT001 - its place
    figure = row.figures.get(measure, HIDDEN)
    if figure.mean is None:
        return f'<td class="pj-hidden">{escape(mean(figure, words))}</td>'
    differs = row.differs.get(measure, Differs.UNKNOWN)
    level = level_range(figure, words)
    small = _level(level, words) if figure.levels else level
    hollow = differs is Differs.SAME
    kind = _kind(figure, hollow=hollow, coloured=coloured)
    beside = coloured and differs is not Differs.UNKNOWN
    arrow = _ARROW.get(differs, "") if coloured else ""
    word = escape(words.say(DIFFERS_WORD[differs]))
    read = f'<span class="pj-only-read">, {word}, </span>' if beside else ""
    return (
        f'<td class="{kind}"><b>{escape(mean(figure, words))}</b>{arrow}{read}'
        f"<small>{small}</small></td>"
    )


def _level(level: str, words: Words) -> str:
    read = f'<span class="pj-only-read">{escape(words.say("niveau"))} </span>'
    return f"{read}{escape(level)}"


def _kind(figure: Figure, *, hollow: bool, coloured: bool) -> str:
    if not coloured or figure.level is None:
        return "pj-flat"
    return f"pj-hollow pj-h{figure.level}" if hollow else f"pj-l{figure.level}"


def _legend(culture: CultureMap, instrument: Instrument) -> str:
    above = culture.above.unit.name
    levels = "".join(
        f'<li><i class="pj-box pj-l{level}"></i>{escape(name)}</li>'
        for level, name in enumerate(words().of(instrument.levels.names), start=1)
    )
    signs = "".join(
        f"<li>{sign}{escape(markup)}</li>"
        for sign, markup in (
            ('<i class="pj-up"></i>', _("sikkert over {unit}", unit=above)),
            ('<i class="pj-down"></i>', _("sikkert under {unit}", unit=above)),
            ('<i class="pj-box"></i>', _("hul: ingen klar forskel fra {unit}", unit=above)),
            ('<i class="pj-box pj-dashed"></i>', hidden(words())),
        )
    )
    markup = escape(_("Farve og lille tal: niveau"))
    return f'<ul class="pj-legend"><li>{markup}</li>{levels}</ul><ul class="pj-legend">{signs}</ul>'
