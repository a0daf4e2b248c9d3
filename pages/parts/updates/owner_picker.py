"""The choice of an owner whom a steward looks as."""

from collections.abc import Sequence

from models.services.updates.due_updates import LateOwner
from pages.parts.address import pick
from pages.shell.wording import _, ngettext


def owner_picker(owners: Sequence[LateOwner]) -> str:
    """Return the name of the owner chosen; blank: the viewer."""
    due = {entry.owner.name: len(entry.due) for entry in owners if entry.owner}

    def label(name: str) -> str:
        if not name:
            return _("Mig selv")
        count = ngettext("{n} værdi mangler", "{n} værdier mangler", due[name])
        return f"{name} ({count})"

    return pick("owner", _("Se som ejer"), ["", *due], key="my_updates_owner", words_of=label)
