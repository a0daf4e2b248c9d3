"""Whose promise it is: the owner that stands in its target, or nobody any more."""

from collections.abc import Iterable, Mapping
from datetime import date

from models.access import Role, Viewer
from models.errors import SteeringError
from models.services.promises import strategies
from models.services.promises.target_in_force import targets_in_force
from models.steering.owner import Owner
from models.steering.person import may_be_same_person, same_person
from models.storage import Db
from models.storage.steering import owners

# They look after every promise.
STEWARDS = frozenset({Role.STEWARD, Role.ADMINISTRATOR})


class NotOwner(SteeringError):
    """Somebody would write about a promise that another person owns."""


def owners_of(db: Db, criterion_ids: Iterable[str]) -> dict[str, Owner]:
    """Return the owner of each criterion whose target names one, also when the owner has left."""
    of_name = owners.all_owners(db)
    return {
        criterion_id: of_name.get(target.owner) or _spelled_otherwise(target.owner, of_name)
        for criterion_id, target in targets_in_force(db, criterion_ids).items()
        if target.owner.strip()
    }


def _spelled_otherwise(name: str, of_name: Mapping[str, Owner]) -> Owner:
    """Return the owner that was entered with other capitals or blanks; else one by the name."""
    return next((owner for owner in of_name.values() if same_person(owner.name, name)), Owner(name))


def may_be_one_person(db: Db, name: str, other: str) -> bool:
    """Whether two may be one: their names look alike, or are the name and address of one owner.

    For where two different people must agree.
    """
    names = (name, other)
    return may_be_same_person(name, other) or any(
        owner.email and all(_is_of(owner, each) for each in names)
        for owner in owners.all_owners(db).values()
    )


def _is_of(owner: Owner, name: str) -> bool:
    return may_be_same_person(owner.name, name) or may_be_same_person(owner.email, name)


def without_owner(db: Db, criterion_ids: Iterable[str], *, on: date) -> tuple[str, ...]:
    """Return the criteria without an owner on a day: none was named, or that one has left."""
    ids = tuple(criterion_ids)
    of_criteria = owners_of(db, ids)
    return tuple(
        criterion_id
        for criterion_id in ids
        if criterion_id not in of_criteria or of_criteria[criterion_id].has_left(on)
    )


def owns(owner: Owner | None, viewer: Viewer, *, on: date) -> bool:
    """Whether somebody is an owner who has not left, by name or e-mail address."""
    if owner is None or owner.has_left(on) or not viewer.name.strip():
        return False
    return any(name and same_person(name, viewer.name) for name in (owner.name, owner.email))


def require_owner(db: Db, criterion_id: str, viewer: Viewer, *, on: date) -> None:
    """Raise NotOwner unless the criterion is the viewer's own, or the viewer is a steward.

    Raises InputError for a criterion that no strategy has.
    """
    criterion = strategies.criterion(criterion_id)
    owner = owners_of(db, [criterion.id]).get(criterion.id)
    if viewer.role in STEWARDS or owns(owner, viewer, on=on):
        return
    if owner is None or owner.has_left(on):
        raise NotOwner("Løftet har ingen ejer. En tovholder sætter en på siden Mål.")
    raise NotOwner(
        "Løftet ejes af {owner}. Kun ejeren og tovholderen skriver om det.", owner=owner.name
    )
