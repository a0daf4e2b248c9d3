"""The three steps to a first status, on the pages where they are taken, until there is one."""

from html import escape

import streamlit as st

from models.services.first_steps import FirstSteps, first_steps
from models.strategy.rule.words import REASON_WORD
from models.wording import N_
from pages.parts.way import way
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, say

# In the order in which they lead to a first status: title, text, page, and the way there.
STEPS = (
    (N_("Sæt et mål"), N_("Vælg et løfte i strategien, og giv det et tal og en frist."),
     "steward/targets.py", N_("Gå til Mål")),
    (N_("Skriv en måling"), N_("Hvor langt er I? Skriv tallet og den dag, det gælder for."),
     "steward/observations.py", N_("Gå til Målinger")),
    (N_("Se status"), N_("Løftet står nu på tavlen med sin status og grunden til den."),
     "leadership/scoreboard.py", N_("Gå til Resultattavle")),
)  # fmt: skip
TARGET, MEASUREMENT, STATUS = 1, 2, 3


def steps_so_far() -> FirstSteps | None:
    """Return how far the installation is on its way to a first status; None once it has one."""
    with database() as db:
        return first_steps(db, by=viewer(), on=today())


def step_cards(steps: FirstSteps) -> None:
    """Show the three steps as cards: done, or with the way to their page."""
    done = _done(steps)
    st.markdown(
        _("Tre trin fører til den første status.")
        if done
        else _("Her er intet endnu. Tre trin fører til den første status:")
    )
    columns = st.columns(len(STEPS))
    for number, (column, step) in enumerate(zip(columns, STEPS, strict=True), start=1):
        title, text, script, label = step
        with column, st.container(border=True, height="stretch", key=f"first_step_{number}"):
            st.subheader(f"{number}. {_(title)}")
            if number <= done:
                st.markdown(f":material/check_circle: **{_('Gjort')}**")
                continue
            st.markdown(_(text))
            _way(steps, script, _(label))
    without_status(steps)


def step_line(*, here: int) -> None:
    """Show the steps in one line above a page where one is taken; nothing once there is a status.

    here: the number of the page's own step; 0 on a page beside the way.
    """
    steps = steps_so_far()
    if steps is None:
        return
    done = _done(steps)
    items = "".join(
        _item(number, _(title), done=number <= done, current=number == (here or done + 1))
        for number, (title, _text, _script, _label) in enumerate(STEPS, start=1)
    )
    name = escape(_("Vejen til den første status"))
    st.html(f'<ol class="pj-steps" aria-label="{name}">{items}</ol>')
    without_status(steps)
    if done + 1 != here and done < STATUS:
        title, _text, script, _label = STEPS[done]
        _way(steps, script, _("Næste: {step}", step=_(title)))


def without_status(steps: FirstSteps) -> None:
    """Say why what was measured gives no status yet; nothing before something is measured."""
    if steps.reason is None:
        return
    st.info(
        say("Målingen er gemt, men giver ingen status endnu: {reason}.",
            reason=_(REASON_WORD[steps.reason]))
    )  # fmt: skip
    there = {"strategy": steps.strategy_id, "criterion": steps.criterion.id}
    way("leadership/criterion.py", _("Se, hvad der mangler"), **there)


def _done(steps: FirstSteps) -> int:
    """Return the number of steps that are done, in their order."""
    if not steps.has_target:
        return 0
    return MEASUREMENT if steps.has_measurement else TARGET


def _item(number: int, title: str, *, done: bool, current: bool) -> str:
    state = "done" if done else "current" if current else "later"
    mark = "✓" if done else str(number)
    beside = f'<span class="pj-unseen">{escape(_("gjort"))}</span>' if done else ""
    now = ' aria-current="step"' if current else ""
    return (
        f'<li class="pj-{state}"{now}><b aria-hidden="true">{mark}</b>{escape(title)}{beside}</li>'
    )


def _way(steps: FirstSteps, script: str, label: str) -> None:
    there = {"strategy": steps.strategy_id}
    if script.startswith("steward/"):
        there |= {"criterion": steps.criterion.id, "tab": "one"}
    way(script, label, **there)
