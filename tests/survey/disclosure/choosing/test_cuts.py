import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from survey.disclosure.choosing.cuts import connected_parts, contracted
from tests.examples import examples
from tests.survey import oracles
from tests.survey.disclosure.cases import nets


@settings(max_examples=examples(80, thorough=2000))
@given(nets(), st.integers(2, 6))
def test_each_part_is_drawn_into_one_exactly_where_no_small_cut_is_there(net, k):
    ends, people = np.array(list(net)).T, np.array(list(net.values()))
    alone = np.arange(ends.max() + 1)
    labels = contracted(ends, people, alone, k=k)
    as_one = len(set(labels)) == len(set(connected_parts(ends, people, alone)))
    assert as_one != oracles.separable(net, k)
