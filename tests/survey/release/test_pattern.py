import pandas as pd
import pytest

from survey.disclosure.choosing.crossing_pattern import CrossCell
from survey.release.pattern_audit import (
    ReleaseUnsafe,
    require_safe,
    require_safe_together,
    require_unfollowed,
    require_whole_index,
)
from tests.survey.builders import a_tree

REGION = a_tree(0, 0)


def by_group(**counts):
    """a1=4 is four people of group 1 in unit a; the units are 1 and 2 under the root 0."""
    places = [(name[1], name[2:]) for name in counts]
    index = pd.MultiIndex.from_tuples(places, names=["unit_id", "group"])
    return pd.DataFrame({"TRU": list(counts.values())}, index=index)


def test_the_auditor_stops_a_pattern_that_gives_somebody_away():
    counts = pd.DataFrame({"TRU": {"0": 1, "1": 9, "2": 9}})
    with pytest.raises(ReleaseUnsafe, match=r"TRU .* under 5 .* 0"):
        require_safe(counts, REGION, {"0", "1", "2"}, k=5)


def test_the_auditor_stops_a_second_family_that_gives_somebody_away_together_with_the_first():
    counts = by_group(u1x=9, u1y=1, u2x=9, u2y=9)
    crossing = {CrossCell("0", "x"), CrossCell("1", "x")}
    with pytest.raises(ReleaseUnsafe, match="TRU"):
        require_safe_together(counts, REGION, {"0", "1", "2"}, crossing, k=5)


def test_a_second_family_of_large_groups_passes():
    counts = by_group(u1x=9, u1y=7, u2x=9, u2y=9)
    crossing = {CrossCell("0", "x"), CrossCell("1", "x")}
    require_safe_together(counts, REGION, {"0", "1", "2"}, crossing, k=5)


def test_the_auditor_stops_an_index_without_one_of_its_dimensions():
    with pytest.raises(ReleaseUnsafe, match=r"LED .* under 5 .* 1"):
        require_whole_index({"TRU": {"0", "1"}, "LED": {"0"}, "index": {"0", "1"}}, k=5)


def test_the_auditor_stops_statements_that_follow_a_person_who_left():
    counts = pd.Series({"0": 0, "1": 6, "2": 40}, name="TRU")
    with pytest.raises(ReleaseUnsafe, match=r"TRU .* under 5 .* 1"):
        require_unfollowed(counts, REGION, {"0", "1"}, {"0": 9, "1": -1}, k=5)


def test_an_index_beside_every_dimension_passes_and_so_do_dimensions_without_one():
    require_whole_index({"TRU": {"0", "1"}, "LED": {"0", "2"}, "index": {"0"}}, k=5)
    require_whole_index({"TRU": {"0", "1"}, "LED": {"0"}}, k=5)
