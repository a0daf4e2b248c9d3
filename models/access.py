"""Who may do what: one table, asked by every service that writes."""

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


class Action(StrEnum):
    """What somebody wants to do or see."""

    ANSWER = "answer"
    SUGGEST_IDEA = "suggest_idea"
    SEE_OWN_CULTURE = "see_own_culture"
    AGREE_ACTION = "agree_action"
    SEE_SCOREBOARD = "see_scoreboard"
    SEE_CULTURE = "see_culture"
    SEE_IDEAS = "see_ideas"
    SEE_ANNUAL_STATUS = "see_annual_status"
    SET_TARGET = "set_target"
    RECORD_OBSERVATION = "record_observation"
    RUN_WAVE = "run_wave"
    RELEASE_WAVE = "release_wave"
    REVIEW_COMMENTS = "review_comments"
    GROUP_IDEAS = "group_ideas"
    IMPORT = "import"
    MAKE_DEMO = "make_demo"


_DEPARTMENT = {
    Action.ANSWER,
    Action.SUGGEST_IDEA,
    Action.SEE_OWN_CULTURE,
    Action.AGREE_ACTION,
    Action.SEE_ANNUAL_STATUS,
}
_LEADERSHIP = _DEPARTMENT | {Action.SEE_SCOREBOARD, Action.SEE_CULTURE, Action.SEE_IDEAS}

MAY: dict[Role, frozenset[Action]] = {
    Role.RESPONDENT: frozenset({Action.ANSWER, Action.SUGGEST_IDEA}),
    Role.DEPARTMENT: frozenset(_DEPARTMENT),
    Role.LEADERSHIP: frozenset(_LEADERSHIP),
    Role.COMMITTEE: frozenset({Action.SEE_ANNUAL_STATUS, Action.SEE_SCOREBOARD}),
    Role.STEWARD: frozenset(set(Action) - {Action.MAKE_DEMO}),
    Role.ADMINISTRATOR: frozenset(Action),
}


@dataclass(frozen=True)
class Viewer:
    """Somebody at the screen or the command line; `unit_id` None means the whole region."""

    name: str
    role: Role
    unit_id: str | None = None


def may(role: Role, action: Action) -> bool:
    """Whether the role's row of the table holds the action."""
    return action in MAY[role]


def require(viewer: Viewer, action: Action) -> None:
    """Refuse what the viewer's role may not do; raises Refused."""
    if not may(viewer.role, action):
        raise Refused("Rollen {role} må ikke dette: {action}", role=viewer.role, action=action)
