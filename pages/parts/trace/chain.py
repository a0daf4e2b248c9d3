"""Whether the chain of the trace holds, and when that was last checked."""

from datetime import UTC, datetime

import streamlit as st

from models.services.trace.log import Verification, verify
from pages.parts.trace.line_words import moment_text
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _, markdown_escaped, ngettext

_CHECKED, _AGAIN = "trace_checked", "trace_check_again"
# So many numbers of lines that differ are named.
_MOST = 5


def chain_state() -> None:
    """Check the chain when the page is first opened and when asked; show what was found."""
    if _CHECKED not in st.session_state or st.session_state.get(_AGAIN):
        with database() as db:
            st.session_state[_CHECKED] = verify(db, by=viewer()), datetime.now(UTC)
    verification, moment = st.session_state[_CHECKED]
    words, is_whole = _sentence(verification), not verification.breaks
    text = markdown_escaped(f"{words} {_('Efterprøvet {moment}.', moment=moment_text(moment))}")
    if is_whole:
        st.success(text, icon=":material/link:")
    else:
        st.error(text, icon=":material/link_off:")
    st.button(_("Efterprøv kæden igen"), key=_AGAIN, type="tertiary")


def _sentence(verification: Verification) -> str:
    if not verification.breaks:
        return ngettext(
            "Kæden holder: {n} linje er, som den blev skrevet.",
            "Kæden holder: alle {n} linjer er, som de blev skrevet.",
            verification.lines,
        )
    numbers = ", ".join(str(place.entry) for place in verification.breaks[:_MOST])
    more = ", …" if len(verification.breaks) > _MOST else ""
    return _("Kæden holder ikke. Se linje {numbers}{more}", numbers=numbers, more=f"{more}.")
