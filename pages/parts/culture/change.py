"""Changes since the survey before; an arrow only where a change is both certain and large."""

from collections.abc import Mapping
from enum import StrEnum
from html import escape
from math import isnan

import streamlit as st

from models.charts.chart_file import Caption
from models.charts.culture.intervals import Dot, Mark
from models.services.culture.change import Development
from models.services.culture.results import ReleasedWave
from models.wording import N_, Words
from models.wording.calculation import ARROWS, CHANGE
from models.wording.figures import WHY_UNSURE_CHANGE, before_and_after, hidden, signed
from models.wording.measures import measure_name
from pages.parts.calculation import calculation
from pages.parts.culture import chart
from pages.parts.culture.paging import Page
from pages.parts.culture.summary import source_text
from pages.parts.culture.words import tall_head, under, unit_table
from pages.shell.wording import _, say, words
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit


class Movement(StrEnum):
    """The four kinds of change, by size and by how sure they are."""

    FORTH = "forth"
    BACK = "back"
    SMALL = "small"
    UNSURE = "unsure"


_WORD = {
    Movement.FORTH: N_("frem"),
    Movement.BACK: N_("tilbage"),
    Movement.SMALL: N_("lille"),
    Movement.UNSURE: N_("usikker"),
}
_MARK = {
    Movement.FORTH: Mark.UP,
    Movement.BACK: Mark.DOWN,
    Movement.SMALL: Mark.QUIET,
    Movement.UNSURE: Mark.HOLLOW,
}
_ARROW = {
    Movement.FORTH: '<i class="pj-up" aria-hidden="true"></i>',
    Movement.BACK: '<i class="pj-down" aria-hidden="true"></i>',
}


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
    movements = [_movement(row) for row in own.values()]
    up, down = movements.count(Movement.FORTH), movements.count(Movement.BACK)
    title = _(
        "{unit}: {up} er gået frem, {down} tilbage, {still} uden pil",
        unit=unit.name,
        up=up,
        down=down,
        still=len(movements) - up - down,
    )
    reading = _(
        "Ændring i point siden {name}, med 95 % interval. Trekant: sikker og mindst "
        "5 point. Fyldt prik: sikker, men lille. Hul prik: usikker.",
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
    movement = _movement(row)
    return Dot(name, text, row["difference"], low, high, _MARK[movement], _(_WORD[movement]))


def rule(development: Development) -> None:
    """The rule for an arrow, the number of arrows, and what makes a change unsure."""
    st.caption(
        say(
            "En pil kræver, at ændringen er mindst 5 point, og at den er sikker, også når alle "
            "ændringerne ses på én gang. Antal pile her: {arrows}.",
            arrows=development.arrows,
        )
    )
    with st.expander(_("Hvorfor er en ændring usikker?")):
        st.markdown(_(WHY_UNSURE_CHANGE))
    calculation(_(ARROWS), _(CHANGE))


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
    st.html(unit_table(caption, head, rows))
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
    figure, movement = escape(signed(row["difference"], words)), _movement(row)
    kind = f"pj-{movement}" if movement in _ARROW else "pj-flat"
    return (
        f'<td class="{kind}"><b>{figure}</b>{_ARROW.get(movement, "")}'
        f"<small>{escape(words.say(_WORD[movement]))}</small></td>"
    )


def _movement(row: Mapping[str, float]) -> Movement:
    if row["arrow"]:
        return Movement.FORTH if row["arrow"] > 0 else Movement.BACK
    return Movement.SMALL if row["significant"] else Movement.UNSURE
