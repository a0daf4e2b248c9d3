import pytest

from models.access import MAY, Action, Role, Viewer, may, require
from models.errors import Refused

WRITING = {
    Action.SET_TARGET,
    Action.RECORD_OBSERVATION,
    Action.RUN_WAVE,
    Action.RELEASE_WAVE,
    Action.GROUP_IDEAS,
    Action.IMPORT,
    Action.MAKE_DEMO,
}
READERS = (Role.RESPONDENT, Role.DEPARTMENT, Role.LEADERSHIP, Role.COMMITTEE)


def test_every_role_has_its_row_in_the_table():
    assert MAY.keys() == set(Role)


@pytest.mark.parametrize("role", READERS)
def test_who_reads_changes_nothing(role):
    assert MAY[role].isdisjoint(WRITING)


def test_an_administrator_may_everything():
    assert MAY[Role.ADMINISTRATOR] == set(Action)


def test_a_steward_may_everything_but_invent():
    assert set(Action) - MAY[Role.STEWARD] == {Action.MAKE_DEMO}


def test_a_respondent_only_answers_and_suggests():
    assert MAY[Role.RESPONDENT] == {Action.ANSWER, Action.SUGGEST_IDEA}


@pytest.mark.parametrize("action", [Action.SEE_OWN_CULTURE, Action.SEE_CULTURE, Action.SEE_IDEAS])
def test_a_committee_sees_the_status_and_not_the_departments(action):
    assert not may(Role.COMMITTEE, action)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_what_the_table_lacks_is_refused(role, action):
    viewer = Viewer("nogen", role)
    if may(role, action):
        require(viewer, action)
        return
    with pytest.raises(Refused):
        require(viewer, action)
