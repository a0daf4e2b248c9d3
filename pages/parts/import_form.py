"""A form that tries a file, shows what it would change, and writes it."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from models.services.files.note import ImportReport
from models.services.files.upload import Upload
from models.wording import N_
from pages.parts.change_list import change_list
from pages.parts.messages import NextPlace, leave, refusals, show_message
from pages.shell.database import database
from pages.shell.server import uploads
from pages.shell.wording import _, markdown_escaped, say

Bring = Callable[..., ImportReport]
# The names that the first row must hold, and those that it may hold besides.
Columns = tuple[Sequence[str], Sequence[str]]
COLUMN_WORD = {
    "baseline": N_("Udgangspunkt"),
    "baseline_on": N_("Udgangspunktets dato"),
    "criterion_id": N_("Løftets kode"),
    "decision": N_("Hvor det er besluttet"),
    "direction": N_("Hvilken vej det skal gå"),
    "due": N_("Frist"),
    "evidence": N_("Dokumentation"),
    "frequency": N_("Hvor ofte det måles"),
    "high": N_("Ikke over"),
    "idea_id": N_("Idéens kode"),
    "innovation_type": N_("Slags innovation"),
    "k": N_("Antal, der opfylder det"),
    "kind": N_("Slags"),
    "language": N_("Sprog"),
    "low": N_("Ikke under"),
    "n": N_("Antal, der har svaret"),
    "name": N_("Navn"),
    "owner": N_("Hvem der har ansvaret"),
    "parent_id": N_("Koden på enheden over"),
    "points": N_("Delmål undervejs"),
    "population": N_("Antal i alt"),
    "recorded": N_("Dagen, tallet blev indtastet"),
    "ref": N_("Dagen, tallet gælder for"),
    "series": N_("Serie"),
    "shape": N_("Vejen fra udgangspunkt til mål"),
    "source": N_("Hvor tallene kommer fra"),
    "staff": N_("Ansatte"),
    "stage": N_("Hvor langt idéen er"),
    "sticky": N_("Nået én gang er nået"),
    "strict": N_("Målet skal overskrides"),
    "submitted_on": N_("Dagen, idéen kom"),
    "target": N_("Mål"),
    "text": N_("Tekst"),
    "title": N_("Idéen i få ord"),
    "tolerance": N_("Udsving, der ikke tæller"),
    "unit_id": N_("Enhedens kode"),
    "value": N_("Værdi"),
}


def _summary(report: ImportReport) -> str:
    figures = {
        "file": report.file,
        "rows": report.rows,
        "added": report.added,
        "changed": report.changed,
        "unchanged": report.unchanged,
    }
    if report.dry_run:
        return _(
            "{file} er læst uden fejl. Rækker: {rows}, heraf nye: {added}, ændrede: {changed}, "
            "uændrede: {unchanged}. Intet er gemt endnu.",
            **figures,
        )
    return _("{file} er gemt. Nye: {added}, ændrede: {changed}, uændrede: {unchanged}.", **figures)


def _column_list(required: Sequence[str], optional: Sequence[str]) -> None:
    """Show each column's heading in a file beside its name; nothing for files without columns."""
    if not required:
        return
    items = [_column(column, required=True) for column in required]
    items += [_column(column, required=False) for column in optional]
    with st.expander(_("Kolonnerne i filens første række")):
        st.caption(_("Skriv overskrifterne, som de står til venstre. De med * skal være der."))
        st.html(f'<dl class="pj-columns">{"".join(items)}</dl>')


def _column(column: str, *, required: bool) -> str:
    star = " *" if required else ""
    return f"<div><dt>{escape(column)}{star}</dt><dd>{escape(_(COLUMN_WORD[column]))}</dd></div>"


def import_form(
    bring: Bring,
    *,
    key: str,
    then: NextPlace | None = None,
    columns: Columns = ((), ()),
    kinds: Sequence[str] = ("csv", "xlsx"),
    preview: Callable[[Upload], None] = lambda _upload: None,
    summary: Callable[[ImportReport], str] = _summary,
) -> None:
    """Try a file, show the outcome, and write it when the steward presses the button.

    bring: an importing service, called with the database, the upload and `dry_run`.
    then: the page that comes after. preview: draws what is in the file.
    """
    show_message(key)
    _column_list(*columns)
    file = st.file_uploader(
        say("Vælg en fil ({kinds})", kinds=", ".join(kinds).upper()),
        type=list(kinds),
        key=f"{key}_file",
    )
    if uploads.was_refused():
        st.warning(say(uploads.SPENT, **uploads.quota()))
    if file is None:
        return
    with refusals():
        upload = Upload(file.name, file.getvalue())
        with database() as db:
            trial = bring(db, upload, dry_run=True)
        st.info(markdown_escaped(summary(trial)))
        notes = (_(note.message, **note.values) for note in trial.notes)
        # Two blanks end a line: the notes stand as one paragraph.
        st.caption("  \n".join(map(markdown_escaped, notes)))
        change_list(trial.changes)
        preview(upload)
        if st.button(_("Gem filens indhold"), type="primary", key=f"{key}_write"):
            with database() as db:
                done = bring(db, upload, dry_run=False)
            leave(markdown_escaped(summary(done)), at=key, then=then)
