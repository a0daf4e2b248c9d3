from models.services import installation


def test_what_was_written_to_try_the_database_is_read_back(db):
    assert installation.probe(db) is None
    installation.put_probe(db, "a")
    assert installation.probe(db) == "a"
