import pytest

from models.access import MAY, Permission, Role, Viewer, may, reaches, require
from models.errors import Refused

WRITING = {
    Permission.SET_TARGET,
    Permission.RECORD_OBSERVATION,
    Permission.RUN_WAVE,
    Permission.RELEASE_WAVE,
    Permission.GROUP_IDEAS,
    Permission.IMPORT,
    Permission.MAKE_DEMO,
}
READERS = (Role.RESPONDENT, Role.DEPARTMENT, Role.LEADERSHIP, Role.COMMITTEE)


def test_every_role_has_its_row_in_the_table():
    assert MAY.keys() == set(Role)


@pytest.mark.parametrize("role", READERS)
def test_who_reads_changes_nothing(role):
    assert MAY[role].isdisjoint(WRITING)


def test_an_administrator_may_everything():
    assert MAY[Role.ADMINISTRATOR] == set(Permission)


def test_a_steward_may_everything_but_invent_and_back_up():
    assert set(Permission) - MAY[Role.STEWARD] == {Permission.MAKE_DEMO, Permission.BACK_UP}


def test_a_respondent_only_answers_and_suggests():
    assert MAY[Role.RESPONDENT] == {Permission.ANSWER, Permission.SUGGEST_IDEA}


@pytest.mark.parametrize(
    "permission", [Permission.SEE_OWN_CULTURE, Permission.SEE_CULTURE, Permission.SEE_IDEAS]
)
def test_a_committee_sees_the_status_and_not_the_departments(permission):
    assert not may(Role.COMMITTEE, permission)


@pytest.mark.parametrize(
    ("unit_id", "reached"), [("A", True), ("A1", True), ("B", False), (None, False)]
)
def test_a_department_reaches_its_own_unit_and_those_below(unit_id, reached):
    assert reaches(Viewer("afdeling", Role.DEPARTMENT, unit_id), ["R", "A", "A1"]) is reached


@pytest.mark.parametrize("role", [Role.LEADERSHIP, Role.COMMITTEE, Role.STEWARD])
def test_a_unit_does_not_bind_those_who_see_the_region(role):
    assert reaches(Viewer("nogen", role, "B"), ["R", "A"])


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", Permission)
def test_what_the_table_lacks_is_refused(role, permission):
    viewer = Viewer("nogen", role)
    if may(role, permission):
        require(viewer, permission)
        return
    with pytest.raises(Refused):
        require(viewer, permission)
