"""The action that a unit has agreed after its result, and the form to agree a new one."""

from datetime import timedelta

import streamlit as st

from models.access import Permission, Role, may
from models.agreed_action import LONGEST_TEXT
from models.report.own_culture.own_culture import OwnCulture
from models.services.culture import actions
from models.wording import N_
from pages.parts.form.form import Form
from pages.parts.messages import leave, show_message
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, markdown_escaped, say, words

# Roles, for no name is needed here.
RESPONSIBLE = (
    N_("Afdelingsledelsen"),
    N_("TRIO"),
    N_("MED-udvalget"),
    N_("En arbejdsgruppe"),
    N_("Hele gruppen"),
)
USUAL_TIME = timedelta(weeks=12)


def action_form(culture: OwnCulture) -> None:
    """Show the last agreed action, and the form while the viewer may agree a new one."""
    st.subheader(_("Aftalt handling"))
    show_message("action")
    agreed = culture.agreed
    if agreed is None:
        st.markdown(
            _("I har ikke aftalt noget endnu. Aftal én ting, I vil prøve, og hvornår.")
            if viewer().role is Role.DEPARTMENT
            else _("Enheden har ikke aftalt noget endnu.")
        )
    else:
        with st.container(border=True):
            st.markdown(f"**{markdown_escaped(agreed.what)}**")
            st.caption(
                say(
                    "{role} har ansvaret. Frist {due}. Aftalt {day}.",
                    role=_(agreed.responsible),
                    due=words().day(agreed.due_on),
                    day=words().day(agreed.agreed_on),
                )
            )
    if may(viewer().role, Permission.AGREE_ACTION):
        title = _("Aftal en handling") if agreed is None else _("Aftal noget nyt i stedet")
        with st.expander(title):
            _form(culture)


def _form(culture: OwnCulture) -> None:
    form = Form("action")
    what = form.text(
        _("Hvad har I aftalt?"),
        key="what",
        height=100,
        longest=LONGEST_TEXT,
        hint=_("Én ting, I kan se, om I har gjort. Skriv ingen navne."),
        required=True,
    )
    left, right = st.columns(2)
    with left:
        role = st.selectbox(_("Hvem har ansvaret?"), RESPONSIBLE, format_func=_, key="action_role")
    with right:
        due = form.day(_("Frist"), today() + USUAL_TIME, key="due", required=True)
    if not form.ready(_("Gem aftalen")) or due is None:
        return
    with form.refusals():
        with database() as db:
            actions.agree(
                db,
                culture.wave.id,
                culture.unit.id,
                what=what,
                responsible=role,
                due_on=due,
                by=viewer(),
                on=today(),
            )
        form.clear()
        leave(_("Aftalen er gemt med frist {due}.", due=words().day(due)), at="action")
