"""The tabs of the page, by what the viewer may do there."""

from collections.abc import Mapping, Sequence

from models.access import Permission
from models.services.updates.due_updates import LateOwner
from models.steering.submission import Submission
from pages.shell.viewer import admits
from pages.shell.wording import _


def tab_names(pending: Sequence[Submission], late: Sequence[LateOwner]) -> Mapping[str, str]:
    """Return the tabs in their order: name in the address -> name on the page, with its count."""
    names = {"own": _("Mine"), "paste": _("Indsæt fra regneark")}
    if admits(Permission.APPROVE_VALUE):
        names["approve"] = _("Godkend ({n})", n=len(pending))
    if admits(Permission.SET_TARGET):
        n = sum(bool(entry.due) for entry in late)
        late_name = _("Hvem er sene ({n})", n=n)
        names |= {"late": late_name, "owners": _("Ejere"), "periods": _("Låste perioder")}
    return names
