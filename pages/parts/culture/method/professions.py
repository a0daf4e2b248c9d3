"""The results of groups, e.g. professions, by hospital; too small groups are shown as hidden."""

from collections.abc import Collection, Mapping
from html import escape

import streamlit as st

from models.services.culture.results import ReleasedWave
from models.wording import Words
from models.wording.figures import interval, mean
from models.wording.measures import measure_name
from pages.parts.culture.paging import Page
from pages.parts.culture.words import tall_head, unit_table
from pages.shell.wording import _, language, words
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.release.figure import HIDDEN, Figure, Figures


def measure_picker(release: ReleasedWave, groups: Collection[str]) -> str:
    """Return the measure to show the groups in, of those that are published for groups."""
    measures = [m for m in ("index", *(d.id for d in release.instrument.dimensions)) if m in groups]
    return st.selectbox(
        _("Tal"),
        measures,
        format_func=lambda m: measure_name(m, release.instrument, words()),
        key="cross_measure",
    )


def crossing_table(
    page: Page[Unit], published: Mapping[str, Figures], measure: str, release: ReleasedWave
) -> None:
    """Units down, groups across: mean, interval and answers.

    published: by measure, of all units, so that each page has the same groups.
    """
    figures = published[measure]
    groups = sorted(
        {group for of_measure in published.values() for _u, group, _m in of_measure}, key=_order
    )
    caption = page.follow(
        _(
            "{name}: gennemsnit, 90 % interval og svar",
            name=measure_name(measure, release.instrument, words()),
        )
    )
    wording = words()
    head = "".join(tall_head(_group(g, release.instrument)) for g in groups)
    rows = "".join(
        f'<tr><th scope="row">{escape(unit.name)}</th>'
        + "".join(
            _cell(figures.get((unit.id, group, measure), HIDDEN), wording) for group in groups
        )
        + "</tr>"
        for unit in page.rows
    )
    st.html(unit_table(caption, head, rows))
    page.hint()
    st.caption(
        _(
            "Skjult: så få har svaret, at nogen kunne genkendes, eller tallet kunne bruges til "
            "at regne sig frem til en lille gruppe et andet sted. Grupperne vises uden farve "
            "og rangorden: læs intervallerne, før du sammenligner."
        )
    )


def _order(group: str) -> tuple[int, str]:
    return (int(group), "") if group.isdigit() else (10**9, group)


def _group(group: str, instrument: Instrument) -> str:
    """The label of an answer's code; the text itself where a group was named in words."""
    if not group:
        return _("Ikke oplyst")
    if not instrument.crossing or not group.isdigit():
        return group
    scale = instrument.scale_of(instrument.crossing)
    place, labels = int(group) - scale.first, scale.labels[language()]
    return labels[place] if 0 <= place < len(labels) else group


def _cell(figure: Figure, words: Words) -> str:
    if figure.mean is None:
        return f'<td class="pj-hidden">{escape(mean(figure, words))}</td>'
    lines = [interval(figure, words)] if figure.interval else []
    lines.append(words.say("{n} svar", n=words.number(figure.n, 0)))
    small = "".join(f"<small>{escape(line)}</small>" for line in lines)
    return f'<td class="pj-flat"><b>{escape(mean(figure, words))}</b>{small}</td>'
