import pytest

from models.strategy.rule import words
from models.strategy.rule.assessment import Status, StatusReason
from models.strategy.target import Direction, Frequency, IndicatorKind, PathShape

SPOKEN = [
    (Status, words.STATUS_WORD),
    (StatusReason, words.REASON_WORD),
    (IndicatorKind, words.KIND_WORD),
    (Direction, words.DIRECTION_WORD),
    (Frequency, words.FREQUENCY_WORD),
    (PathShape, words.SHAPE_WORD),
]


@pytest.mark.parametrize(("codes", "spoken"), SPOKEN)
def test_every_code_has_a_word(codes, spoken):
    assert list(spoken) == list(codes)
    assert all(spoken.values())
