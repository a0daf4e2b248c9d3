"""The three cards that a department lands on."""

from collections.abc import Sequence
from urllib.parse import quote

import streamlit as st

from models.access import Permission, Role, Viewer
from models.ideas.idea import Idea
from models.report.own_culture.phrases import deadline
from models.services.culture import actions
from models.services.culture.own_unit import was_there
from models.services.waves import own_answers
from models.services.waves.answering import Door
from models.wording.levels import level_title
from pages.shell import cache
from pages.shell.database import database
from pages.shell.viewer import admits, today, viewer
from pages.shell.wording import _, markdown_escaped, ngettext, say, words
from survey.asking.organisation import Unit


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


def agreement_card(unit_id: str, by: Viewer) -> None:
    """A unit's newest result, what it agreed, the days left; the unit itself says that it is done.

    by: the unit's department, or somebody who sees the whole region.
    """
    is_own = by.role is Role.DEPARTMENT
    with st.container(border=True, height="stretch", key="card_agreement"):
        st.subheader(
            _("Vores tal, og det, vi har aftalt")
            if is_own
            else _("Enhedens tal, og det, den har aftalt")
        )
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
        if agreed is None and is_own:
            st.markdown(_("I har ikke aftalt noget endnu. Aftal én ting, I vil prøve, og hvornår."))
        elif agreed is None:
            # The units under a unit may have agreed what it has not.
            if release and len(release.organisation.subtree(unit_id)) == 1:
                st.markdown(_("Enheden har ikke aftalt noget endnu."))
        else:
            st.markdown(f"**{markdown_escaped(agreed.what)}**")
            st.markdown(markdown_escaped(deadline(agreed, today(), words())))
            done = agreed.done_on is None
            if is_own and st.button(
                _("Gjort") if done else _("Alligevel ikke gjort"), key="agreed_done"
            ):
                with database() as db:
                    actions.finish(db, culture.wave.id, unit_id, done=done, by=by, on=today())
                st.rerun()
        st.page_link(
            "department/own_culture.py",
            label=_("Se vores tal") if is_own else _("Se enhedens tal"),
            icon=":material/groups:",
            query_params={"unit": unit_id},
        )


def answering_card(unit: Unit) -> None:
    """The way to a unit's answers for somebody who does not belong to it."""
    with st.container(border=True, height="stretch", key="card_answering"):
        st.subheader(_("Undersøgelsen"))
        if not admits(Permission.RUN_WAVE):
            st.markdown(
                say("De ansatte i {unit} svarer gennem enhedens eget link, som tovholderen sender.",
                    unit=unit.name)
            )  # fmt: skip
            return
        st.markdown(
            say(
                "De ansatte i {unit} svarer gennem enhedens eget link. Link, mail og plakat ligger "
                "hos den åbne undersøgelse.",
                unit=unit.name,
            )
        )
        st.page_link("steward/waves.py", label=_("Gå til Undersøgelser"),
                     icon=":material/arrow_forward:", query_params={"tab": "waves"})  # fmt: skip


def unit_idea_card(unit: Unit, ideas: Sequence[Idea]) -> None:
    """The number of a unit's ideas, its newest, and the way to them."""
    with st.container(border=True, height="stretch", key="card_unit_ideas"):
        st.subheader(_("Enhedens idéer"))
        if ideas:
            count = ngettext("{n} idé", "{n} idéer", len(ideas))
            st.markdown(say("{count}. Den nyeste: {title}", count=count, title=ideas[0].title))
        else:
            st.markdown(_("Enheden har ikke foreslået nogen idéer endnu."))
        st.page_link("department/own_ideas.py", label=_("Se enhedens idéer"),
                     icon=":material/lightbulb:", query_params={"unit": unit.id})  # fmt: skip


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
