"""The figures behind each dimension: its items, answers, formula and interval."""

import streamlit as st

from models.report.own_culture.own_culture import OwnCulture, Topic
from models.report.own_culture.phrases import figures_label, moved
from models.wording import N_
from models.wording.calculation import TOPIC
from models.wording.figures import (
    POOLED_SPREAD,
    SILENT_ALIKE,
    WITH_ESTIMATED,
    coded_percent,
    detectable,
    interval_sentence,
    mean,
    mean_with_interval,
    why_hidden,
)
from models.wording.measures import dimension_name, short_name
from models.wording.participation import answered_sentence
from pages.parts.calculation import calculation
from pages.parts.table import table
from pages.shell.wording import _, markdown_escaped, words
from survey.release.figure import Figure, WhyHidden

READING = (
    N_("0 betyder slet ikke, 50 i nogen grad og 100 i meget høj grad. Højere er bedre."),
    N_("5 betyder 5 eller mindre, og 95 betyder 95 eller mere: et tal helt ude i kanten ville "
       "røbe, hvad alle svarede."),
    N_("Et tal vises kun, når mindst {k} har svaret, og når ingen kan regne sig frem til færre. "
       "Derfor kan en enhed være skjult, selv om mange har svaret i den."),
    N_("Niveauet går fra 1 til 5. Grænserne er faste og de samme for alle: enhver enhed kan nå 5."),
    N_("Tallene er regnet én gang, da undersøgelsen var lukket, og de ændres ikke."),
)  # fmt: skip


def numbers(culture: OwnCulture) -> None:
    """One drawer a dimension."""
    st.subheader(_("Tal for tal"))
    for topic in culture.topics:
        own = mean_with_interval(topic.figures.own, words())
        name = dimension_name(topic.dimension, words())
        with st.expander(f"{markdown_escaped(name)}: {markdown_escaped(own)}"):
            _topic(culture, topic)


def how_to_read(culture: OwnCulture) -> None:
    """Show the notes that hold for every number on the page."""
    with st.expander(_("Sådan læses tallene")):
        k = culture.wave.smallest_group
        lines = [_(line, k=k) if "{k}" in line else _(line) for line in READING]
        lines += [_(SILENT_ALIKE), _(POOLED_SPREAD)]
        st.markdown("\n".join(f"- {markdown_escaped(line)}" for line in lines))
    spreads = [
        f"{short_name(topic.dimension, words())} {words().number(topic.spread, 1)}"
        for topic in culture.topics
        if topic.spread is not None
    ]
    of_topics = _("s er her: {spreads}.", spreads=", ".join(spreads))
    calculation(_(TOPIC), *([of_topics] if spreads else []))


def _topic(culture: OwnCulture, topic: Topic) -> None:
    own = topic.figures.own
    if own.mean is None:
        st.markdown(markdown_escaped(why_hidden(own, words())))
        return
    table(_statements(culture, topic), caption=_("Gennemsnit for hvert udsagn, 0 til 100"))
    st.caption(_(WITH_ESTIMATED))
    moved_statements = (s.figures.own for s in topic.statements)
    if any(figure.hidden is WhyHidden.STAFF_MOVED for figure in moved_statements):
        reason = why_hidden(Figure(why=WhyHidden.STAFF_MOVED), words())
        st.caption(markdown_escaped(reason))
    lines = [
        _(
            "{mean} er gennemsnittet af {n} personers svar.",
            mean=mean(own, words()),
            n=words().number(own.n, 0),
        ),
        answered_sentence(own.n or 0, culture.staff, words()),
        f"{sentence}." if (sentence := interval_sentence(own, words())) else "",
    ]
    if own.favourable is not None:
        lines.append(
            _(
                "{share} af {n} svarer i høj grad eller mere (75 eller derover).",
                share=coded_percent(own.favourable, words()),
                n=words().number(own.favourable_n, 0),
            )
        )
    if culture.before is not None:
        lines.append(_("Siden sidst: {moved}.", moved=moved(topic.change, words())))
    lines.append(detectable(topic.detectable, words()))
    st.markdown("\n".join(f"- {markdown_escaped(line)}" for line in lines if line))


def _statements(culture: OwnCulture, topic: Topic) -> list[dict[str, str]]:
    rows = []
    for statement in topic.statements:
        compared = statement.figures
        text = words().of(statement.item.wording)
        if statement.item.reverse:
            text = _("{text} (tallet er vendt, så højt er godt)", text=text)
        row = {_("Udsagn"): text, figures_label(culture, words()): mean(compared.own, words())}
        if culture.published_unit != culture.region:
            row[_("Regionen")] = mean(compared.region, words())
        if any(s.answered is not None for s in topic.statements):
            row[_("Besvaret i hele undersøgelsen")] = coded_percent(statement.answered, words())
        if any(s.figures.own.opted_out is not None for s in topic.statements):
            row[_("Ved ikke")] = coded_percent(compared.own.opted_out, words())
        rows.append(row)
    return rows
