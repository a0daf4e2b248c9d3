"""The owners with what is due, for the steward: how much, since when, and their newest value."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.services.promises.strategies import strategy_of
from models.services.updates.due_updates import LateOwner, PromiseUpdate
from pages.parts.address import link
from pages.parts.due.tasks import ago
from pages.parts.text_table import text_table
from pages.shell.viewer import today
from pages.shell.wording import _, markdown_escaped, ngettext, say_counted, words


def late_owners_table(owners: Sequence[LateOwner]) -> None:
    """Show a row for each owner, the longest due first; before them what nobody owns."""
    late = [entry for entry in owners if entry.due]
    if not late:
        st.success(_("Ingen ejere er sene."), icon=":material/check_circle:")
    for entry in late:
        if entry.owner is None:
            _without_owner(entry)
    named = [entry for entry in late if entry.owner is not None]
    if named:
        st.markdown(say_counted("{n} ejer er sen", "{n} ejere er sene", len(named)))
        text_table([_row(entry) for entry in named], first=_("Ejer"))


def _row(entry: LateOwner) -> dict[str, str]:
    oldest = entry.oldest
    since = "–" if oldest is None else f"{words().day(oldest)}, {ago(oldest, today())}"
    return {
        _("Ejer"): entry.owner.name if entry.owner else "",
        _("Værdier, der mangler"): words().number(len(entry.due), 0),
        _("Ældste"): since,
        _("Sidste værdi"): words().day(entry.last_entry),
        _("E-mail"): (entry.owner.email if entry.owner else "") or "–",
    }


def _without_owner(entry: LateOwner) -> None:
    text = ngettext(
        "Uden ejer: {n} løfte venter på et tal, og ingen har ansvaret for det.",
        "Uden ejer: {n} løfter venter på et tal, og ingen har ansvaret for dem.",
        len(entry.due),
    )
    st.warning(markdown_escaped(text))
    with st.expander(_("Sæt en ejer på siden Mål")):
        st.html(f'<ul class="pj-due">{"".join(map(_item, entry.due))}</ul>')


def _item(update: PromiseUpdate) -> str:
    criterion, owner = update.standing.criterion, update.owner
    address = link("targets", strategy=strategy_of(criterion.id).id, criterion=criterion.id)
    about = criterion.id
    if owner is not None:
        about = _("{code} · {owner} er stoppet", code=criterion.id, owner=owner.name)
    return (
        f'<li><a href="{escape(address)}">{escape(criterion.text)}</a> '
        f'<span class="pj-small">{escape(about)}</span></li>'
    )
