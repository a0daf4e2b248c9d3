"""The results of groups, e.g. professions, by hospital; too small groups are shown as hidden."""

from collections.abc import Collection, Mapping
from html import escape

import streamlit as st

from models.services.culture.results import ReleasedWave
from models.wording import Words
from models.wording.figures import interval, mean, points
from models.wording.measures import measure_name, without_explanation
from pages.parts.address import pick
from pages.parts.culture.paging import Page
from pages.parts.culture.words import tall_head, unit_table
from pages.shell.wording import _, language, markdown_escaped, words
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.release.figure import HIDDEN, Figure, Figures


def measure_picker(release: ReleasedWave, groups: Collection[str]) -> str:
    """Return the measure to show the groups in, of those that are published for groups."""
    measures = [m for m in ("index", *(d.id for d in release.instrument.dimensions)) if m in groups]
    return pick(
        "measure",
        _("Tal"),
        measures,
        key="cross_measure",
        words_of=lambda m: measure_name(m, release.instrument, words()),
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
    st.markdown(f"**{markdown_escaped(_answer(figures, release))}**")
    wording = words()
    names = {group: _group(group, release.instrument) for group in groups}
    head = "".join(map(tall_head, names.values()))
    rows = "".join(
        f'<tr><th scope="row">{escape(unit.name)}</th>'
        + "".join(
            _cell(figures.get((unit.id, group, measure), HIDDEN), names[group], wording)
            for group in groups
        )
        + "</tr>"
        for unit in page.rows
    )
    st.html(unit_table(caption, head, rows, stacked=True))
    page.hint()
    st.caption(
        _(
            "Skjult: så få har svaret, at nogen kunne genkendes, eller tallet kunne bruges til "
            "at regne sig frem til en lille gruppe et andet sted. Grupperne vises uden farve "
            "og rangorden: læs intervallerne, før du sammenligner."
        )
    )


def _answer(figures: Figures, release: ReleasedWave) -> str:
    """The span of the region's own groups, without naming who lies where."""
    means = [
        figure.mean
        for (unit_id, _group, _measure), figure in figures.items()
        if unit_id == release.root.id and figure.mean is not None
    ]
    if len(means) < 2:  # noqa: PLR2004 - a span has two ends
        return _("For få grupper har tal, der kan vises, til at sige noget om forskellen.")
    low, high = (points(end, words()) for end in (min(means), max(means)))
    return _("I hele regionen ligger grupperne mellem {low} og {high} af 100.", low=low, high=high)


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


def _cell(figure: Figure, group: str, words: Words) -> str:
    name = f'data-name="{escape(without_explanation(group))}"'
    if figure.mean is None:
        return f'<td class="pj-hidden" {name}>{escape(mean(figure, words))}</td>'
    lines = [interval(figure, words)] if figure.interval else []
    lines.append(words.say("{n} svar", n=words.number(figure.n, 0)))
    small = "".join(f"<small>{escape(line)}</small>" for line in lines)
    return f'<td class="pj-flat" {name}><b>{escape(mean(figure, words))}</b>{small}</td>'
