"""One figure opened: its questions, answers, response rate, formula and interval."""

from html import escape
from math import isnan

import streamlit as st

from models.charts.culture.intervals import Dot, Mark
from models.services.culture.map import DIFFERS_WORD, CultureMap, Differs, Line, differing
from models.services.culture.results import Released
from pages.parts.culture import chart
from pages.parts.culture.paging import Page
from pages.parts.culture.words import (
    interval,
    level_name,
    measure_name,
    percent,
    points,
    rate,
    span,
    under,
)
from pages.shell.wording import _, language, words
from survey.release.figure import HIDDEN, SILENT_BELOW, Figure, Figures
from survey.scoring.scored_responses import INDEX

_MARK = {
    Differs.ABOVE: Mark.UP,
    Differs.BELOW: Mark.DOWN,
    Differs.SAME: Mark.HOLLOW,
    Differs.UNKNOWN: Mark.PLAIN,
}


def figure_picker(shown: CultureMap, one: Released) -> tuple[Line, str]:
    """Which unit's figure, and of what."""
    rows = {row.unit.id: row for row in (shown.above, *shown.rows) if row.cells}
    left, right = st.columns(2)
    with left:
        unit_id = st.selectbox(
            _("Enhed"), list(rows), format_func=lambda u: rows[u].unit.name, key="opened_unit"
        )
    own = [measure for measure in one.measures if measure in rows[unit_id].cells]
    with right:
        measure = st.selectbox(
            _("Tal"),
            own,
            format_func=lambda m: measure_name(m, one.instrument),
            key="opened_measure",
        )
    return rows[unit_id], measure


def opened(row: Line, measure: str, cells: Figures, one: Released) -> None:
    """What stands behind a figure."""
    cell = row.cells[measure]
    pairs = [
        (_("Gennemsnit"), _("{mean} af 100", mean=points(cell.mean)), interval(cell)),
        (_("Svar"), words().number(cell.n, 0), _answered(row, cell)),
        (_("Niveau"), level_name(cell, one.instrument) or _("intet"), _cuts(one)),
        (_("I høj grad"), percent(cell.favourable), _favourable(cell, one)),
    ]
    if cell.divided:
        pairs.append(
            (_("Enighed"), _("delt oplevelse"), _("Svarene i enheden ligger langt fra hinanden."))
        )
    told = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(figure)}<small>{escape(small)}</small></dd>"
        for name, figure, small in pairs
    )
    st.html(f'<dl class="pj-facts">{told}</dl>')
    _formula(row, measure, cell, one)
    _parts(row, measure, cells, one)


def beside(shown: CultureMap, page: Page[Line], measure: str, one: Released) -> None:
    """The page's units' figures with their intervals, beside the unit above them."""
    above = shown.above.cells.get(measure)
    if above is None:
        return
    name = measure_name(measure, one.instrument)
    counts = {which: differing(shown.rows, measure, which) for which in Differs}
    title = _("{name}: {over} over {unit}, {under} under, {same} uden klar forskel", name=name,
              unit=shown.above.unit.name, over=counts[Differs.ABOVE],
              under=counts[Differs.BELOW], same=counts[Differs.SAME])  # fmt: skip
    chart.dots(
        [_dot(row, shown.above, measure) for row in page.rows if measure in row.cells],
        title=title,
        subtitle=page.follow(
            _(
                "Gennemsnit og 90 % interval. Lodret streg: {unit}, {mean}. Hul prik: kan ikke "
                "skelnes.",
                unit=shown.above.unit.name,
                mean=points(above.mean),
            )
        ),
        beside=above.mean,
    )


def _dot(row: Line, above: Line, measure: str) -> Dot:
    cell = row.cells[measure]
    name = _(
        "{unit} · {n} svar",
        unit=under(row.unit.name, above.unit.name),
        n=words().number(cell.n, 0),
    )
    differs = row.differs.get(measure, Differs.UNKNOWN)
    return Dot(
        name,
        _mean(cell),
        cell.mean or 0,
        cell.low,
        cell.high,
        _MARK[differs],
        _(DIFFERS_WORD[differs]),
    )


def _mean(cell: Figure) -> str:
    told, mean = span(cell.low, cell.high), points(cell.mean)
    return f"{mean} ({told})" if told not in {"", mean} else mean


def _answered(row: Line, cell: Figure) -> str:
    said = rate(row)
    # Beside few staff the number of answers would tell how many have not answered.
    if row.rate is not None:
        staff = words().number(row.unit.staff, 0)
        said = _("af {staff} ansatte; gyldige svar i alt: {rate}", staff=staff, rate=said)
    if not cell.weighted_down:
        return said
    return _("{said}; vægtet, svarer til {n} lige svar", said=said,
             n=words().number(cell.n_eff, 0))  # fmt: skip


def _cuts(one: Released) -> str:
    cuts = ", ".join(words().number(cut, 0) for cut in one.instrument.levels.cuts)
    return _("grænserne går ved {cuts}; et spænd, når intervallet krydser en grænse", cuts=cuts)


def _favourable(cell: Figure, one: Released) -> str:
    if cell.favourable is None:
        return _("andele vises kun for større grupper")
    limit = words().number(one.instrument.scoring.favourable_from, 0)
    return _("af {n} svar har mindst {limit} point", limit=limit,
             n=words().number(cell.favourable_n, 0))  # fmt: skip


def _formula(row: Line, measure: str, cell: Figure, one: Released) -> None:
    counted = _(
        "Hvert svar giver 0, 25, 50, 75 eller 100 point; vendte spørgsmål tæller omvendt. En "
        "persons tal er gennemsnittet af de besvarede spørgsmål i emnet, når mindst halvdelen er "
        "besvaret. Enhedens tal er gennemsnittet af personernes."
    )
    if measure == INDEX:
        counted = _(
            "Indekset er gennemsnittet af enhedens emner, når mindst syv af dem har et tal."
        )
    spread = one.statistic(measure, "sd_within")
    how = _(
        "Intervallet er gennemsnittet ± t · s · √((1 − n/N) / n): n svar af N ansatte, og s er "
        "spredningen mellem folk i samme enhed, regnet for hele regionen."
    )
    with st.expander(_("Sådan er tallet regnet")):
        st.markdown(counted)
        st.markdown(how)
        if not isnan(spread) and row.rate is not None:
            st.markdown(
                _("Her er s = {s}, n = {n} og N = {staff}.", s=words().number(spread, 1),
                  n=words().number(cell.n, 0), staff=words().number(row.unit.staff, 0))
            )  # fmt: skip
        st.markdown(_silent(row, cell))


def _silent(row: Line, cell: Figure) -> str:
    """What the interval does not hold: those who did not answer."""
    told = _(
        "Intervallet regner med, at de, der ikke har svaret, ligner dem i samme enhed, der har."
    )
    if row.rate is None or not row.unit.staff or cell.n is None or row.unit.staff <= cell.n:
        return told
    lower = cell.mean_if_silent_lower(1 - cell.n / row.unit.staff)
    return (
        told
        + " "
        + _(
            "Lå de alle {points} point lavere, ville tallet være {mean}.",
            points=SILENT_BELOW,
            mean=points(lower),
        )
    )


def _parts(row: Line, measure: str, cells: Figures, one: Released) -> None:
    """The dimensions of the index, or the questions of a dimension."""
    if measure == INDEX:
        parts = [(d.id, d.name[language()], False) for d in one.instrument.dimensions]
    else:
        items = one.instrument.dimension(measure).items
        parts = [(item.id, item.wording[language()], item.reverse) for item in items]
    rows = "".join(
        _part(name, cells.get((row.unit.id, "", part), HIDDEN), reverse)
        for part, name, reverse in parts
    )
    head = (_("Emne") if measure == INDEX else _("Spørgsmål"), _("Gennemsnit"), _("Ved ikke"))
    columns = "".join(
        f'<th scope="col"{" class=pj-number" if place else ""}>{escape(name)}</th>'
        for place, name in enumerate(head if measure != INDEX else head[:2])
    )
    told = _("Emnerne bag indekset") if measure == INDEX else _("Spørgsmålene bag tallet")
    caption = escape(told)
    st.html(
        f'<table class="pj pj-parts"><caption>{caption}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _part(name: str, cell: Figure, reverse: bool) -> str:  # noqa: FBT001 - as in the table
    turned = (
        f'<span class="pj-small">{escape(_("vendt: et højt tal er godt"))}</span>'
        if reverse
        else ""
    )
    head = f'<tr><th scope="row">{escape(name)}{turned}'
    if cell.mean is None:
        return f'{head}</th><td class="pj-hidden" colspan="2">{escape(_("skjult"))}</td></tr>'
    bar = f'<span class="pj-bar" aria-hidden="true"><i style="width:{cell.mean}%"></i></span>'
    out = "" if cell.opted_out is None else percent(cell.opted_out)
    return f'{head}{bar}</th><td class="pj-number">{escape(_mean(cell))}</td>' + (
        f'<td class="pj-number">{escape(out)}</td></tr>' if out else "</tr>"
    )
