from hypothesis import given, settings
from hypothesis import strategies as st

from survey.disclosure.auditing.flow import small_cuts
from tests.examples import examples
from tests.survey import oracles
from tests.survey.disclosure.cases import nets

# The second path from 4 has to push back people of the first.
NEEDS_A_WAY_BACK = {
    (3, 0): 1,
    (3, 2): 1,
    (4, 0): 2,
    (4, 1): 2,
    (4, 2): 1,
    (5, 3): 1,
    (6, 4): 1,
    (7, 0): 2,
    (7, 2): 2,
    (8, 3): 2,
    (8, 4): 1,
    (8, 5): 1,
}


def people_of(net, cut):
    return sum(net.get((a, b), 0) + net.get((b, a), 0) for a, b in cut.ties)


@settings(max_examples=examples(80, thorough=2000))
@given(nets(), st.integers(2, 6))
def test_a_small_cut_is_found_exactly_where_there_is_one(net, k):
    assert bool(small_cuts(net, k=k)) == oracles.separable(net, k)


@settings(max_examples=examples(40, thorough=1000))
@given(nets(), st.integers(2, 6))
def test_a_cut_says_how_many_people_it_takes(net, k):
    assert all(cut.size == people_of(net, cut) for cut in small_cuts(net, k=k))


def test_people_sent_one_way_may_be_pushed_back():
    cuts = small_cuts(NEEDS_A_WAY_BACK, k=5)
    assert all(cut.size == people_of(NEEDS_A_WAY_BACK, cut) for cut in cuts)
