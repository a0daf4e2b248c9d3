"""The three cards of a unit that somebody who sees the whole region has chosen."""

from collections.abc import Sequence

import streamlit as st

from models.access import Permission
from models.ideas.idea import STAGE_WORD, Idea
from models.report.own_culture.own_culture import OwnCulture
from models.report.own_culture.phrases import deadline
from models.services.culture.actions import Planned
from models.wording.participation import answered_sentence
from pages.parts.share_bars import share_bar
from pages.parts.unit.newest import big, level_lines, newest_culture, newest_release
from pages.parts.way import way
from pages.shell import cache
from pages.shell.database import database
from pages.shell.viewer import admits, today, viewer
from pages.shell.wording import _, markdown_escaped, ngettext, say, words
from survey.asking.organisation import Unit


def agreement_card(unit: Unit) -> None:
    """A unit's newest result, and what it or the units under it have agreed."""
    with st.container(border=True, height="stretch", key="card_agreement"):
        st.subheader(_("Enhedens tal, og det, den har aftalt"))
        release, culture = (
            newest_release(unit.id, by=viewer()),
            newest_culture(unit.id, by=viewer()),
        )
        if release is None or culture is None:
            st.markdown(
                _(
                    "Der er ikke frigivet noget resultat for enheden endnu. Det kommer her, "
                    "når undersøgelsen er lukket og frigivet."
                )
            )
            return
        level_lines(culture)
        if len(release.organisation.subtree(unit.id)) > 1:
            with database() as db:
                _plans(cache.planned(db, release, unit.id, by=viewer()))
        else:
            _agreed(culture)
        way("department/own_culture.py", _("Se enhedens tal"), unit=unit.id)


def _plans(planned: Planned) -> None:
    """Show how many of the units under a unit have agreed something, and a bar of them."""
    text = ngettext(
        "af {n} enhed har aftalt, hvad den vil gøre",
        "af {n} enheder har aftalt, hvad de vil gøre",
        planned.units,
    )
    big(words().number(planned.with_plan, 0), text)
    st.html(share_bar(planned.with_plan, planned.units, ""))


def _agreed(culture: OwnCulture) -> None:
    if culture.agreed is None:
        st.markdown(_("Enheden har ikke aftalt noget endnu."))
        return
    st.markdown(f"**{markdown_escaped(culture.agreed.what)}**")
    st.markdown(markdown_escaped(deadline(culture.agreed, today(), words())))


def answering_card(unit: Unit) -> None:
    """The number of a unit's people who answered the newest survey, and the way to the answers."""
    with st.container(border=True, height="stretch", key="card_answering"):
        st.subheader(_("Undersøgelsen"))
        culture = newest_culture(unit.id, by=viewer())
        if culture is not None and culture.published_unit == culture.unit:
            answered = answered_sentence(culture.answered, culture.staff, words())
            st.markdown(f"**{markdown_escaped(answered)}**")
            closed = words().day(culture.wave.closes_on)
            st.caption(say("{wave}, lukket {day}", wave=culture.wave.name, day=closed))
        if admits(Permission.RUN_WAVE):
            st.markdown(
                say(
                    "De ansatte i {unit} svarer gennem enhedens eget link. Link, mail og plakat "
                    "ligger hos den åbne undersøgelse.",
                    unit=unit.name,
                )
            )
            way("steward/waves.py", _("Gå til Undersøgelser"), tab="waves")
            return
        st.markdown(
            say("De ansatte i {unit} svarer gennem enhedens eget link, som tovholderen sender.",
                unit=unit.name)
        )  # fmt: skip
        way("leadership/culture.py", _("Se, hvor mange der svarer"), view="participation")


def idea_card(unit: Unit, ideas: Sequence[Idea]) -> None:
    """The number of a unit's ideas, its newest, and the way to them."""
    with st.container(border=True, height="stretch", key="card_unit_ideas"):
        st.subheader(_("Enhedens idéer"))
        if ideas:
            n = words().number(len(ideas), 0)
            big(n, ngettext("idé er sendt", "idéer er sendt", len(ideas)))
            st.markdown(say("Den nyeste: {title}", title=ideas[0].title))
            stage = _(STAGE_WORD[ideas[0].stage])
            st.caption(say("{stage}, sendt {day}", stage=stage,
                           day=words().day(ideas[0].submitted_on)))  # fmt: skip
        else:
            st.markdown(_("Enheden har ikke foreslået nogen idéer endnu."))
        way("department/own_ideas.py", _("Se enhedens idéer"), unit=unit.id)
