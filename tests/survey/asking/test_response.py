import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.asking.instrument import UnknownItem
from survey.asking.response import AnswerOutsideScale, Response, check
from tests.survey.builders import CULTURE

ITEMS = [item for screen in CULTURE.screens for item in screen.items]
anything = st.one_of(st.none(), st.integers(-3, 14), st.booleans(), st.floats(), st.text())


@given(st.sampled_from(ITEMS), anything)
def test_nothing_outside_an_items_scale_passes(item, answer):
    try:
        passed = check({item.id: answer}, CULTURE)
    except AnswerOutsideScale:
        assert type(answer) is not int or answer not in CULTURE.scale(item.scale).answers
    else:
        assert passed == ({} if answer is None else {item.id: answer})


def test_the_opt_out_is_an_answer_where_the_scale_has_one():
    assert check({"TRU1": 0}, CULTURE) == {"TRU1": 0}
    with pytest.raises(AnswerOutsideScale, match="FUN1"):
        check({"FUN1": 0}, CULTURE)


def test_a_refusal_names_the_item_and_not_the_answer():
    with pytest.raises(AnswerOutsideScale) as refusal:
        check({"TRU1": 77}, CULTURE)
    assert "TRU1" in str(refusal.value)
    assert "77" not in str(refusal.value)


def test_an_item_that_is_not_asked_is_refused():
    with pytest.raises(UnknownItem, match="XXX1"):
        check({"XXX1": 1}, CULTURE)


def test_free_text_is_no_answer_on_a_scale():
    with pytest.raises(UnknownItem, match="OPN1"):
        check({"OPN1": 1}, CULTURE)


def test_a_response_names_a_unit_and_nobody():
    assert set(vars(Response("w", "u", {}))) == {"wave_id", "unit_id", "answers", "group"}
