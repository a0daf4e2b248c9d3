"""What is due for a steward, each with the way to the page where it is done."""

from collections.abc import Sequence

import streamlit as st

from models.services.due import STEPS, NextStep
from models.wording import N_
from pages.shell.wording import _, markdown_escaped, say
from survey.asking.wave import Wave

_STEP_WORDS = {
    1: N_("Notér, hvornår MED har godkendt undersøgelsen."),
    2: N_("Åbn undersøgelsen, og send hver enhed sit link."),
    3: N_("Følg, hvor mange der svarer, og luk undersøgelsen, når tiden er gået."),
    4: N_("Frigiv resultatet, så enhederne kan se det."),
}
# In the order in which they lead to a first status.
_FIRST = (
    (N_("Sæt et mål"), N_("Vælg et løfte i strategien, og giv det et tal og en frist."),
     "steward/targets.py", N_("Gå til Mål")),
    (N_("Skriv en måling"), N_("Hvor langt er I? Skriv tallet og den dag, det gælder for."),
     "steward/observations.py", N_("Gå til Målinger")),
    (N_("Se status"), N_("Løftet står nu på tavlen med sin status og grunden til den."),
     "leadership/scoreboard.py", N_("Gå til Resultattavle")),
)  # fmt: skip


def first_steps() -> None:
    """Show the three steps from nothing to a first status, each with the way to its page."""
    st.markdown(_("Her er intet endnu. Tre trin fører til den første status:"))
    for number, (column, step) in enumerate(zip(st.columns(3), _FIRST, strict=True), start=1):
        title, text, script, label = step
        with column, st.container(border=True, height="stretch", key=f"first_step_{number}"):
            st.subheader(f"{number}. {_(title)}")
            st.markdown(_(text))
            st.page_link(script, label=_(label), icon=":material/arrow_forward:")


def wave_steps(steps: Sequence[NextStep]) -> None:
    """Show each survey's next step of four."""
    for step in steps:
        with st.container(border=True, key=f"step_{step.wave.id}"):
            st.subheader(markdown_escaped(step.wave.name))
            number = _("Trin {n} af {last}", n=step.step, last=STEPS)
            st.markdown(f"**{markdown_escaped(number)}** · {_(_STEP_WORDS[step.step])}")
            st.page_link("steward/waves.py", label=_("Gå til Undersøgelser"),
                         icon=":material/arrow_forward:")  # fmt: skip


def comments(waves: Sequence[Wave]) -> None:
    """Show the surveys with comments to read."""
    for wave in waves:
        with st.container(border=True, key=f"comments_{wave.id}"):
            st.subheader(say("Kommentarer: {wave}", wave=wave.name))
            st.markdown(_("To personer læser hver kommentar, før den vises."))
            st.page_link("steward/comments.py", label=_("Gå til Kommentarer"),
                         icon=":material/arrow_forward:")  # fmt: skip


def ideas(waiting: int) -> None:
    """Show how many ideas wait to be grouped; nothing when none do."""
    if not waiting:
        return
    with st.container(border=True, key="due_ideas"):
        st.subheader(_("Idéer"))
        st.markdown(say("Venter på at blive grupperet: {n}", n=waiting))
        st.page_link("steward/idea_clinic.py", label=_("Gå til Idéklinik"),
                     icon=":material/arrow_forward:")  # fmt: skip
