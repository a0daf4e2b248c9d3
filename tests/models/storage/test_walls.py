import re
import sqlite3
from datetime import date

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from models.agreed_action import AgreedAction
from models.storage import actions, walls, waves
from models.storage.answers import comments, drafts, responses
from models.storage.engine import connect, migrate, unit_of_work
from models.storage.steering import observations
from models.storage.tables.answers import CommentRow
from models.storage.tables.base import Base
from models.storage.walls import ONLY_ADDED, PAGES, RESPONDENTS, RoleMissing
from survey.asking.comment import CommentState
from tests.builders import ANSWERS, a_response, a_wave, an_observation

WAVE = "foraar-2015"
NO_PAGES = "DROP OWNED BY pejling_pages_postgres CASCADE; DROP ROLE pejling_pages_postgres"
NO_RESPONDENTS = NO_PAGES.replace("_pages_", "_respond_")
NO_ROLE = f"{NO_PAGES}; {NO_RESPONDENTS}"
REFUSED = "prohibited|permission denied|not authorized|must be owner"
# A column of those that say otherwise who wrote.
COLUMN = {
    "trace": "who",
    "overrides": "proposed_by",
    "override_decisions": "decided_by",
    "submission_decisions": "decided_by",
}
EVERYWHERE_ELSE = sorted(Base.metadata.tables.keys() - PAGES.open.keys())


def behind(wall):
    """Every column that stands behind a wall, with its table."""
    return [
        (column.name, name)
        for name, open_columns in wall.open.items()
        for column in Base.metadata.tables[name].c.values()
        if column.name not in open_columns
    ]


@pytest.fixture
def answered(any_engine):
    with unit_of_work(any_engine, answers=True) as db:
        waves.add(db, a_wave())
        responses.add_all(db, [a_response()])
        comments.add(db, WAVE, "north", "Vi mangler tid.")
        drafts.save(db, "key", WAVE, ANSWERS)
    return any_engine


@pytest.fixture
def as_pages(answered, db_as_pages):
    return db_as_pages


@pytest.fixture
def as_respondent(answered):
    with unit_of_work(answered, drafts=True) as db:
        yield db


def open_to(db, *statements):
    """Those of the statements that are not refused."""
    return [statement for statement in statements if not refused(db, statement)]


def refused(db, statement):
    try:
        with db.begin_nested():
            db.execute(text(statement))
    except DatabaseError as error:
        if not re.search(REFUSED, str(error)):
            raise
        return True
    return False


def test_a_page_cannot_read_what_lies_behind_its_wall(as_pages):
    reading = [f"SELECT {column} FROM {table}" for column, table in behind(PAGES)]
    assert open_to(as_pages, *reading) == []


def test_a_respondent_cannot_read_what_lies_behind_the_respondents_wall(as_respondent):
    reading = [f"SELECT {column} FROM {table}" for column, table in behind(RESPONDENTS)]
    assert open_to(as_respondent, *reading) == []


@pytest.mark.parametrize("table", sorted(PAGES.open.keys() - ONLY_ADDED.keys()))
def test_a_page_cannot_read_change_or_delete_a_whole_row(as_pages, table):
    deeds = ("SELECT * FROM {}", "DELETE FROM {}", "UPDATE {} SET wave_id = ''", "DROP TABLE {}")
    assert open_to(as_pages, *(deed.format(table) for deed in deeds)) == []


@pytest.mark.parametrize("table", sorted(RESPONDENTS.open.keys() - ONLY_ADDED.keys()))
def test_a_respondent_cannot_read_change_or_delete_a_whole_row(as_respondent, table):
    deeds = ("SELECT * FROM {}", "DELETE FROM {}", "UPDATE {} SET wave_id = ''", "DROP TABLE {}")
    assert open_to(as_respondent, *(deed.format(table) for deed in deeds)) == []


def changing():
    """Statements that would change or delete what is only added to."""
    for table in sorted(ONLY_ADDED):
        yield f"DELETE FROM {table}"
        yield f"UPDATE {table} SET {COLUMN.get(table, 'entered_by')} = ''"


def test_a_page_reads_but_cannot_change_what_is_only_added_to(as_pages):
    reading = [f"SELECT * FROM {table}" for table in sorted(ONLY_ADDED)]
    assert open_to(as_pages, *changing(), *reading) == reading


def test_a_respondent_cannot_change_what_is_only_added_to_nor_read_the_trace(as_respondent):
    reading = ["SELECT entry, hash FROM trace"]
    assert open_to(as_respondent, *changing(), "SELECT who FROM trace", *reading) == reading


@pytest.mark.measured
@pytest.mark.parametrize(
    "touch",
    [
        lambda db: drafts.load(db, "key"),
        lambda db: drafts.save(db, "key", WAVE, {}),
        lambda db: drafts.drop(db, "key"),
        lambda db: drafts.drop_wave(db, WAVE),
    ],
)
def test_a_page_can_do_nothing_with_what_has_not_been_sent(as_pages, touch):
    with pytest.raises(DatabaseError, match=REFUSED):
        touch(as_pages)


def test_a_respondent_may_take_up_keep_and_drop_a_draft(as_respondent):
    assert drafts.load(as_respondent, "key") == ANSWERS
    drafts.save(as_respondent, "key", WAVE, {"ANE1": 1})
    assert drafts.load(as_respondent, "key") == {"ANE1": 1}
    drafts.drop(as_respondent, "key")
    assert drafts.load(as_respondent, "key") is None


def test_a_page_cannot_ask_which_answers_fit_a_guess(as_pages):
    guesses = ("answers LIKE '%4%'", "respondent_group = 'Læge'", "id > '0'")
    asking = [f"SELECT unit_id FROM responses WHERE {guess}" for guess in guesses]
    assert open_to(as_pages, *asking) == []


@pytest.mark.measured
@pytest.mark.parametrize("read", [responses.answers, responses.settle, comments.of])
def test_the_ways_to_raw_answers_are_shut_to_a_page(as_pages, read):
    with pytest.raises(DatabaseError, match=REFUSED):
        read(as_pages, WAVE)


def test_a_page_may_count_answers(as_pages):
    assert responses.counts(as_pages, WAVE) == {"north": 1}


def test_a_page_may_count_and_show_comments(as_pages):
    assert as_pages.scalars(select(CommentRow.state)).all() == [CommentState.PENDING]
    assert comments.published(as_pages, WAVE) == ()


def test_a_respondent_may_send_answers_and_a_comment(as_respondent):
    responses.add_all(as_respondent, [a_response(), a_response(unit_id="south")])
    comments.add(as_respondent, WAVE, "south", "Godt gået.")
    assert responses.counts(as_respondent, WAVE) == {"north": 2, "south": 1}


def test_everything_else_is_open_to_a_page(as_pages):
    deeds = ("SELECT * FROM {}", "DELETE FROM {} WHERE 1 = 0")
    statements = [deed.format(table) for table in EVERYWHERE_ELSE for deed in deeds]
    assert open_to(as_pages, *statements) == statements


def test_a_page_may_write_where_the_database_numbers_the_rows(as_pages):
    observations.add_all(as_pages, [an_observation()])
    actions.add(as_pages, AgreedAction(WAVE, "u", date.min, "Øv", "Ida", date.max, "lars"))
    assert list(actions.newest(as_pages, WAVE)) == ["u"]


def test_a_page_may_change_and_delete_what_is_not_an_answer(as_pages):
    waves.update(as_pages, a_wave(name="Nyt navn"))
    waves.add_links(as_pages, WAVE, {"hash": "north"})
    assert waves.get(as_pages, WAVE).name == "Nyt navn"


def read_answers(engine, **allowed):
    with unit_of_work(engine, **allowed) as db:
        return len(responses.answers(db, WAVE))


def test_who_may_read_answers_reads_them_before_and_after_a_page_was_refused(answered):
    assert read_answers(answered, answers=True) == 1
    with pytest.raises(DatabaseError, match=REFUSED):
        read_answers(answered)
    assert read_answers(answered, answers=True) == 1


def test_a_statement_once_allowed_is_not_remembered(answered):
    for _ in range(3):
        read_answers(answered, answers=True)
    with pytest.raises(DatabaseError, match=REFUSED):
        read_answers(answered)


def test_the_wall_stands_in_a_savepoint_and_after_it(as_pages):
    for _ in range(2):
        with pytest.raises(DatabaseError, match=REFUSED), as_pages.begin_nested():
            responses.answers(as_pages, WAVE)
    assert responses.counts(as_pages, WAVE) == {"north": 1}


def test_a_connection_goes_back_without_its_wall(answered):
    with unit_of_work(answered) as db:
        responses.counts(db, WAVE)
    with answered.connect() as connection:
        assert connection.scalar(text("SELECT count(answers) FROM responses")) == 1


def test_a_broken_connection_goes_back_too(answered):
    with answered.connect() as connection:
        connection.invalidate()
        assert connection.invalidated


@pytest.mark.parametrize(
    "statement",
    ["PRAGMA user_version", "ATTACH ':memory:' AS other", "CREATE TABLE x AS SELECT 1"],
)
def test_sqlite_refuses_a_page_what_only_the_program_itself_does(engine, statement):
    with unit_of_work(engine) as db, pytest.raises(DatabaseError, match=REFUSED):
        db.execute(text(statement))


def test_the_wall_in_sqlite_stands_on_what_this_sqlite_can_do():
    # Before 3.36 a changed authorizer let statements through that were prepared under the old one.
    assert sqlite3.sqlite_version_info >= (3, 36)


def build_walls(server):
    with server.begin() as connection:
        walls.build(connection)


@pytest.fixture
def server(postgresql_url, postgresql_tables_url):
    """A PostgreSQL where the role of pages has been made before, by somebody else."""
    server, other_tests = connect(postgresql_url), connect(postgresql_tables_url)
    build_walls(server)
    yield server
    # A role belongs to the whole server: whoever dropped it has dropped it for other tests too.
    build_walls(other_tests)
    for engine in (server, other_tests):
        engine.dispose()


@pytest.fixture
def plain(server):
    """The URL of a user who owns the schema, and no more."""
    run(server, "CREATE ROLE plain LOGIN; ALTER SCHEMA of_one_test OWNER TO plain")
    yield server.url.set(username="plain").render_as_string(hide_password=False)
    run(server, "DROP OWNED BY plain CASCADE; DROP ROLE plain")


def run(server, commands):
    with server.begin() as connection:
        for command in filter(str.strip, commands.split(";")):
            connection.exec_driver_sql(command)


def as_plain(url):
    engine = connect(url)
    try:
        with unit_of_work(engine, drafts=True) as db:
            drafts.load(db, "key")
        return read_answers(engine)
    finally:
        engine.dispose()


@pytest.mark.measured
@pytest.mark.parametrize("before", [NO_ROLE, ""], ids=["no role", "somebody else's role"])
def test_who_may_not_make_the_role_is_told_what_to_ask_for(server, plain, before):
    run(server, before)
    with pytest.raises(RoleMissing) as refused:
        migrate(plain)
    run(server, refused.value.values["commands"])
    migrate(plain)
    with pytest.raises(DatabaseError, match=REFUSED):
        as_plain(plain)


def test_who_may_make_roles_needs_nobody_else(server, plain):
    run(server, f"{NO_ROLE}; ALTER ROLE plain CREATEROLE")
    migrate(plain)
    with pytest.raises(DatabaseError, match=REFUSED):
        as_plain(plain)


@pytest.mark.measured
def test_pages_on_a_server_that_was_not_migrated_are_refused_loudly(server):
    run(server, NO_ROLE)
    with pytest.raises(DatabaseError, match="pejling_pages"):
        read_answers(server)
