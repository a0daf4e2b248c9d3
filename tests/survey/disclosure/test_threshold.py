import pytest

from survey.disclosure.threshold import detail_threshold


@pytest.mark.parametrize(("k", "least"), [(5, 10), (7, 14), (10, 20)])
def test_a_share_or_comment_stands_on_twice_the_smallest_group_and_never_under_ten(k, least):
    assert detail_threshold(k) == least
