"""Two releases of the same people but one, compared by somebody who has both."""

import numpy as np
import pandas as pd
import pytest

from survey.asking.organisation import Unit, join_units
from survey.disclosure.attacking.attack import attack
from survey.release.build import build
from tests.survey.builders import CULTURE, DAY, a_wave, some_answers

ITEMS = [item.id for item in CULTURE.items]
DIMENSIONS = [dimension.id for dimension in CULTURE.dimensions]
EXTRAS = ("FUN1", "FUN2", "FUN3")


def region(ward, others=40):
    units = [("r", None, ward + 2 * others), ("ward", "r", ward), ("b", "r", others)]
    units.append(("c", "r", others))
    return join_units(Unit(name, above, name, "", staff) for name, above, staff in units)


def answers(ward):
    """Everybody answers; who leaves the ward is the last of it, the others answer as before."""
    random = np.random.default_rng(3)
    units = ["b"] * 40 + ["c"] * 40 + ["ward"] * 20
    rows = some_answers(3, [], 0).reindex(range(100))
    rows[ITEMS] = random.integers(1, 6, (100, len(ITEMS))).astype(float)
    for extra in EXTRAS:
        rows[extra] = random.integers(1, 3, 100).astype(float)
    rows = rows.assign(unit_id=pd.Series(units, dtype="str"), group="")
    return rows.drop(index=range(80 + ward, 100)).reset_index(drop=True)


def released(ward, before=None):
    last_published = {}
    if before is not None:
        last_published = {unit.id: unit.staff for unit in region(before).units}
    wave = a_wave(smallest_group=5)
    return build(answers(ward), region(ward), CULTURE, wave, on=DAY, last_published=last_published)


def means_of(release, unit_id="ward"):
    cells = release.cells[release.cells["unit_id"] == unit_id]
    return cells.set_index("measure")["mean"].dropna()


def followed(first, second, leaver):
    """The statements whose answer of the leaver follows from the two means, rounded as they are."""
    here, there = means_of(first), means_of(second)
    points = {item.id: 6 - leaver[item.id] if item.reverse else leaver[item.id]
              for item in CULTURE.items}  # fmt: skip
    return [item for item in ITEMS if item in here and item in there
            and abs(here[item] * 6 - there[item] * 5 - (points[item] - 1) * 25) <= 5.5]  # fmt: skip


def test_the_statements_of_who_left_a_unit_of_six_follow_from_two_releases_and_are_hidden():
    first, leaver = released(6), answers(6).iloc[-1]
    # Nothing else of the second release is as before it: this is what the rule is there for.
    assert len(followed(first, released(5), leaver)) > 25
    second = released(5, before=6)
    assert followed(first, second, leaver) == []
    assert set(means_of(second).index) >= {*DIMENSIONS, "index"}
    assert set(means_of(second, "b").index) >= {*ITEMS}


@pytest.mark.parametrize(("before", "hidden"), [(20, False), (19, True), (16, True), (15, False)])
def test_single_questions_are_hidden_where_one_to_four_came_or_left(before, hidden):
    cells = released(20, before=before).cells
    ward = cells[cells["unit_id"] == "ward"]
    single = ward[ward["measure"].isin([*ITEMS, *EXTRAS])]
    assert single.empty == hidden
    assert ward.set_index("measure").loc[DIMENSIONS, ["mean", "favourable"]].notna().all(axis=None)


def test_the_ward_does_not_follow_from_the_region_less_the_others():
    cells = released(20, before=19).cells
    published = cells[cells["measure"] == "TRU1"]
    assert set(published["unit_id"]) == {"r", "b", "c"}
    # Half a point for each of the region's hundred in two waves is as much as a person can answer.
    assert published.set_index("unit_id").loc["r", "n"] == 100
    assert attack(cells, {unit.id: unit.parent_id for unit in region(20).units}, k=5) == ()
