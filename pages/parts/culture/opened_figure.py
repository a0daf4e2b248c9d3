"""One figure opened: its questions, answers, response rate, formula and interval."""

from html import escape
from math import isnan

import streamlit as st

from models.charts.chart_file import Caption
from models.charts.culture.intervals import Dot, Mark
from models.services.culture.map import DIFFERS_WORD, CultureMap, Differs, UnitFigures, differing
from models.services.culture.results import ReleasedWave
from models.wording.figures import (
    POOLED_SPREAD,
    SILENT_ALIKE,
    WITH_ESTIMATED,
    coded_percent,
    if_silent_lower,
    interval_sentence,
    mean,
    mean_with_interval,
    why_hidden,
)
from models.wording.levels import cuts, level_name
from models.wording.measures import measure_name
from models.wording.participation import rate
from pages.parts.address import pick
from pages.parts.calculation import calculation
from pages.parts.culture import chart
from pages.parts.culture.paging import Page
from pages.parts.culture.summary import source_text
from pages.parts.culture.words import under
from pages.shell.wording import _, markdown_escaped, words
from survey.release.figure import HIDDEN, Figure, Figures, WhyHidden
from survey.scoring.scored_responses import INDEX

_MARK = {
    Differs.ABOVE: Mark.UP,
    Differs.BELOW: Mark.DOWN,
    Differs.SAME: Mark.HOLLOW,
    Differs.UNKNOWN: Mark.PLAIN,
}


def figure_picker(culture: CultureMap, release: ReleasedWave) -> tuple[UnitFigures, str]:
    """Return the row and the measure of the figure to open, of those that are published."""
    rows = {row.unit.id: row for row in (culture.above, *culture.rows) if row.figures}
    left, right = st.columns(2)
    with left:
        unit_id = pick(
            "opened",
            _("Enhed"),
            list(rows),
            key="opened_unit",
            words_of=lambda unit_id: rows[unit_id].unit.name,
        )
    own = [measure for measure in release.measures if measure in rows[unit_id].figures]
    with right:
        measure = pick(
            "measure",
            _("Tal"),
            own,
            key="opened_measure",
            words_of=lambda m: measure_name(m, release.instrument, words()),
        )
    return rows[unit_id], measure


def opened(row: UnitFigures, measure: str, figures: Figures, release: ReleasedWave) -> None:
    """A figure's mean, answers, level and share, its formula, and its questions."""
    figure = row.figures[measure]
    pairs = [
        (
            _("Gennemsnit"),
            _("{mean} af 100", mean=mean(figure, words())),
            interval_sentence(figure, words()),
        ),
        (_("Svar"), words().number(figure.n, 0), _answered(row, figure)),
        (
            _("Niveau"),
            level_name(figure, release.instrument, words()) or _("intet"),
            _cuts(release),
        ),
        (_("I høj grad"), coded_percent(figure.favourable, words()), _favourable(figure, release)),
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
    name = measure_name(measure, release.instrument, words())
    counts = {which: differing(culture.rows, measure, which) for which in Differs}
    title = _("{name}: {over} over {unit}, {under} under, {same} uden klar forskel", name=name,
              unit=culture.above.unit.name, over=counts[Differs.ABOVE],
              under=counts[Differs.BELOW], same=counts[Differs.SAME])  # fmt: skip
    reading = _(
        "Gennemsnit og 90 % interval. Lodret streg: {unit}, {mean}. Hul prik: under "
        "5 point fra {unit}, eller forskellen er ikke sikker.",
        unit=culture.above.unit.name,
        mean=mean(above, words()),
    )
    chart.dot_chart(
        [_dot(row, culture.above, measure) for row in page.rows if measure in row.figures],
        Caption(title, page.follow(reading), source_text(release)),
        name=f"enheder-{measure.lower()}",
        beside=above.mean,
    )


def _dot(row: UnitFigures, above: UnitFigures, measure: str) -> Dot:
    figure = row.figures[measure]
    differs = row.differs.get(measure, Differs.UNKNOWN)
    return Dot(
        under(row.unit.name, above.unit.name),
        mean_with_interval(figure, words()),
        figure.mean or 0,
        figure.low,
        figure.high,
        _MARK[differs],
        _(DIFFERS_WORD[differs]),
        _("{n} svar", n=words().number(figure.n, 0)),
    )


def _answered(row: UnitFigures, figure: Figure) -> str:
    text = rate(row.n, row.unit.staff, words())
    # Beside few staff the number of answers would tell how many have not answered.
    if row.rate is not None:
        staff = words().number(row.unit.staff, 0)
        text = _("af {staff} ansatte; gyldige svar i alt: {rate}", staff=staff, rate=text)
    return text


def _cuts(release: ReleasedWave) -> str:
    return _(
        "grænserne går ved {cuts}; et spænd, når intervallet krydser en grænse",
        cuts=cuts(release.instrument, words()),
    )


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
        "Intervallet er gennemsnittet ± t · √((1 − n/N) · s² / n + 1/12): n svar af N ansatte, og "
        "s er spredningen mellem folk i samme enhed, regnet for hele regionen."
    )
    numbers = ()
    if not isnan(spread) and row.rate is not None:
        numbers = (
            _("Her er s = {s}, n = {n} og N = {staff}.", s=words().number(spread, 1),
              n=words().number(figure.n, 0), staff=words().number(row.unit.staff, 0)),
        )  # fmt: skip
    if figure.weighted_down:
        equal = _("Svarene er vægtet og tæller her som {n} lige svar.",
                  n=words().number(figure.n_eff, 0))  # fmt: skip
        numbers = (*numbers, equal)
    calculation(counted, how, *numbers, _silent(row, figure), _(POOLED_SPREAD))


def _silent(row: UnitFigures, figure: Figure) -> str:
    """The assumption about those who did not answer, and what another would do to the mean."""
    sentences = [_(SILENT_ALIKE)]
    if row.rate is not None and row.unit.staff and figure.n and figure.n < row.unit.staff:
        sentences.append(if_silent_lower(figure, 1 - figure.n / row.unit.staff, words()))
    return " ".join(sentences)


def _parts(row: UnitFigures, measure: str, figures: Figures, release: ReleasedWave) -> None:
    """The dimensions of the index, or the questions of a dimension."""
    if measure == INDEX:
        parts = [(d.id, words().of(d.name), False) for d in release.instrument.dimensions]
    else:
        items = release.instrument.dimension(measure).items
        parts = [(item.id, words().of(item.wording), item.reverse) for item in items]
    own = [figures.get((row.unit.id, "", part), HIDDEN) for part, _name, _reverse in parts]
    rows = "".join(
        _part(name, figure, reverse, release.answered(part))
        for (part, name, reverse), figure in zip(parts, own, strict=True)
    )
    head = (
        _("Emne") if measure == INDEX else _("Spørgsmål"),
        _("Gennemsnit"),
        _("Ved ikke"),
        _("Besvaret i hele undersøgelsen"),
    )
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
    if measure != INDEX:
        st.caption(_(WITH_ESTIMATED))
        # The dimension has a figure here, so its items are hidden for this reason alone.
        if HIDDEN in own:
            reason = why_hidden(Figure(why=WhyHidden.STAFF_MOVED), words())
            st.caption(markdown_escaped(reason))


def _part(
    name: str,
    figure: Figure,
    reverse: bool,  # noqa: FBT001 - as in the table
    answered: float | None,
) -> str:
    turned = (
        f'<span class="pj-small">{escape(_("tallet er vendt, så højt er godt"))}</span>'
        if reverse
        else ""
    )
    head = f'<tr><th scope="row">{escape(name)}{turned}'
    shares = "".join(
        f'<td class="pj-number">{escape(coded_percent(share, words()))}</td>'
        for share in (figure.opted_out, answered)
        if figure.opted_out is not None or answered is not None
    )
    if figure.mean is None:
        return f'{head}</th><td class="pj-hidden">{escape(mean(figure, words()))}</td>{shares}</tr>'
    bar = f'<span class="pj-bar" aria-hidden="true"><i style="width:{figure.mean}%"></i></span>'
    text = escape(mean_with_interval(figure, words()))
    return f'{head}{bar}</th><td class="pj-number">{text}</td>{shares}</tr>'
