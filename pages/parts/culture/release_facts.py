"""The facts of a release (dates, audit, hash), and its figures as a file."""

from collections.abc import Collection
from functools import partial

import streamlit as st

from models.access import Viewer
from models.services.culture import results
from models.services.culture.results import ReleasedWave
from models.wording.audit import audit_sentences
from models.wording.calculation import MARK
from pages.parts.calculation import calculation
from pages.parts.promises.paper_words import with_code
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import Markdown, _, markdown_escaped, words
from survey.disclosure.threshold import detail_threshold
from survey.release.cells import FAMILY


def facts(release: ReleasedWave) -> None:
    """Smallest group, day, what the auditor tried and found, and the mark to know it by."""
    head = release.head
    published, units = len(head.published), len(release.organisation.units)
    pairs = (
        (_("Frigivet"), words().day(head.released_on)),
        (_("Mindste gruppe"), _("{k} svar bag hvert gennemsnit, {share} bag hver andel",
                                k=head.smallest_group,
                                share=detail_threshold(head.smallest_group))),
        (_("Godkendt i MED"), _approved(release)),
        (_("Spørgeskema"), _instrument(release)),
        (_("Programmets version"), head.code_version),
    )  # fmt: skip
    answer = _("{shown} af {units} enheder har egne tal; resten er skjult.",
               shown=words().number(published, 0), units=words().number(units, 0))  # fmt: skip
    st.markdown(f"**{markdown_escaped(answer)}**")
    for name, text in pairs:
        st.markdown(f"**{markdown_escaped(name)}:** {markdown_escaped(text)}")
    st.subheader(_("Det har revisoren prøvet"))
    st.markdown(
        _(
            "Revisoren er et program, der er skrevet uafhængigt af det, der skjuler tallene. "
            "Det har forsøgt at regne sig frem til en for lille gruppe ved at lægge sammen og "
            "trække fra i alt, hvad der er frigivet. Hvis det var lykkedes, var intet blevet "
            "frigivet."
        )
    )
    st.markdown(f"**{_('Revisoren fandt ingen gruppe, der er for lille.')}**")
    mark = _("Kendemærke: {mark}", mark=head.hash)
    calculation(*audit_sentences(head.audit, words()), _(MARK), mark)


def download(
    release: ReleasedWave, unit_ids: Collection[str], name: str, *, family: str = FAMILY
) -> None:
    """The published cells of these units as a file; what is hidden is not in it."""
    st.download_button(
        _("Hent alle enhedernes tal (CSV)"),
        # Read and written only when somebody fetches it.
        partial(figures_csv, release.wave.id, unit_ids, family=family, by=viewer()),
        file_name=f"{release.wave.id}-{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def figures_csv(
    wave_id: str, unit_ids: Collection[str], *, family: str = FAMILY, by: Viewer
) -> bytes:
    """The published figures of these units as CSV, whichever of them the page draws."""
    with database() as db:
        return results.published_csv(db, wave_id, unit_ids, family=family, by=by)


def _instrument(release: ReleasedWave) -> Markdown:
    name = words().of(release.instrument.title)
    return with_code(name, f"{release.instrument.id} {release.instrument.version}")


def _approved(release: ReleasedWave) -> str:
    if release.wave.approved_on is None:
        return "–"
    return f"{words().day(release.wave.approved_on)}, {release.wave.minutes}"
