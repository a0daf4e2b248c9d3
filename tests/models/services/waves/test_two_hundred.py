from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from models.services.waves import answering
from models.storage.answers import responses
from models.storage.engine import connect, migrate, unit_of_work
from tests.examples import examples
from tests.models.services import survey_builders
from tests.models.services.survey_builders import TODAY

RESPONDENTS = 200
SCREENS = examples(1, thorough=15)


def test_two_hundred_at_once_wait_and_nobody_sees_an_error(tmp_path):
    url = f"sqlite:///{tmp_path / 'pejling.db'}"
    migrate(url)
    engine, start, answers = connect(url), Barrier(RESPONDENTS), survey_builders.answered()
    with unit_of_work(engine) as db:
        wave, _links = survey_builders.an_open_wave(db)

    def respond(number):
        key = str(number)
        start.wait(60)
        for _screen in range(SCREENS):
            with unit_of_work(engine, drafts=True) as db:
                answering.keep_draft(db, wave.id, key, answers)
        with unit_of_work(engine, drafts=True) as db:
            return answering.submit(db, wave.id, "A1", key, answering.draft(db, key), on=TODAY)

    with ThreadPoolExecutor(RESPONDENTS) as threads:
        thanks = list(threads.map(respond, range(RESPONDENTS)))
    with unit_of_work(engine, drafts=True) as db:
        assert responses.counts(db, wave.id) == {"A1": RESPONDENTS} == {"A1": sum(thanks)}
    engine.dispose()
