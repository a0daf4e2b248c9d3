"""One figure opened: its questions, answers, response rate, formula and interval."""

from html import escape
from math import isnan

import streamlit as st

from models.charts.culture.intervals import Dot, Mark
from models.services.culture.map import DIFFERS_WORD, CultureMap, Differs, UnitFigures, differing
from models.services.culture.results import ReleasedWave
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


def figure_picker(culture: CultureMap, release: ReleasedWave) -> tuple[UnitFigures, str]:
    """Which unit's figure, and of what."""
    rows = {row.unit.id: row for row in (culture.above, *culture.rows) if row.figures}
    left, right = st.columns(2)
    with left:
        unit_id = st.selectbox(
            _("Enhed"), list(rows), format_func=lambda u: rows[u].unit.name, key="opened_unit"
        )
    own = [measure for measure in release.measures if measure in rows[unit_id].figures]
    with right:
        measure = st.selectbox(
            _("Tal"),
            own,
            format_func=lambda m: measure_name(m, release.instrument),
            key="opened_measure",
        )
    return rows[unit_id], measure


def opened(row: UnitFigures, measure: str, figures: Figures, release: ReleasedWave) -> None:
    """What stands behind a figure."""
    figure = row.figures[measure]
    pairs = [
        (_("Gennemsnit"), _("{mean} af 100", mean=points(figure.mean)), interval(figure)),
        (_("Svar"), words().number(figure.n, 0), _answered(row, figure)),
        (_("Niveau"), level_name(figure, release.instrument) or _("intet"), _cuts(release)),
        (_("I høj grad"), percent(figure.favourable), _favourable(figure, release)),
    ]
    if figure.divided:
        pairs.append(
            (_("Enighed"), _("delt oplevelse"), _("Svarene i enheden ligger langt fra hinanden."))
        )
    text = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(value)}<small>{escape(small)}</small></dd>"
        for name, value, small in pairs
    )
    st.html(f'<dl class="pj-facts">{text}</dl>')
    _formula(row, measure, figure, release)
    _parts(row, measure, figures, release)


def beside(
    culture: CultureMap, page: Page[UnitFigures], measure: str, release: ReleasedWave
) -> None:
    """The page's units' figures with their intervals, beside the unit above them."""
    above = culture.above.figures.get(measure)
    if above is None:
        return
    name = measure_name(measure, release.instrument)
    counts = {which: differing(culture.rows, measure, which) for which in Differs}
    title = _("{name}: {over} over {unit}, {under} under, {same} uden klar forskel", name=name,
              unit=culture.above.unit.name, over=counts[Differs.ABOVE],
              under=counts[Differs.BELOW], same=counts[Differs.SAME])  # fmt: skip
    chart.dot_chart(
        [_dot(row, culture.above, measure) for row in page.rows if measure in row.figures],
        title=title,
        subtitle=page.follow(
            _(
                "Gennemsnit og 90 % interval. Lodret streg: {unit}, {mean}. Hul prik: kan ikke "
                "skelnes.",
                unit=culture.above.unit.name,
                mean=points(above.mean),
            )
        ),
        beside=above.mean,
    )


def _dot(row: UnitFigures, above: UnitFigures, measure: str) -> Dot:
    figure = row.figures[measure]
    name = _(
        "{unit} · {n} svar",
        unit=under(row.unit.name, above.unit.name),
        n=words().number(figure.n, 0),
    )
    differs = row.differs.get(measure, Differs.UNKNOWN)
    return Dot(
        name,
        _mean(figure),
        figure.mean or 0,
        figure.low,
        figure.high,
        _MARK[differs],
        _(DIFFERS_WORD[differs]),
    )


def _mean(figure: Figure) -> str:
    text, mean = span(figure.low, figure.high), points(figure.mean)
    return f"{mean} ({text})" if text not in {"", mean} else mean


def _answered(row: UnitFigures, figure: Figure) -> str:
    text = rate(row)
    # Beside few staff the number of answers would tell how many have not answered.
    if row.rate is not None:
        staff = words().number(row.unit.staff, 0)
        text = _("af {staff} ansatte; gyldige svar i alt: {rate}", staff=staff, rate=text)
    if not figure.weighted_down:
        return text
    return _("{said}; vægtet, svarer til {n} lige svar", said=text,
             n=words().number(figure.n_eff, 0))  # fmt: skip


def _cuts(release: ReleasedWave) -> str:
    cuts = ", ".join(words().number(cut, 0) for cut in release.instrument.levels.cuts)
    return _("grænserne går ved {cuts}; et spænd, når intervallet krydser en grænse", cuts=cuts)


def _favourable(figure: Figure, release: ReleasedWave) -> str:
    if figure.favourable is None:
        return _("andele vises kun for større grupper")
    limit = words().number(release.instrument.scoring.favourable_from, 0)
    return _("af {n} svar har mindst {limit} point", limit=limit,
             n=words().number(figure.favourable_n, 0))  # fmt: skip


def _formula(row: UnitFigures, measure: str, figure: Figure, release: ReleasedWave) -> None:
    counted = _(
        "Hvert svar giver 0, 25, 50, 75 eller 100 point; vendte spørgsmål tæller omvendt. En "
        "persons tal er gennemsnittet af de besvarede spørgsmål i emnet, når mindst halvdelen er "
        "besvaret. Enhedens tal er gennemsnittet af personernes."
    )
    if measure == INDEX:
        counted = _(
            "Indekset er gennemsnittet af enhedens emner, når mindst syv af dem har et tal."
        )
    spread = release.statistic(measure, "sd_within")
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
                  n=words().number(figure.n, 0), staff=words().number(row.unit.staff, 0))
            )  # fmt: skip
        st.markdown(_silent(row, figure))


def _silent(row: UnitFigures, figure: Figure) -> str:
    """What the interval does not hold: those who did not answer."""
    text = _(
        "Intervallet regner med, at de, der ikke har svaret, ligner dem i samme enhed, der har."
    )
    if row.rate is None or not row.unit.staff or figure.n is None or row.unit.staff <= figure.n:
        return text
    lower = figure.mean_if_silent_lower(1 - figure.n / row.unit.staff)
    return (
        text
        + " "
        + _(
            "Lå de alle {points} point lavere, ville tallet være {mean}.",
            points=SILENT_BELOW,
            mean=points(lower),
        )
    )


def _parts(row: UnitFigures, measure: str, figures: Figures, release: ReleasedWave) -> None:
    """The dimensions of the index, or the questions of a dimension."""
    if measure == INDEX:
        parts = [(d.id, d.name[language()], False) for d in release.instrument.dimensions]
    else:
        items = release.instrument.dimension(measure).items
        parts = [(item.id, item.wording[language()], item.reverse) for item in items]
    rows = "".join(
        _part(name, figures.get((row.unit.id, "", part), HIDDEN), reverse)
        for part, name, reverse in parts
    )
    head = (_("Emne") if measure == INDEX else _("Spørgsmål"), _("Gennemsnit"), _("Ved ikke"))
    columns = "".join(
        f'<th scope="col"{" class=pj-number" if place else ""}>{escape(name)}</th>'
        for place, name in enumerate(head if measure != INDEX else head[:2])
    )
    text = _("Emnerne bag indekset") if measure == INDEX else _("Spørgsmålene bag tallet")
    caption = escape(text)
    st.html(
        f'<table class="pj pj-parts"><caption>{caption}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _part(name: str, figure: Figure, reverse: bool) -> str:  # noqa: FBT001 - as in the table
    turned = (
        f'<span class="pj-small">{escape(_("vendt: et højt tal er godt"))}</span>'
        if reverse
        else ""
    )
    head = f'<tr><th scope="row">{escape(name)}{turned}'
    if figure.mean is None:
        return f'{head}</th><td class="pj-hidden" colspan="2">{escape(_("skjult"))}</td></tr>'
    bar = f'<span class="pj-bar" aria-hidden="true"><i style="width:{figure.mean}%"></i></span>'
    out = "" if figure.opted_out is None else percent(figure.opted_out)
    return f'{head}{bar}</th><td class="pj-number">{escape(_mean(figure))}</td>' + (
        f'<td class="pj-number">{escape(out)}</td></tr>' if out else "</tr>"
    )
