"""The units' links to a survey with mail and poster, shown once: only their hashes are stored."""

import csv
from functools import partial
from io import StringIO
from urllib.parse import urlsplit

import streamlit as st

from models.report.invitation.letter import Letter, letter
from models.report.invitation.poster import poster
from models.services import questionnaires
from models.services.files.writing import harmless
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _, words
from survey.asking.instrument import Instrument
from survey.asking.organisation import Organisation, Unit
from survey.asking.wave import Wave


def keep_links(wave_id: str, tokens: dict[str, str]) -> None:
    """Keep the tokens in the session until the steward has saved them."""
    st.session_state[f"links_{wave_id}"] = tokens


def wave_links(wave: Wave, organisation: Organisation) -> None:
    """Show the new links: one unit's with its mail and poster, and all of them to download."""
    tokens: dict[str, str] | None = st.session_state.get(f"links_{wave.id}")
    if not tokens:
        st.caption(
            _("Enhedernes link vises kun, når de bliver lavet. Er de blevet væk, så lav nye.")
        )
        return
    units = {unit.id: unit for unit in organisation.units if unit.id in tokens}
    with database() as db:
        instrument = questionnaires.questionnaire_of(db, wave.id, by=viewer())
    links = {unit_id: _address(token) for unit_id, token in tokens.items()}
    st.warning(_("Hent linkene nu: de vises kun denne ene gang."), icon=":material/key:")
    st.download_button(
        _("Hent alle links og mails som fil (CSV)"),
        partial(_all_letters, wave, units, links, instrument),
        file_name=f"link-{wave.id}.csv",
        mime="text/csv",
        type="primary",
        key=f"download_{wave.id}",
        on_click="ignore",
    )
    unit_id = st.selectbox(
        _("Eller vis linket for én enhed"),
        units,
        format_func=lambda unit_id: units[unit_id].name,
        key=f"one_{wave.id}",
    )
    _of_unit(wave, units[unit_id], links[unit_id], instrument)
    if st.button(_("Jeg har gemt linkene"), key=f"carried_{wave.id}"):
        del st.session_state[f"links_{wave.id}"]
        st.rerun()


def _of_unit(wave: Wave, unit: Unit, link: str, instrument: Instrument) -> None:
    st.code(link, language=None, wrap_lines=True)
    st.download_button(
        _("Hent plakat med QR-kode (PDF)"),
        poster(wave, unit, link, instrument, words()),
        file_name=f"plakat-{wave.id}.pdf",
        mime="application/pdf",
        key=f"poster_{wave.id}",
        on_click="ignore",
    )
    mail = letter(wave, unit, link, instrument, words())
    with st.expander(_("Mail til enheden, klar til at kopiere")):
        st.code(f"{mail.subject}\n\n{mail.text}", language=None, wrap_lines=True)


def _all_letters(
    wave: Wave, units: dict[str, Unit], links: dict[str, str], instrument: Instrument
) -> bytes:
    letters = {
        unit.id: letter(wave, unit, links[unit.id], instrument, words()) for unit in units.values()
    }
    return sheet({unit.id: unit.name for unit in units.values()}, links, letters)


def sheet(names: dict[str, str], links: dict[str, str], letters: dict[str, Letter]) -> bytes:
    """Return links and mails as a CSV file with semicolons, for a mail merge.

    No cell is read as a formula.
    """
    lines = StringIO()
    writer = csv.writer(lines, delimiter=";")
    writer.writerow(["unit_id", "name", "link", "subject", "mail"])
    for unit_id, name in names.items():
        mail = letters[unit_id]
        cells = [harmless(cell) for cell in (unit_id, name, mail.subject, mail.text)]
        writer.writerow([*cells[:2], links[unit_id], *cells[2:]])
    return lines.getvalue().encode("utf-8-sig")


def _address(token: str) -> str:
    place = urlsplit(st.context.url or "")
    return f"{place.scheme}://{place.netloc}/svar/{token}" if place.netloc else f"/svar/{token}"
