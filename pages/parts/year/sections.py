"""The sections of the annual status on screen, from the same object as the document."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.charts.promises.figures import moved_text
from models.charts.promises.signs import Sign, sign_of_theme
from models.report.year.annual_status import AnnualStatus, CriterionOutcome, ThemeLine
from models.report.year.record import fingerprint
from models.report.year.sentences import counts_of_theme, fate_text
from models.wording.figures import mean
from models.wording.measures import not_validated
from pages.parts.promises.promise_table import promise_table
from pages.parts.status_mark import badge, mark
from pages.parts.text_table import text_table
from pages.shell.wording import _, markdown_escaped, say, words


def remarks(sentences: Sequence[str]) -> None:
    """Show the remarks on the figures in a box; nothing when there are none."""
    if sentences:
        st.info("\n\n".join(markdown_escaped(text) for text in sentences))


def due_promises(status: AnnualStatus) -> None:
    """Show the promises that fell due in the year and whether each was kept."""
    st.header(say("Løfter, der forfaldt i {year}", year=status.year))
    if not status.due_this_year:
        none_due = say("Ingen løfter forfaldt i {year}.", year=status.year)
        st.info(f"{none_due} {_('Vælg et andet år ovenfor.')}" if status.gives_dates else none_due)
        return
    promise_table(
        status.due_this_year,
        status.strategy.id,
        caption=_("Løfte, mål, resultat, og om det blev holdt"),
        more=_fate,
    )


def _fate(outcome: CriterionOutcome) -> str:
    return _("Holdt? {fate}", fate=fate_text(outcome, words()))


def themes(status: AnnualStatus) -> None:
    """Show every theme with its label, its marks and its counts."""
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
    marks = "".join(mark(sign) * line.signs.get(sign, 0) for sign in Sign)
    return (
        f'<tr><th scope="row">{escape(line.theme.title)}</th>'
        f'<td data-name="{escape(head[1])}">{badge(sign_of_theme(line.label))}</td>'
        f'<td data-name="{escape(head[2])}"><span class="pj-marks">{marks}</span>'
        f'<span class="pj-small">{escape(counts_of_theme(line, words()))}</span></td></tr>'
    )


def culture(status: AnnualStatus) -> None:
    """Show the region's culture result; nothing when none is released, which the remarks state."""
    if status.culture is None:
        return
    st.header(_("Innovationskulturen"))
    wave = f"{status.culture.wave_name}, {words().day(status.culture.closes_on)}"
    st.markdown(markdown_escaped(wave))
    if not status.culture.validated:
        st.caption(markdown_escaped(not_validated(words())))
    text_table(
        [
            {
                _("Dimension"): words().of(line.name),
                _("Gennemsnit, 0 til 100"): mean(line.figure, words()),
                _("Svar"): words().number(line.figure.n, 0),
            }
            for line in status.culture.lines
        ]
    )


def targetless(status: AnnualStatus) -> None:
    """Show the promises without an adopted target by name."""
    missing = status.without_target
    st.header(say("Løfter uden vedtaget mål ({n})", n=len(missing)))
    if not missing:
        st.info(_("Alle løfter har et vedtaget mål."))
        return
    st.markdown(
        _(
            "De kan ikke bedømmes, og de tæller hverken som grønne eller røde, "
            "før der er vedtaget et mål."
        )
    )
    with st.expander(say("Vis alle {n}", n=len(missing))):
        for outcome in missing:
            text, code = outcome.criterion.text, outcome.criterion.id
            moved = moved_text(outcome, words())
            about = " · ".join(filter(None, (code, moved)))
            st.markdown(f"- {markdown_escaped(text)} ({markdown_escaped(about)})")


def method(status: AnnualStatus) -> None:
    """Show the day, the knowledge date, the version of the rules and the hash."""
    st.caption(
        say(
            "Status pr. {day}. Vidensdato {known}. Regelversion {rule}. Kendemærke {hash}",
            day=words().day(status.as_of),
            known=words().day(status.knowledge_date),
            rule=status.rule,
            hash=fingerprint(status),
        )
    )
