"""An owner enters what is due; others approve it; a steward sees who is late."""

import streamlit as st

from models.access import Permission
from models.services import period_locks
from models.services.updates import owners, submissions
from models.services.updates.due_updates import late_owners, own_updates
from pages.parts.address import tabs
from pages.parts.updates.approvals import approvals
from pages.parts.updates.calendar import calendar_button
from pages.parts.updates.late import late_owners_table
from pages.parts.updates.own import own_cards, own_finding
from pages.parts.updates.owner_list import owner_list
from pages.parts.updates.owner_picker import owner_picker
from pages.parts.updates.paste import paste_form
from pages.parts.updates.periods import periods
from pages.parts.updates.tab_names import tab_names
from pages.shell.database import database
from pages.shell.viewer import admits, today, viewer
from pages.shell.wording import _

st.title(_("Mine opdateringer"))
finding = st.container()
approves, steers = admits(Permission.APPROVE_VALUE), admits(Permission.SET_TARGET)
with database() as db:
    late = late_owners(db, by=viewer(), on=today()) if steers else ()
    pending = submissions.pending(db, by=viewer()) if approves else ()
spaces = dict(
    zip(tab_names(pending, late), tabs(tab_names(pending, late), key="updates"), strict=True)
)

with spaces["own"]:
    owner = owner_picker(late) if steers else ""
    with database() as db:
        updates = own_updates(db, owner=owner, by=viewer(), on=today())
    own_finding(updates, owner=owner, late=late, pending=pending, at=finding)
    own_cards(updates, owner=owner)
    calendar_button(owner)

with spaces["paste"]:
    paste_form()

if approves:
    with spaces["approve"]:
        approvals(pending)

if steers:
    with database() as db:
        entered, locks = owners.all_owners(db, by=viewer()), period_locks.all_locks(db, by=viewer())
    with spaces["late"]:
        late_owners_table(late)
    with spaces["owners"]:
        owner_list(late, entered)
    with spaces["periods"]:
        periods(locks)
