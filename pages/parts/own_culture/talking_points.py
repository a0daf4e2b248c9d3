"""Three statements to talk about, with their wording and why they were chosen."""

import streamlit as st

from models.report.own_culture.own_culture import OwnCulture, Talk
from models.report.own_culture.phrases import REVERSED, points, reason
from pages.parts.markdown_escaped import markdown_escaped
from pages.shell.wording import _, language, words


def talks(culture: OwnCulture) -> None:
    """Two that could be better and one to build on; the rule that chose them below."""
    st.subheader(_("Tre udsagn at tale om"))
    if not culture.talks:
        st.info(_("Der er ingen udsagn med tal, der kan vises. Brug emnerne ovenfor i stedet."))
        return
    for column, talk in zip(st.columns(len(culture.talks)), culture.talks, strict=True):
        with column, st.container(border=True, height="stretch"):
            _talk(talk, whole=culture.shown == culture.region)
    st.caption(
        _(
            "Valgt efter en fast regel: de to udsagn, der ligger længst under regionen i forhold "
            "til usikkerheden, og det ene, der ligger længst over. Hvert fra sit emne. "
            "Forskelle på enkelte udsagn kan være tilfældige: brug dem til at tale ud fra."
        )
    )


def _talk(talk: Talk, *, whole: bool) -> None:
    statement = talk.statement
    name = statement.dimension.name
    st.caption(markdown_escaped(name.get(language()) or name["da"]))
    wording = statement.item.wording
    st.markdown(f"**„{markdown_escaped(wording.get(language()) or wording['da'])}“**")
    own, region = statement.beside.own, statement.beside.region
    told = _("Enheden: {own}", own=points(own.mean, words()))
    if not whole:
        mean = points(region.mean, words())
        told = _("{own} · regionen: {region}", own=told, region=mean)
    st.markdown(told)
    st.caption(markdown_escaped(reason(talk, words())))
    if statement.item.reverse:
        st.caption(_(REVERSED))
