import json

import pytest

from models.cli import reminders
from models.cli.program import main
from models.services.opening import opened
from models.services.reminders.mail_server import Delivery
from models.services.updates import owners
from models.steering.owner import Owner
from models.storage.steering import observations
from tests.builders import an_observation
from tests.models.services.updates.people import DAY, STEWARD, own

ADDRESS = "ida@region.example"
MAIL = {"PEJLING_SMTP_URL": "smtp://mail.example", "PEJLING_MAIL_FROM": "pejling@region.example"}


@pytest.fixture
def pejling(tmp_path, capsys, monkeypatch):
    """Runs a command on a database in which Ida Holm has a due promise."""
    url = f"sqlite:///{tmp_path / 'pejling.db'}"
    with opened(url, migrating=True) as db:
        own(db)
        observations.add_all(db, [an_observation()])
        owners.set_owner(db, Owner("Ida Holm", ADDRESS), by=STEWARD, on=DAY)
    for name, value in MAIL.items():
        monkeypatch.setenv(name, value)

    def run(*arguments):
        return main(["--database", url, *map(str, arguments)]), *capsys.readouterr()

    return run


def test_a_dry_run_says_who_would_get_a_mail_and_sends_none(pejling):
    code, out, notes = pejling("remind", "--dry-run")
    reminder = {"owner": "Ida Holm", "has_address": True, "criteria": ["HOV-T2-C9"]}
    assert (code, json.loads(out)) == (0, {"reminders": [reminder]})
    assert "Intet er sendt" in notes


def test_a_second_run_in_the_week_sends_nothing_and_no_run_writes_an_address(pejling, monkeypatch):
    mails = []
    monkeypatch.setattr(
        reminders, "send", lambda mail, _server: mails.append(mail) or Delivery.SENT
    )
    first, second = pejling("remind"), pejling("remind")
    assert [json.loads(run[1])["sent"] for run in (first, second)] == [1, 0]
    assert json.loads(second[1])["already_this_week"] == 1
    assert len(mails) == 1
    assert ADDRESS in str(mails[0]["To"])
    assert not any(name in text for run in (first, second) for text in run[1:]
                   for name in (ADDRESS, "Ida"))  # fmt: skip


def test_a_server_that_is_away_leaves_the_mail_to_the_next_run(pejling, monkeypatch):
    monkeypatch.setattr(reminders, "send", lambda _mail, _server: Delivery.UNREACHABLE)
    assert pejling("remind")[0] == 1
    monkeypatch.setattr(reminders, "send", lambda _mail, _server: Delivery.SENT)
    assert json.loads(pejling("remind")[1])["sent"] == 1


def test_without_a_mail_server_the_command_says_what_to_set(pejling, monkeypatch):
    monkeypatch.setenv("PEJLING_MAIL_FROM", "")
    code, _out, refusal = pejling("remind")
    assert (code, "PEJLING_SMTP_URL" in refusal) == (1, True)


def test_the_calendar_of_all_or_of_an_owner_is_written(pejling, tmp_path):
    file = tmp_path / "pejling.ics"
    pejling("export", "calendar", "--out", file)
    every = file.read_bytes().count(b"BEGIN:VEVENT")
    pejling("export", "calendar", "--owner", "Ida Holm", "--out", file)
    assert every > file.read_bytes().count(b"BEGIN:VEVENT") == 1
