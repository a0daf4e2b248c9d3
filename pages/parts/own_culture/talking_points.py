"""Three statements to talk about, with their wording and why they were chosen."""

import streamlit as st

from models.report.own_culture.own_culture import OwnCulture, TalkingPoint
from models.report.own_culture.phrases import REVERSED, beside_region, reason
from models.wording.figures import WITH_ESTIMATED
from models.wording.measures import dimension_name
from pages.shell.wording import _, markdown_escaped, say, words


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
            _talking_point(point, culture)
    st.caption(markdown_escaped(_rule(culture)))


def _rule(culture: OwnCulture) -> str:
    if culture.published_unit == culture.region:
        return _(
            "Valgt efter en fast regel: de to laveste udsagn og det højeste, hvert fra sit emne. "
            "Brug dem til at tale ud fra."
        )
    return _(
        "Valgt efter en fast regel: de to udsagn, der ligger længst under regionen i forhold "
        "til usikkerheden, og det ene, der ligger længst over. Hvert fra sit emne. "
        "Forskelle på enkelte udsagn kan være tilfældige: brug dem til at tale ud fra."
    )


def _talking_point(point: TalkingPoint, culture: OwnCulture) -> None:
    statement = point.statement
    st.caption(markdown_escaped(dimension_name(statement.dimension, words())))
    st.markdown(f"**{say('”{text}”', text=words().of(statement.item.wording))}**")
    st.markdown(markdown_escaped(beside_region(statement, culture, words())))
    st.caption(_(WITH_ESTIMATED))
    st.caption(markdown_escaped(reason(point, words())))
    if statement.item.reverse:
        st.caption(_(REVERSED))
