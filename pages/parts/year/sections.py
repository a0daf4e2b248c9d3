"""The sections of the annual status on screen, from the same object as the paper."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.charts.promises.signs import Sign
from models.report.year.annual_status import AnnualStatus, CriterionOutcome, ThemeLine
from models.report.year.culture import NOT_VALIDATED
from models.report.year.record import fingerprint
from models.report.year.sentences import counted, fate
from pages.parts.markdown_escaped import markdown_escaped
from pages.parts.promises.promise_table import promise_table
from pages.parts.status_mark import badge, mark
from pages.shell.wording import _, language, words


def sentence(text: str) -> str:
    """A sentence of the report, with nothing in it read as a command."""
    return markdown_escaped(text)


def remarks(told: Sequence[str]) -> None:
    """What the reader must know to read the figures right, in one box."""
    if told:
        st.info("\n\n".join(markdown_escaped(one) for one in told))


def due(status: AnnualStatus) -> None:
    """What fell due in the year and whether it was kept."""
    st.header(_("Løfter, der forfaldt i {year}", year=status.year))
    if not status.due_this_year:
        told = _("Ingen løfter forfaldt i {year}.", year=status.year)
        st.info(f"{told} {_('Vælg et andet år ovenfor.')}" if status.dated else told)
        return
    promise_table(
        status.due_this_year,
        status.strategy.id,
        caption=_("Løfte, mål, resultat, og om det blev holdt"),
        more=_fate,
    )


def _fate(promise: CriterionOutcome) -> str:
    return _("Holdt? {fate}", fate=fate(promise, words()))


def reds(status: AnnualStatus) -> None:
    """Every red with its figures."""
    st.header(_("Røde løfter"))
    if not status.reds:
        st.info(_("Ingen løfter står rødt."))
        return
    caption = _("Alle røde løfter med deres tal; ingen forsvinder i et gennemsnit")
    promise_table(status.reds, status.strategy.id, caption=caption)


def themes(status: AnnualStatus) -> None:
    """Every theme with its label, its marks and its counts."""
    st.header(_("Temaerne"))
    head = (_("Tema"), _("Status"), _("Løfter"))
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    rows = "".join(_theme_row(line, head) for line in status.themes)
    caption = escape(_("Hvert tema med antal løfter efter status"))
    st.html(
        f'<table class="pj wide"><caption>{caption}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _theme_row(line: ThemeLine, head: tuple[str, ...]) -> str:
    marks = "".join(mark(shown) for shown in Sign for _one in range(line.signs.get(shown, 0)))
    return (
        f'<tr><th scope="row">{escape(line.theme.title)}</th>'
        f'<td data-name="{escape(head[1])}">{badge(Sign(line.label.label))}</td>'
        f'<td data-name="{escape(head[2])}"><span class="pj-marks">{marks}</span>'
        f'<span class="pj-small">{escape(counted(line, words()))}</span></td></tr>'
    )


def culture(status: AnnualStatus) -> None:
    """The region's culture result, where one was released; the remarks say when there is none."""
    if status.culture is None:
        return
    st.header(_("Innovationskulturen"))
    st.markdown(
        f"{markdown_escaped(status.culture.wave_name)}, {words().day(status.culture.closes_on)}"
    )
    if not status.culture.validated:
        st.caption(_(NOT_VALIDATED))
    st.table(
        [
            {
                _("Dimension"): line.name.get(language()) or line.name["da"],
                _("Gennemsnit, 0 til 100"): str(line.mean),
                _("Svar"): words().number(line.n, 0),
            }
            for line in status.culture.lines
        ]
    )


def targetless(status: AnnualStatus) -> None:
    """What cannot be judged, by name."""
    missing = status.without_target
    st.header(_("Løfter uden vedtaget mål ({n})", n=len(missing)))
    if not missing:
        st.info(_("Alle løfter har et vedtaget mål."))
        return
    st.markdown(
        _(
            "De kan ikke bedømmes, og de tæller hverken som grønne eller røde, "
            "før der er vedtaget et mål."
        )
    )
    with st.expander(_("Vis alle {n}", n=len(missing))):
        for promise in missing:
            text, code = promise.criterion.text, promise.criterion.id
            st.markdown(f"- {markdown_escaped(text)} ({markdown_escaped(code)})")


def method(status: AnnualStatus) -> None:
    """What the figures rest on."""
    st.caption(
        _(
            "Status pr. {day}. Vidensdato {known}. Regelversion {rule}. SHA-256 {hash}",
            day=words().day(status.as_of),
            known=words().day(status.knowledge_date),
            rule=status.rule,
            hash=fingerprint(status),
        )
    )
