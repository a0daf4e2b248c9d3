"""A form that tries a file, shows what it would change, and writes it."""

from collections.abc import Callable, Sequence

import streamlit as st

from models.services.files.note import ImportReport
from models.services.files.upload import Upload
from pages.parts.change_list import change_list
from pages.parts.messages import leave, refusals, show_message
from pages.shell.database import database
from pages.shell.server import uploads
from pages.shell.wording import _, markdown_escaped, say

Bring = Callable[..., ImportReport]


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


def import_form(
    bring: Bring,
    *,
    key: str,
    columns: str = "",
    kinds: Sequence[str] = ("csv", "xlsx"),
    preview: Callable[[Upload], None] = lambda _upload: None,
    summary: Callable[[ImportReport], str] = _summary,
) -> None:
    """Try a file, show the outcome, and write it when the steward presses the button.

    bring: an importing service, called with the database, the upload and `dry_run`.
    columns: the names its first row must hold. preview: draws what is in the file.
    """
    show_message(key)
    if columns:
        st.caption(say("Kolonner i filens første række: {columns}", columns=columns))
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
            leave(markdown_escaped(summary(done)), at=key)
