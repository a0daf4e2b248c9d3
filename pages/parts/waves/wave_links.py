"""The units' links to a survey, shown once: only their hashes are stored."""

import csv
from io import StringIO
from urllib.parse import urlsplit

import streamlit as st

from pages.shell.wording import _
from survey.asking.organisation import Organisation

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def keep_links(wave_id: str, tokens: dict[str, str]) -> None:
    """Keep the tokens in the session until the steward has saved them."""
    st.session_state[f"links_{wave_id}"] = tokens


def wave_links(wave_id: str, organisation: Organisation) -> None:
    """Show the new links, one unit's to copy and all of them to download."""
    tokens: dict[str, str] | None = st.session_state.get(f"links_{wave_id}")
    if not tokens:
        st.caption(
            _("Enhedernes link vises kun, når de bliver lavet. Er de blevet væk, så lav nye.")
        )
        return
    names = {unit.id: unit.name for unit in organisation.units if unit.id in tokens}
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
    """Return the links as a CSV file with semicolons, in which no cell is read as a formula."""
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
