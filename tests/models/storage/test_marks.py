from models.storage import marks


def test_a_fact_stands_until_it_is_noted_anew(any_db):
    marks.put(any_db, "invented", "demo S")
    marks.put(any_db, "invented", "demo M")
    assert marks.get(any_db, "invented") == "demo M"


def test_what_was_never_noted_is_none(any_db):
    assert marks.get(any_db, "invented") is None
