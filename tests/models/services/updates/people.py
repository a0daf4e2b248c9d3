"""The people of these tests, and a promise that one of them owns."""

from datetime import date

from models.access import Role, Viewer
from models.services.promises import targets
from models.storage.steering import trace
from models.trace.search import Search
from tests.builders import a_target

STEWARD = Viewer("tovholder", Role.STEWARD)
OWNER = Viewer("Ida Holm", Role.DEPARTMENT, "A1")
BOSS = Viewer("vicedirektør", Role.LEADERSHIP)
OTHER = Viewer("en anden", Role.DEPARTMENT, "A1")
CRITERION = "HOV-T2-C9"
DAY, LATER = date(2016, 1, 14), date(2016, 2, 1)
END_OF_2015 = date(2015, 12, 31)


def own(db, **fields):
    """Set the target of a promise that Ida Holm owns."""
    target = a_target(owner="Ida Holm", strict=False, **fields)
    return targets.set_target(db, target, by=STEWARD, on=END_OF_2015)


def lines(db, **search):
    """The lines of the trace, the newest first, as (action, who, before, after, reason)."""
    entries = trace.newest(db, Search(**search), limit=50)
    return [(line.action, line.who, line.before, line.after, line.reason) for line in entries]
