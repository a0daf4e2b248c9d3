"""The published comments of a unit, as they were written, in random order."""

from collections.abc import Iterator
from html import escape

import streamlit as st

from models.services.questionnaires import questionnaire_of
from models.services.waves.comment_intake import question
from models.services.waves.comment_publication import PlaceComments, comments_at
from pages.shell.database import Db
from pages.shell.viewer import today, viewer
from pages.shell.wording import Markdown, _, language, markdown_escaped, say, say_counted, words
from survey.asking.wave import Wave
from survey.disclosure.threshold import detail_threshold


def comment_list(db: Db, wave: Wave, unit_id: str) -> None:
    """Show, theme by theme, a unit's comments or those of the nearest unit above with enough."""
    comments = comments_at(db, wave.id, unit_id, by=viewer(), on=today())
    open_question = question(questionnaire_of(db, wave.id, by=viewer()))
    if open_question is None:
        st.info(_("Skemaet har intet spørgsmål, som folk svarer på med egne ord."))
        return
    st.subheader(_("Med egne ord"))
    st.markdown(f"*{markdown_escaped(open_question.wording[language()])}*")
    if comments is None:
        st.info(
            say(
                "Her vises ingen kommentarer. De vises, når to personer har læst dem, og kun hvor "
                "mindst {n} står sammen.",
                n=detail_threshold(wave.smallest_group),
            )
        )
        return
    for note in _notes(comments, unit_id):
        st.caption(note)
    rest = _("Andre kommentarer") if len(comments.themes) > 1 else _("Alle kommentarer")
    for terms, texts in comments.themes:
        number = words().number(len(texts), 0)
        with st.expander(f"{markdown_escaped(terms) or rest} · {number}"):
            items = "".join(f"<li>{escape(text)}</li>" for text in texts)
            st.html(f'<ul class="pj-quotes">{items}</ul>')


def _notes(comments: PlaceComments, unit_id: str) -> Iterator[Markdown]:
    if comments.unit is not None and comments.unit.id != unit_id:
        yield say_counted(
            "{n} kommentar fra hele {unit}: enhedens egne er for få til at stå alene.",
            "{n} kommentarer fra hele {unit}: enhedens egne er for få til at stå alene.",
            comments.count,
            unit=comments.unit.name,
        )
    if comments.below:
        places = ", ".join(
            f"{unit.name} ({words().number(count, 0)})" for unit, count in comments.below
        )
        yield say(
            "Kommentarerne fra disse steder er mange nok til at stå for sig selv og "
            "vises kun dér: {places}.",
            places=places,
        )
    if len(comments.themes) > 1:
        yield say(
            "Kommentarerne er samlet i temaer efter ord, der går igen. Temaerne er kun en "
            "hjælp til at læse."
        )
    if comments.themes:
        yield say("Rækkefølgen er tilfældig. Prøv ikke at gætte, hvem der har skrevet hvad.")
