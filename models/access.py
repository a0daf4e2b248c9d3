"""Permissions by role: one table, asked by every service that reads or writes the database."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from models.errors import Refused


class Role(StrEnum):
    """The audiences of Pejling."""

    RESPONDENT = "respondent"
    DEPARTMENT = "department"
    LEADERSHIP = "leadership"
    COMMITTEE = "committee"
    STEWARD = "steward"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """Something that a role may do or see."""

    ANSWER = "answer"
    SUGGEST_IDEA = "suggest_idea"
    SEE_UNITS = "see_units"
    SEE_OWN_CULTURE = "see_own_culture"
    AGREE_ACTION = "agree_action"
    SEE_SCOREBOARD = "see_scoreboard"
    SEE_CULTURE = "see_culture"
    SEE_IDEAS = "see_ideas"
    SEE_ANNUAL_STATUS = "see_annual_status"
    SET_TARGET = "set_target"
    RECORD_OBSERVATION = "record_observation"
    UPDATE_PROMISE = "update_promise"
    APPROVE_VALUE = "approve_value"
    OVERRIDE = "override"
    LOCK_PERIOD = "lock_period"
    SEE_TRACE = "see_trace"
    REMIND = "remind"
    RUN_WAVE = "run_wave"
    RELEASE_WAVE = "release_wave"
    REVIEW_COMMENTS = "review_comments"
    GROUP_IDEAS = "group_ideas"
    IMPORT = "import"
    MAKE_DEMO = "make_demo"
    BACK_UP = "back_up"


_DEPARTMENT = {
    Permission.ANSWER,
    Permission.SUGGEST_IDEA,
    Permission.SEE_UNITS,
    Permission.SEE_OWN_CULTURE,
    Permission.AGREE_ACTION,
    Permission.SEE_ANNUAL_STATUS,
    Permission.UPDATE_PROMISE,
}
_LEADERSHIP = _DEPARTMENT | {
    Permission.SEE_SCOREBOARD,
    Permission.SEE_CULTURE,
    Permission.SEE_IDEAS,
    Permission.APPROVE_VALUE,
    Permission.OVERRIDE,
}

MAY: dict[Role, frozenset[Permission]] = {
    Role.RESPONDENT: frozenset({Permission.ANSWER, Permission.SUGGEST_IDEA}),
    Role.DEPARTMENT: frozenset(_DEPARTMENT),
    Role.LEADERSHIP: frozenset(_LEADERSHIP),
    Role.COMMITTEE: frozenset({Permission.SEE_ANNUAL_STATUS, Permission.SEE_SCOREBOARD}),
    Role.STEWARD: frozenset(set(Permission) - {Permission.MAKE_DEMO, Permission.BACK_UP}),
    Role.ADMINISTRATOR: frozenset(Permission),
}
# Their permissions end at the own unit and those below it; those of other roles hold everywhere.
OF_OWN_UNIT = frozenset({Role.RESPONDENT, Role.DEPARTMENT})


@dataclass(frozen=True)
class Viewer:
    """Somebody at the screen or the command line; `unit_id` None means the whole region."""

    name: str
    role: Role
    unit_id: str | None = None


def may(role: Role, permission: Permission) -> bool:
    """Whether the role's row of the table holds the permission."""
    return permission in MAY[role]


def reaches(viewer: Viewer, path: Collection[str]) -> bool:
    """Whether the viewer's permissions hold for a unit.

    path: ids from the region down to the unit. A department without a unit reaches none.
    """
    return viewer.role not in OF_OWN_UNIT or viewer.unit_id in path


def require(viewer: Viewer, permission: Permission) -> None:
    """Refuse what the viewer's role may not do; raises Refused."""
    if not may(viewer.role, permission):
        raise Refused(
            "Rollen {role} har ikke lov til det: {permission}",
            role=viewer.role,
            permission=permission,
        )
