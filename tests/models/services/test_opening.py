import pytest

from models.errors import InputError
from models.services.opening import opened
from models.storage import marks


def test_an_embedded_file_is_made_and_brought_up_to_date(tmp_path):
    url = f"sqlite:///{tmp_path}/new/pejling.db"
    with opened(url) as db:
        marks.put(db, "invented", "demo S")
    with opened(url) as db:
        assert marks.get(db, "invented") == "demo S"


def _fail_halfway(url):
    with opened(url) as db:
        marks.put(db, "invented", "demo S")
        raise InputError("Nej")


def test_nothing_is_kept_when_something_inside_fails(tmp_path):
    url = f"sqlite:///{tmp_path}/pejling.db"
    with pytest.raises(InputError):
        _fail_halfway(url)
    with opened(url) as db:
        assert marks.get(db, "invented") is None


def test_a_server_is_migrated_when_asked(postgresql):
    with opened(postgresql, migrating=True) as db:
        assert marks.get(db, "invented") is None
    with opened(postgresql) as db:
        assert marks.get(db, "invented") is None
