"""The region's units as a list, and the form that imports them."""

from functools import partial

import streamlit as st

from models.services import exports, units
from pages.parts.due.first_steps import steps_so_far
from pages.parts.export_form import export_form
from pages.parts.finding import show_finding
from pages.parts.grid import grid
from pages.parts.import_form import import_form
from pages.parts.messages import NextPlace
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _, ngettext
from survey.asking.organisation import Unit


def unit_register(*, key: str) -> None:
    """Show the units as a list, with a form for a new file."""
    with database() as db:
        organisation = units.organisation(db, by=viewer())
    if organisation is None:
        st.info(
            _(
                "Der er ingen enheder endnu. Indlæs en fil med regionens enheder: én række for "
                "hver, og den øverste uden overordnet enhed."
            )
        )
    else:
        count = len(organisation.units)
        root = organisation.root.name
        finding = ngettext("{n} enhed: {root}.", "{n} enheder, øverst {root}.", count, root=root)
        show_finding(finding)
        export_form(exports.export_units, name=f"enheder_{key}")
    import_form(
        partial(units.import_units, by=viewer()),
        columns=(units.REQUIRED, units.OPTIONAL),
        key=f"units_{key}",
        then=_then(),
    )
    if organisation is not None:
        with st.expander(_("Se enhederne")):
            grid(
                [
                    {
                        _("Enhed"): unit.name,
                        _("Hører under"): _parent(organisation.path(unit.id)),
                        _("Slags"): unit.kind,
                        _("Ansatte"): unit.staff,
                        _("Kode"): unit.id,
                    }
                    for unit in organisation.units
                ],
                key=f"unit_list_{key}",
            )


def _then() -> NextPlace:
    """Return the way on after the units are there: to a first status, else to a survey."""
    if steps_so_far() is not None:
        return NextPlace("steward/due_now.py", _("Næste: vejen til den første status"))
    return NextPlace("steward/waves.py", _("Næste: planlæg en undersøgelse"), {"tab": "new"})


def _parent(path: tuple[Unit, ...]) -> str:
    return path[-2].name if len(path) > 1 else "–"
