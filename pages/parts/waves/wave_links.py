"""A unit's way into a survey, shown once: what is kept cannot be turned back into a link."""

import csv
from io import StringIO
from urllib.parse import urlsplit

import streamlit as st

from pages.shell.wording import _
from survey.asking.organisation import Organisation

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def keep_links(wave_id: str, tokens: dict[str, str]) -> None:
    """Hold the tokens until the steward has carried them away."""
    st.session_state[f"links_{wave_id}"] = tokens


def wave_links(wave_id: str, organisation: Organisation) -> None:
    """Show the links just made, each unit's to be copied and all of them to be downloaded."""
    tokens: dict[str, str] | None = st.session_state.get(f"links_{wave_id}")
    if not tokens:
        st.caption(
            _("Enhedernes link vises kun, når de bliver lavet. Er de blevet væk, så lav nye.")
        )
        return
    names = {one.id: one.name for one in organisation.units if one.id in tokens}
    links = {unit_id: _address(token) for unit_id, token in tokens.items()}
    st.warning(_("Hent linkene nu: de vises kun denne ene gang."), icon=":material/key:")
    st.download_button(
        _("Hent alle link som fil (CSV)"),
        sheet(names, links),
        file_name=f"link-{wave_id}.csv",
        mime="text/csv",
        type="primary",
        key=f"download_{wave_id}",
        on_click="ignore",
    )
    unit_id = st.selectbox(
        _("Eller vis linket for én enhed"),
        names,
        format_func=names.__getitem__,
        key=f"one_{wave_id}",
    )
    st.code(links[unit_id], language=None, wrap_lines=True)
    if st.button(_("Jeg har gemt linkene"), key=f"carried_{wave_id}"):
        del st.session_state[f"links_{wave_id}"]
        st.rerun()


def sheet(names: dict[str, str], links: dict[str, str]) -> bytes:
    """The links as a file that a spreadsheet opens as text."""
    lines = StringIO()
    writer = csv.writer(lines, delimiter=";")
    writer.writerow(["unit_id", "name", "link"])
    for unit_id, name in names.items():
        writer.writerow([_text(unit_id), _text(name), links[unit_id]])
    return lines.getvalue().encode("utf-8-sig")


def _text(cell: str) -> str:
    # A spreadsheet would compute a cell that begins like a formula.
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _address(token: str) -> str:
    place = urlsplit(st.context.url or "")
    return f"{place.scheme}://{place.netloc}/svar/{token}" if place.netloc else f"/svar/{token}"
