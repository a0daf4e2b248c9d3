import pytest

from models.services.culture.method import MethodRequest, MethodView, culture_method
from tests.models.services.culture.culture_builders import LEADERSHIP, release


@pytest.fixture
def answer(db):
    release(db)
    return lambda view: culture_method(db, MethodRequest("kultur-2026", view), by=LEADERSHIP)


def test_the_recommendation_stands_beside_what_drives_the_judgement(answer):
    assert answer(MethodView.DRIVERS).recommendation.mean == 6.2


def test_the_groups_are_held_by_measure(answer):
    method = answer(MethodView.GROUPS)
    assert list(method.groups) == ["index"]
    assert method.groups["index"]["A", "2", "index"].mean == 61
    assert [unit.id for unit in method.rows] == ["R", "A", "B", "C"]


@pytest.mark.parametrize("view", [MethodView.RELIABILITY, MethodView.RELEASE])
def test_what_the_release_says_of_itself_needs_no_figure(answer, view):
    method = answer(view)
    assert (method.recommendation, method.groups) == (None, {})
    assert method.release.head.audit == "theorem 1, 0 breaches"
