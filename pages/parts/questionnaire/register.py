"""The questionnaires that a survey can ask, with a form that brings in another one."""

from functools import partial

import streamlit as st

from models.services import questionnaires
from models.services.files.note import ImportReport
from models.services.files.upload import Upload
from models.services.questionnaires import Questionnaire
from pages.parts.import_form import import_form
from pages.parts.questionnaire.preview import preview
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, language, markdown_escaped


def questionnaire_register() -> None:
    """Show each questionnaire as a respondent sees it, with its file; and the form for another."""
    with database() as db:
        versions = questionnaires.all_questionnaires(db, by=viewer())
    st.markdown(
        _(
            "Hent et skema som fil, ret det, giv det en ny version eller et nyt id, og læg det "
            "her. Et skema, som en undersøgelse bruger, kan ikke ændres."
        )
    )
    names = {(version.instrument.id, version.instrument.version): version for version in versions}
    choice, button = st.columns([3, 2], vertical_alignment="bottom")
    key = choice.selectbox(
        _("Spørgeskema"),
        list(names),
        format_func=lambda key: _name(names[key]),
        key="questionnaire_version",
    )
    questionnaire = names[key]
    button.download_button(
        _("Hent som fil"),
        questionnaire.definition.encode(),
        file_name=f"{key[0]}-{key[1]}.yaml",
        mime="application/yaml",
        icon=":material/download:",
        key="questionnaire_export",
        on_click="ignore",
        width="stretch",
    )
    st.caption(markdown_escaped(_facts(questionnaire)))
    with st.expander(_("Se skemaet, som den, der svarer, ser det")):
        preview(questionnaire.instrument, key="questionnaire")
    st.subheader(_("Læg et skema ind"))
    import_form(
        partial(questionnaires.import_instrument, by=viewer(), on=today()),
        kinds=("yaml", "yml"),
        key="questionnaires",
        preview=_preview_of_file,
        summary=_summary,
    )


def _name(questionnaire: Questionnaire) -> str:
    instrument = questionnaire.instrument
    return f"{instrument.title[language()]} ({instrument.id} {instrument.version})"


def _facts(questionnaire: Questionnaire) -> str:
    instrument = questionnaire.instrument
    state = _("Ændres ikke.") if questionnaire.is_frozen else _("Ikke i brug: kan rettes.")
    return _(
        "Emner: {dimensions}. Spørgsmål: {questions}. Minutter: cirka {minutes}. {state}",
        dimensions=len(instrument.dimensions),
        questions=sum(len(screen.items) for screen in instrument.screens),
        minutes=instrument.minutes,
        state=state,
    )


def _preview_of_file(upload: Upload) -> None:
    instrument = questionnaires.instrument_in(upload)
    st.markdown(f"**{markdown_escaped(_name(Questionnaire(instrument, '', is_frozen=False)))}**")
    preview(instrument, key="questionnaire_file")


def _summary(report: ImportReport) -> str:
    figures = {"file": report.file, "rows": report.rows, "changed": report.changed}
    if not report.dry_run:
        return _("{file} er gemt og kan vælges til en ny undersøgelse.", **figures)
    if not report.added and not report.changed:
        return _("{file} er læst uden fejl. Skemaet findes allerede og er det samme.", **figures)
    return _(
        "{file} er læst uden fejl. Dele: {rows}, nye: {added}, ændrede: {changed}. Se det igennem "
        "på hvert sprog. Intet er gemt endnu.",
        added=report.added,
        **figures,
    )
