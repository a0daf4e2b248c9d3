import shutil

import pytest

from models.access import Role
from models.services.opening import opened
from models.services.promises import strategies
from models.services.promises.target_in_force import targets_in_force


@pytest.fixture
def own_data(demo_database, own_database):
    """A criterion of the demo region that takes its figures from the survey."""
    shutil.copy(demo_database, own_database.removeprefix("sqlite:///"))
    with opened(own_database) as db:
        targets = targets_in_force(db, strategies.criteria())
    return next(
        criterion_id
        for criterion_id, target in targets.items()
        if target.source.startswith("culture:")
    )


@pytest.mark.parametrize(
    ("role", "page"), [(Role.LEADERSHIP, "leadership/criterion"), (Role.STEWARD, "steward/targets")]
)
def test_beside_a_target_stands_what_the_survey_can_see(open_app, own_data, role, page):
    app = open_app(role, page, strategy="hovedstaden", criterion=own_data)
    assert any("i mindst 8 af 10 tilfælde" in element.value for element in app.caption)
