"""The annual status to take home."""

import streamlit as st

from models.report.year.annual_status import AnnualStatus
from models.services.year.file import FORMATS
from pages.shell.wording import _


def paper(file: bytes, status: AnnualStatus) -> None:
    """Offer the file to print."""
    with st.container(key="paper"):
        button, hint = st.columns([1, 3], vertical_alignment="center")
    button.download_button(
        _("Hent til udskrift"),
        file,
        file_name=f"aarsstatus-{status.strategy.id}-{status.year}.html",
        mime=FORMATS["html"].mime,
        type="primary",
        on_click="ignore",
    )
    hint.caption(
        _("Filen kan åbnes i alle browsere og udskrives på A4. Den henter intet fra nettet.")
    )
