from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from models.access import Role
from pages.shell.database import database
from tests.models.services.culture.culture_builders import release

VIEWS = ("map", "levels", "change", "funnel", "participation")


@pytest.fixture
def statements():
    """The statements of the database, in the order they are run."""
    calls = []

    def listen(*step):
        calls.append(step[2])

    event.listen(Engine, "before_cursor_execute", listen)
    yield calls
    event.remove(Engine, "before_cursor_execute", listen)


def test_a_view_that_was_shown_before_reads_stamps_alone(open_app, statements):
    with database() as db:
        release(db)
        release(db, "kultur-2024", closes_on=date(2024, 3, 9))
    app = open_app(Role.LEADERSHIP, "leadership/culture")
    for view in VIEWS:
        app.session_state["culture_view"] = view
        app.run()
        statements.clear()
        app.run()
        # The banner's mark, and the stamp once for the choices and once for the answer.
        assert len(statements) <= 3, view
        assert not any("release_cells" in statement for statement in statements)
