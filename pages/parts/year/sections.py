"""The sections of the annual status on screen, from the same object as the document."""

from html import escape

import streamlit as st

from models.charts.promises.distribution import ThemeCounts
from models.charts.promises.figures import moved_text
from models.report.year.annual_status import AnnualStatus
from models.report.year.first_page import all_changes, owner_words
from models.report.year.phrases import phrases
from models.report.year.record import fingerprint
from models.report.year.sentences import red_themes, remarks, resume
from models.wording.calculation import MARK
from models.wording.figures import mean
from models.wording.measures import not_validated
from pages.parts.calculation import calculation
from pages.parts.promises.charts import distribution_chart
from pages.parts.promises.paper_words import with_code
from pages.parts.promises.promise_table import promise_table
from pages.parts.status_mark import badge
from pages.parts.year.knowledge import knowledge_sentence, source_text
from pages.shell.wording import _, markdown_escaped, say, words

# So many signs of a mark tell one status from another.
_SHORT = 8


def annex(status: AnnualStatus) -> None:
    """Show what the first page rests on: the summary, then each list folded."""
    with st.container(key="annex"):
        st.header(_("Bilag"))
        summary(status)
        reservations(status)
        for section in (changes, picture, due_promises, reds, culture, targetless, method):
            section(status)


def summary(status: AnnualStatus) -> None:
    """Show the sentences of the summary, and which day decides which promise."""
    # The lists below name the reds.
    sentences = resume(status, words(), named=0)
    st.markdown(markdown_escaped(" ".join(sentences)))
    st.caption(knowledge_sentence(status.as_of, status.knowledge_date))


def changes(status: AnnualStatus) -> None:
    """Show every promise whose status changed within the year; nothing without any."""
    lines, texts = all_changes(status, words()), phrases(status, words(), None)
    if not lines:
        return
    head = "".join(
        f'<th scope="col">{escape(texts[name])}</th>'
        for name in ("promise", "before", "now", "cause")
    )
    rows = "".join(
        f'<tr><th scope="row">{escape(line.text)} <span class="pj-small">'
        f'<span class="pj-code">{escape(line.criterion_id)}</span></span></th>'
        f'<td data-name="{escape(texts["before"])}">{badge(line.before.sign)}</td>'
        f'<td data-name="{escape(texts["now"])}">{badge(line.after.sign)}</td>'
        f'<td data-name="{escape(texts["cause"])}">{escape(line.cause)}</td></tr>'
        for line in lines
    )
    with st.expander(say("Skiftet status siden sidste år ({n})", n=len(lines))):
        st.html(
            f'<table class="pj wide"><caption>{escape(texts["changes_caption"])}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )


def picture(status: AnnualStatus) -> None:
    """Draw the promises of every theme by status, and show how many themes are red."""
    source = source_text(status.strategy, status.as_of, status.knowledge_date)
    themes = [ThemeCounts(line.theme.title, line.signs) for line in status.themes]
    with st.expander(_("Temaerne")):
        distribution_chart(themes, source=source)
        if reds := red_themes(status, words()):
            st.caption(markdown_escaped(reds))


def reservations(status: AnnualStatus) -> None:
    """Show the remarks on the figures in a box; nothing when there are none."""
    sentences = remarks(status, words())
    if sentences:
        st.info("\n\n".join(markdown_escaped(text) for text in sentences))


def due_promises(status: AnnualStatus) -> None:
    """Show the promises that fell due in the year; nothing without any, as the summary says."""
    if not status.due_this_year:
        return
    with st.expander(say("Løfter, der forfaldt i {year}", year=status.year)):
        promise_table(
            status.due_this_year,
            status.strategy.id,
            caption=_("Løfte, mål, måling og status"),
        )


def reds(status: AnnualStatus) -> None:
    """Show every red promise with its owner's words; nothing without any."""
    if not status.reds:
        return
    with st.expander(say("Røde løfter ({n})", n=len(status.reds))):
        promise_table(
            status.reds,
            status.strategy.id,
            caption=_("Alle røde løfter med deres tal"),
            more=lambda promise: _owner_words(status, promise.criterion.id),
        )


def _owner_words(status: AnnualStatus, criterion_id: str) -> str:
    explanation = status.context.explanations.get(criterion_id)
    return " ".join(owner_words(explanation, words())).strip() if explanation else ""


def culture(status: AnnualStatus) -> None:
    """Show the region's culture result; nothing when none is released, which the remarks state."""
    if status.culture is None:
        return
    rows = "".join(
        f'<tr><th scope="row">{escape(words().of(line.name))}</th>'
        f'<td class="pj-number">{escape(mean(line.figure, words()))}</td>'
        f'<td class="pj-number">{words().number(line.figure.n, 0)}</td></tr>'
        for line in status.culture.lines
    )
    wave = f"{status.culture.wave_name}, {words().day(status.culture.closes_on)}"
    names = (_("Gennemsnit, 0 til 100"), _("Svar"))
    head = "".join(f'<th scope="col" class="pj-number">{escape(name)}</th>' for name in names)
    with st.expander(_("Innovationskulturen")):
        if not status.culture.validated:
            st.caption(markdown_escaped(not_validated(words())))
        st.html(
            f'<table class="pj pj-figures"><caption>{escape(wave)}</caption>'
            f'<thead><tr><th scope="col">{escape(_("Dimension"))}</th>{head}</tr></thead>'
            f"<tbody>{rows}</tbody></table>"
        )


def targetless(status: AnnualStatus) -> None:
    """Show the promises without a target or a due date by name; nothing without any."""
    missing = status.without_target
    if not missing:
        return
    with st.expander(say("Løfter uden mål eller frist ({n})", n=len(missing))):
        st.markdown(
            _(
                "De kan ikke bedømmes, og de tæller hverken som grønne eller røde, "
                "før der er vedtaget et mål."
            )
        )
        for outcome in missing:
            moved = moved_text(outcome, words())
            name = with_code(outcome.criterion.text, outcome.criterion.id)
            st.markdown("- " + " · ".join(filter(None, (name, markdown_escaped(moved)))))


def method(status: AnnualStatus) -> None:
    """Show how the status is calculated, with the mark of its data in short and in full."""
    mark, texts = fingerprint(status), phrases(status, words(), None)
    calculation(texts["method"], texts["rule"], texts["source"], f"{_(MARK)} {mark}")
    st.caption(say("Regelversion {rule}. Kendemærke {hash}.", rule=status.rule, hash=mark[:_SHORT]))
