"""The list of owners: name, address for reminders, and the last day of one who has left."""

from collections.abc import Sequence

import streamlit as st

from models.services.updates import owners
from models.services.updates.due_updates import LateOwner
from models.steering.owner import Owner
from pages.parts.form.form import Form
from pages.parts.messages import leave, show_message
from pages.parts.text_table import text_table
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, words

MESSAGE, NEW = "my_updates_owners", ""


def owner_list(of_promises: Sequence[LateOwner], entered: Sequence[Owner]) -> None:
    """Show every owner, and a form for one of them or a new one.

    of_promises: the owners of promises. entered: those whom somebody has entered.
    """
    show_message(MESSAGE)
    by_name = {entry.owner.name: entry.owner for entry in of_promises if entry.owner}
    by_name |= {owner.name: owner for owner in entered}
    names = sorted(by_name)
    if names:
        text_table([_row(by_name[name]) for name in names], first=_("Ejer"))
    else:
        st.info(_("Der er ingen ejere endnu. Ejeren skrives sammen med målet på siden Mål."))
    choice = st.selectbox(
        _("Ret eller tilføj"),
        [NEW, *names],
        format_func=lambda name: name or _("En ny ejer"),
        key="my_updates_owner_choice",
    )
    _owner_form(by_name.get(choice, Owner(NEW)))


def _row(owner: Owner) -> dict[str, str]:
    return {
        _("Ejer"): owner.name,
        _("E-mail"): owner.email or "–",
        _("Sidste dag"): words().day(owner.left_on),
    }


def _owner_form(owner: Owner) -> None:
    form = Form(f"owner_{owner.name}")
    name = owner.name
    if not name:
        hint = _("Som det står i målet")
        name = form.text(_("Ejerens navn"), key="name", hint=hint, required=True)
    email = form.text(_("E-mail til påmindelser"), owner.email, key="email")
    left_on = form.day(_("Sidste dag, hvis ejeren er stoppet"), owner.left_on, key="left_on")
    if form.ready(_("Gem ejeren")):
        with form.refusals():
            with database() as db:
                owners.set_owner(db, Owner(name, email, left_on), by=viewer(), on=today())
            form.clear()
            leave(_("{name} er gemt.", name=name), at=MESSAGE)
