"""The three cards that a department lands on."""

from collections.abc import Sequence
from urllib.parse import quote

import streamlit as st

from models.ideas.idea import STAGE_WORD, Idea
from models.report.own_culture.own_culture import OwnCulture
from models.report.own_culture.phrases import deadline
from models.services.culture import actions
from models.services.waves import own_answers
from models.services.waves.answering import Door
from models.wording.participation import answered_sentence
from pages.parts.unit.newest import level_lines, newest_culture
from pages.parts.way import way
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, markdown_escaped, ngettext, say, words


def answer_card(doors: Sequence[Door], unit_id: str) -> None:
    """The surveys that the unit can answer now, each with the way to its plain pages."""
    with st.container(border=True, height="stretch", key="card_answer"):
        st.subheader(_("Svar på undersøgelsen"))
        if not doors:
            _no_door(unit_id)
        for door in doors:
            _door(door)


def _no_door(unit_id: str) -> None:
    """Say that no survey is open, and how many answered the last one."""
    st.markdown(
        _(
            "Der er ingen åben undersøgelse for din enhed lige nu. "
            "Når tovholderen åbner en, ligger den her."
        )
    )
    culture = newest_culture(unit_id, by=viewer())
    if culture is None or culture.published_unit != culture.unit:
        return
    answered = answered_sentence(culture.answered, culture.staff, words())
    st.markdown(f"**{markdown_escaped(answered)}**")
    st.caption(
        say("{wave}, lukket {day}", wave=culture.wave.name, day=words().day(culture.wave.closes_on))
    )


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


def agreement_card(unit_id: str) -> None:
    """The unit's newest result, what it agreed and the days left; the unit says that it is done."""
    with st.container(border=True, height="stretch", key="card_agreement"):
        st.subheader(_("Vores tal, og det, vi har aftalt"))
        culture = newest_culture(unit_id, by=viewer())
        if culture is None:
            st.markdown(
                _(
                    "Der er ikke frigivet noget resultat for enheden endnu. Det kommer her, "
                    "når undersøgelsen er lukket og frigivet."
                )
            )
            return
        level_lines(culture)
        _agreed(culture)
        way("department/own_culture.py", _("Se vores tal"), unit=unit_id)


def _agreed(culture: OwnCulture) -> None:
    agreed = culture.agreed
    if agreed is None:
        st.markdown(_("I har ikke aftalt noget endnu. Aftal én ting, I vil prøve, og hvornår."))
        return
    st.markdown(f"**{markdown_escaped(agreed.what)}**")
    st.markdown(markdown_escaped(deadline(agreed, today(), words())))
    done = agreed.done_on is None
    if st.button(_("Gjort") if done else _("Alligevel ikke gjort"), key="agreed_done"):
        with database() as db:
            actions.finish(db, culture.wave.id, culture.unit.id, done=done, by=viewer(), on=today())
        st.rerun()


def idea_card(ideas: Sequence[Idea]) -> None:
    """The way to sending an idea, and how far the unit's newest has come."""
    with st.container(border=True, height="stretch", key="card_idea"):
        st.subheader(_("Send en idé"))
        st.markdown(
            _(
                "Hvad skal ændres, for hvem, og hvad bliver bedre? Idéen kommer fra enheden, ikke "
                "fra en person."
            )
        )
        if ideas:
            count = ngettext("I har sendt {n} idé.", "I har sendt {n} idéer.", len(ideas))
            st.markdown(f"**{markdown_escaped(count)}**")
            stage = _(STAGE_WORD[ideas[0].stage]).lower()
            st.caption(say("Den nyeste: {title} ({stage})", title=ideas[0].title, stage=stage))
        else:
            st.caption(_("I har ikke sendt nogen idéer endnu."))
        way("department/own_ideas.py", _("Skriv en idé"))
