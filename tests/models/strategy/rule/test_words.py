import pytest

from models.strategy.rule import words
from models.strategy.rule.assessment import Status, StatusReason
from models.strategy.rule.change import Cause
from models.strategy.rule.forecast import Outlook
from models.strategy.target import Direction, Frequency, IndicatorKind, PathShape

WORDS = [
    (Status, words.STATUS_WORD),
    (StatusReason, words.REASON_WORD),
    (Outlook, words.OUTLOOK_WORD),
    (Cause, words.CAUSE_WORD),
    (IndicatorKind, words.KIND_WORD),
    (Direction, words.DIRECTION_WORD),
    (Frequency, words.FREQUENCY_WORD),
    (PathShape, words.SHAPE_WORD),
]


@pytest.mark.parametrize(("codes", "word_of"), WORDS)
def test_every_code_has_a_word(codes, word_of):
    assert list(word_of) == list(codes)
    assert all(word_of.values())
