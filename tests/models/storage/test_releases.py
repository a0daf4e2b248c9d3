import numpy as np
import pandas as pd
import pytest
from sqlalchemy.exc import IntegrityError

from models.errors import SteeringError
from models.storage import releases, waves
from survey.release import Release, fingerprint
from tests.builders import a_wave

CELLS = pd.DataFrame(
    {
        "family": "organisation",
        "unit_id": ["region", "nørre"],
        "group": "",
        "measure": ["ANE", "index"],
        "n": [40, 12],
        "mean": [61, 5],
        "low": [0.1 + 0.2, np.nan],
        "high": [np.nan, np.nan],
        "level": [np.nan, 3.0],
        "favourable": [52.0, np.nan],
        "favourable_n": [40.0, np.nan],
    }
).astype(dict.fromkeys(("family", "unit_id", "group", "measure"), "str"))


def a_release(cells=CELLS, **fields):
    usual = {
        "wave_id": "foraar-2015",
        "smallest_group": 5,
        "cells": cells,
        "published": frozenset({"region", "nørre"}),
        "audit": "theorem 1, 0 breaches",
        "code_version": "0.1.0",
        "hash": fingerprint(cells),
    }
    return Release(**usual | fields)


@pytest.fixture
def asked(any_db):
    waves.add(any_db, a_wave())
    return any_db


@pytest.mark.parametrize("cells", [CELLS, CELLS.iloc[:0]], ids=["some", "nothing to publish"])
def test_a_release_comes_back_identical(asked, cells):
    releases.add(asked, a_release(cells))
    kept = releases.get(asked, "foraar-2015")
    pd.testing.assert_frame_equal(kept.cells, cells)
    assert fingerprint(kept.cells) == kept.hash == a_release(cells).hash


def test_what_was_published_and_how_comes_back_with_it(asked):
    releases.add(asked, a_release())
    kept = vars(releases.get(asked, "foraar-2015"))
    assert {**kept, "cells": 0} == {**vars(a_release()), "cells": 0}


def test_a_wave_that_was_not_released_has_no_release(asked):
    assert releases.get(asked, "foraar-2015") is None


def test_a_second_release_of_a_wave_is_refused_and_the_first_stays(asked):
    releases.add(asked, a_release())
    with pytest.raises(SteeringError, match="foraar-2015"):
        releases.add(asked, a_release(CELLS.iloc[:1], smallest_group=7))
    assert releases.get(asked, "foraar-2015").smallest_group == 5


def test_every_release_is_found(asked):
    waves.add(asked, a_wave(id="efteraar-2015"))
    for wave_id in ("foraar-2015", "efteraar-2015"):
        releases.add(asked, a_release(wave_id=wave_id))
    assert [release.wave_id for release in releases.all_releases(asked)] == [
        "efteraar-2015",
        "foraar-2015",
    ]


def test_a_release_needs_its_wave(asked):
    with pytest.raises(IntegrityError), asked.begin_nested():
        releases.add(asked, a_release(wave_id="never"))
