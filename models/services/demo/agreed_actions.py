"""The actions that the invented units agree after a release."""

from datetime import date, timedelta
from typing import Final

from numpy.random import Generator

from models.access import Permission, Viewer, require
from models.agreed_action import AgreedAction
from models.services.culture.actions import lowest
from models.storage import Db
from models.storage.actions import add
from models.storage.steering import trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.trace.state import state
from survey.asking.organisation import Organisation
from survey.release.build import Release

# Of ten units with a result of their own six agree in time, one late, and three never do.
IN_TIME, LATE = 0.6, 0.1
WITHIN, LATER = (2, 29), (60, 120)
DUE_AFTER = timedelta(days=90)
TO_TRY: Final = (
    "Hver fredag tager vi ti minutter til én idé på tavlen.",
    "Vi aftaler, hvem der svarer på idéer, og svarer inden for to uger.",
    "Vi prøver én ny arbejdsgang i en uge, før vi beslutter, om den skal bruges bredt.",
    "Vi besøger et andet afsnit og tager én løsning med hjem.",
    "Vi spørger fem patienter, før vi ændrer modtagelsen.",
    "Vi skriver op, hvad vi lærte, når noget ikke virkede.",
)
RESPONSIBLE: Final = ("Afsnitsledelsen", "Afdelingsledelsen", "Forbedringsteamet")


def agree_actions(
    db: Db, release: Release, tree: Organisation, chance: Generator, *, until: date, by: Viewer
) -> None:
    """Add an action of most units after a release, of some of them late, none after `until`."""
    require(by, Permission.MAKE_DEMO)
    for unit_id in sorted(lowest(tree, release.published)):
        draw = chance.random()
        days = int(chance.integers(*(WITHIN if draw < IN_TIME else LATER)))
        on = release.released_on + timedelta(days=days)
        if draw >= IN_TIME + LATE or on > until:
            continue
        what = TO_TRY[int(chance.integers(len(TO_TRY)))]
        responsible = RESPONSIBLE[int(chance.integers(len(RESPONSIBLE)))]
        action = AgreedAction(
            release.wave_id, unit_id, on, what, responsible, on + DUE_AFTER, by.name
        )
        add(db, action)
        after = state(action, without=("unit_id", "entered_by"))
        trace.add(db, Write(Action.AGREE_ACTION, subject.unit(unit_id), by, None, after))
