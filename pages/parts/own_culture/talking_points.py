"""Three statements to talk about, with their wording and why they were chosen."""

import streamlit as st

from models.report.own_culture.own_culture import OwnCulture, TalkingPoint
from models.report.own_culture.phrases import REVERSED, reason
from models.wording.figures import WITH_ESTIMATED, mean
from models.wording.measures import dimension_name
from pages.shell.wording import _, markdown_escaped, words


def talking_points(culture: OwnCulture) -> None:
    """Two that could be better and one to build on; the rule that chose them below."""
    st.subheader(_("Tre udsagn at tale om"))
    if not culture.talking_points:
        st.info(_("Der er ingen udsagn med tal, der kan vises. Brug emnerne ovenfor i stedet."))
        return
    for column, point in zip(
        st.columns(len(culture.talking_points)), culture.talking_points, strict=True
    ):
        with column, st.container(border=True, height="stretch"):
            _talking_point(point, whole=culture.published_unit == culture.region)
    st.caption(
        _(
            "Valgt efter en fast regel: de to udsagn, der ligger længst under regionen i forhold "
            "til usikkerheden, og det ene, der ligger længst over. Hvert fra sit emne. "
            "Forskelle på enkelte udsagn kan være tilfældige: brug dem til at tale ud fra."
        )
    )


def _talking_point(point: TalkingPoint, *, whole: bool) -> None:
    statement = point.statement
    st.caption(markdown_escaped(dimension_name(statement.dimension, words())))
    text = markdown_escaped(words().of(statement.item.wording))
    st.markdown(f"**{_('”{text}”', text=text)}**")
    own, region = statement.figures.own, statement.figures.region
    figures = _("Enheden: {own}", own=mean(own, words()))
    if not whole:
        figures = _("{own} · regionen: {region}", own=figures, region=mean(region, words()))
    st.markdown(markdown_escaped(figures))
    st.caption(_(WITH_ESTIMATED))
    st.caption(markdown_escaped(reason(point, words())))
    if statement.item.reverse:
        st.caption(_(REVERSED))
