"""What has moved since the survey before: an arrow only where it is both sure and large."""

from collections.abc import Mapping
from enum import StrEnum
from html import escape
from math import isnan

import streamlit as st

from models.charts.culture.intervals import Dot, Mark
from models.services.culture.change import Development
from models.wording import N_, Words
from models.wording.figures import before_and_after, hidden, signed
from models.wording.measures import measure_name
from pages.parts.culture import chart
from pages.parts.culture.paging import Page
from pages.parts.culture.words import tall_head, under
from pages.parts.markdown_escaped import markdown_escaped
from pages.shell.wording import _, words
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit


class Moved(StrEnum):
    """What may be said of a change."""

    FORTH = "forth"
    BACK = "back"
    SMALL = "small"
    UNSURE = "unsure"


_WORD = {
    Moved.FORTH: N_("frem"),
    Moved.BACK: N_("tilbage"),
    Moved.SMALL: N_("lille"),
    Moved.UNSURE: N_("usikker"),
}
_MARK = {
    Moved.FORTH: Mark.UP,
    Moved.BACK: Mark.DOWN,
    Moved.SMALL: Mark.QUIET,
    Moved.UNSURE: Mark.HOLLOW,
}
_ARROW = {
    Moved.FORTH: '<i class="pj-up" aria-hidden="true"></i>',
    Moved.BACK: '<i class="pj-down" aria-hidden="true"></i>',
}


def no_development() -> None:
    """Said while there is one survey only."""
    st.info(
        _(
            "Der er ingen tidligere undersøgelse med de samme spørgsmål at sammenligne med. "
            "Udviklingen vises, når den næste er frigivet."
        )
    )


def change_of(unit: Unit, development: Development, instrument: Instrument) -> None:
    """One unit's dimensions: how far each has moved, with its interval."""
    own = development.of(unit.id)
    if unit.id in development.regrouped:
        st.info(_("{unit}: ny struktur, ingen udvikling.", unit=markdown_escaped(unit.name)))
    elif not own:
        st.info(_("{unit} har ikke tal i begge undersøgelser.", unit=markdown_escaped(unit.name)))
    else:
        _picture(unit, own, development, instrument)


def _picture(
    unit: Unit,
    own: Mapping[str, Mapping[str, float]],
    development: Development,
    instrument: Instrument,
) -> None:
    moved = [_moved(row) for row in own.values()]
    title = _("{unit}: {up} er gået frem, {down} tilbage, {still} uden pil",
              unit=unit.name, up=moved.count(Moved.FORTH), down=moved.count(Moved.BACK),
              still=len(moved) - moved.count(Moved.FORTH)
              - moved.count(Moved.BACK))  # fmt: skip
    chart.dot_chart(
        [_dot(measure_name(measure, instrument, words()), own[measure])
         for measure in development.measures if measure in own],
        title=title,
        subtitle=_("Ændring i point siden {name}, med 95 % interval. Trekant: sikker og mindst "
                   "5 point. Fyldt prik: sikker, men lille. Hul prik: usikker.",
                   name=development.before.wave.name),
        beside=0,
    )  # fmt: skip


def _dot(name: str, row: Mapping[str, float]) -> Dot:
    text = before_and_after(row["before"], row["after"], row["difference"], words())
    low, high = (None if isnan(row[end]) else row[end] for end in ("low", "high"))
    moved = _moved(row)
    return Dot(name, text, row["difference"], low, high, _MARK[moved], _(_WORD[moved]))


def rule(development: Development) -> None:
    """When a change gets an arrow, and the number of arrows."""
    n = len(development.changes)
    st.caption(
        _(
            "En pil kræver både, at ændringen er mindst 5 point, og at den er sikker, når der "
            "tages højde for, at {n} ændringer ses på én gang: højst 5 % af de sikre ventes at "
            "være tilfældige (Benjamini og Hochberg). Antal pile her: {arrows}.",
            n=n,
            arrows=development.arrows,
        )
    )


def change_table(
    page: Page[Unit], above: Unit, development: Development, instrument: Instrument
) -> None:
    """Unit by dimension: the change in points, an arrow where it counts.

    above: the unit the others are under.
    """
    caption = page.follow(_("Ændring i point siden {name}", name=development.before.wave.name))
    head = "".join(tall_head(measure_name(m, instrument, words())) for m in development.measures)
    wording = words()
    rows = "".join(_row(unit, above, development, wording) for unit in page.rows)
    st.html(
        f'<div class="pj-scroll" role="region" tabindex="0" '
        f'aria-label="{escape(caption)}">'
        f'<table class="pj pj-map"><caption>{escape(caption)}</caption><thead><tr>'
        f'<th scope="col">{escape(_("Enhed"))}</th>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
    page.hint()


def _row(unit: Unit, above: Unit, development: Development, words: Words) -> str:
    name = f'<tr><th scope="row">{escape(under(unit.name, above.name))}</th>'
    if unit.id in development.regrouped:
        text = escape(words.say("ny struktur: ingen udvikling"))
        return f'{name}<td class="pj-hidden" colspan="{len(development.measures)}">{text}</td></tr>'
    own = development.of(unit.id)
    return (
        name + "".join(_cell(own.get(measure), words) for measure in development.measures) + "</tr>"
    )


def _cell(row: Mapping[str, float] | None, words: Words) -> str:
    if row is None:
        return f'<td class="pj-hidden">{escape(hidden(words))}</td>'
    figure, moved = escape(signed(row["difference"], words)), _moved(row)
    kind = f"pj-{moved}" if moved in _ARROW else "pj-flat"
    return (
        f'<td class="{kind}"><b>{figure}</b>{_ARROW.get(moved, "")}'
        f"<small>{escape(words.say(_WORD[moved]))}</small></td>"
    )


def _moved(row: Mapping[str, float]) -> Moved:
    if row["arrow"]:
        return Moved.FORTH if row["arrow"] > 0 else Moved.BACK
    return Moved.SMALL if row["significant"] else Moved.UNSURE
