"""Changes of a unit since the wave before, and those that may be chance."""

import streamlit as st

from models.report.own_culture.own_culture import Change, OwnCulture
from models.report.own_culture.phrases import change_headline, moved
from models.wording.calculation import ARROWS, CHANGE
from models.wording.figures import MISSING, WHY_UNSURE_CHANGE, points, signed, signed_span
from models.wording.measures import dimension_name
from models.wording.movement import OF_OWN_UNIT, Movement, rule_of_words
from pages.parts.calculation import calculation
from pages.parts.table import table
from pages.shell.wording import _, markdown_escaped, say, words


def changes(culture: OwnCulture) -> None:
    """One sentence, and every dimension in a table behind it."""
    st.subheader(_("Hvad har ændret sig?"))
    st.markdown(markdown_escaped(change_headline(culture, words())))
    sure = [
        (dimension_name(topic.dimension, words()), topic.change)
        for topic in culture.topics
        if topic.change and topic.change.movement is not Movement.UNSURE
    ]
    if sure:
        st.markdown(
            "\n".join(
                f"- **{markdown_escaped(name)}** {markdown_escaped(moved(change, words()))}"
                for name, change in sure
            )
        )
    if culture.before is None or culture.regrouped:
        return
    with st.expander(say("Alle ændringer siden {wave}", wave=culture.before.name)):
        lines = [(_("Samlet"), culture.index_change)]
        lines += [
            (dimension_name(topic.dimension, words()), topic.change) for topic in culture.topics
        ]
        table([_row(*line) for line in lines], caption=f"{rule_of_words(words())} {_(OF_OWN_UNIT)}")
        st.markdown(_(WHY_UNSURE_CHANGE))
    calculation(_(ARROWS), _(CHANGE))


def _row(name: str, change: Change | None) -> dict[str, str]:
    before = points(change.before if change else None, words())
    return {
        _("Emne"): name,
        _("Sidst"): before,
        _("Forskel"): signed(change.difference, words()) if change else MISSING,
        _("95 % interval"): signed_span(change.low, change.high, words()) if change else MISSING,
        _("Det kan siges"): moved(change, words()),
    }
