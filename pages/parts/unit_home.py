"""The three cards that a department lands on."""

from collections.abc import Sequence
from urllib.parse import quote

import streamlit as st

from models.access import Viewer
from models.report.own_culture.phrases import deadline
from models.services.culture import actions
from models.services.culture.own_unit import was_there
from models.services.waves import own_answers
from models.services.waves.answering import Door
from models.wording.levels import level_title
from pages.shell import cache
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, markdown_escaped, say, words


def answer_card(doors: Sequence[Door]) -> None:
    """The surveys that the unit can answer now, each with the way to its plain pages."""
    with st.container(border=True, height="stretch", key="card_answer"):
        st.subheader(_("Svar på undersøgelsen"))
        if not doors:
            st.markdown(
                _(
                    "Der er ingen åben undersøgelse for din enhed lige nu. "
                    "Når tovholderen åbner en, ligger den her."
                )
            )
        for door in doors:
            _door(door)


def _door(door: Door) -> None:
    with database() as db:
        has_answered = own_answers.has_answered(db, door.wave.id, by=viewer())
    st.markdown(f"**{markdown_escaped(door.wave.name)}** · {markdown_escaped(door.unit.name)}")
    if has_answered:
        st.success(_("Dit svar er sendt. Tak."), icon=":material/check_circle:")
        return
    st.markdown(
        say("Det tager cirka {minutes} minutter.", minutes=door.instrument.minutes)
        + " "
        + _("Svarene er anonyme, og du kan stoppe og fortsætte senere.")
    )
    address = f"/besvar/{quote(door.wave.id, safe='')}?unit={quote(door.unit.id, safe='')}"
    st.link_button(_("Besvar undersøgelsen"), address, type="primary")


def agreement_card(by: Viewer) -> None:
    """The unit's newest result, what it agreed, the days left, and whether that is done."""
    with st.container(border=True, height="stretch", key="card_agreement"):
        st.subheader(_("Vores tal, og det, vi har aftalt"))
        unit_id = by.unit_id or ""
        with database() as db:
            releases = cache.released_waves(db, by=by)
            release = next((r for r in releases if was_there(r.organisation, unit_id)), None)
            culture = release and cache.own_culture(db, unit_id, release.wave.id, by=by)
        if culture is None:
            st.markdown(
                _(
                    "Der er ikke frigivet noget resultat for enheden endnu. Det kommer her, "
                    "når undersøgelsen er lukket og frigivet."
                )
            )
            return
        if culture.published_unit == culture.unit:
            title = level_title(culture.index.own, culture.instrument, words())
            st.markdown(f"**{markdown_escaped(title)}**")
        agreed = culture.agreed
        if agreed is None:
            st.markdown(_("I har ikke aftalt noget endnu. Aftal én ting, I vil prøve, og hvornår."))
        else:
            st.markdown(f"**{markdown_escaped(agreed.what)}**")
            st.markdown(markdown_escaped(deadline(agreed, today(), words())))
            done = agreed.done_on is None
            if st.button(_("Gjort") if done else _("Alligevel ikke gjort"), key="agreed_done"):
                with database() as db:
                    actions.finish(db, culture.wave.id, unit_id, done=done, by=by, on=today())
                st.rerun()
        st.page_link("department/own_culture.py", label=_("Se vores tal"), icon=":material/groups:")


def idea_card() -> None:
    """The way to sending an idea."""
    with st.container(border=True, height="stretch", key="card_idea"):
        st.subheader(_("Send en idé"))
        st.markdown(
            _(
                "Hvad skal ændres, for hvem, og hvad bliver bedre? Idéen kommer fra enheden, ikke "
                "fra en person."
            )
        )
        st.page_link(
            "department/own_ideas.py", label=_("Skriv en idé"), icon=":material/lightbulb:"
        )
