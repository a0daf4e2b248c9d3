from math import nan

import pytest

from models.services.culture.shares import funnel, recommendation
from survey.asking import instruments
from survey.release.figure import by_place
from tests.models.services.culture.culture_builders import CELLS, TREE, a_cell, a_release, cells

RIK = instruments.load("rik-30")
REGION = TREE.root


def shares(of_cells=CELLS, unit=REGION):
    return {stage.item.id: stage.own for stage in funnel(a_release(), by_place(of_cells), unit)}


def recommended(of_cells=CELLS):
    return recommendation(by_place(of_cells), REGION.id, RIK)


def spread(**answers):
    rows = (
        a_cell("R", f"OVR1={key[1:]}", mean=nan, favourable=share) for key, share in answers.items()
    )
    return cells(a_cell("R", "OVR1", mean=62, n=1000), *rows)


def test_the_funnel_holds_every_stage_and_hides_what_is_hidden():
    of_stages = shares()
    assert list(of_stages) == ["FUN1", "FUN2", "FUN3"]
    assert (of_stages["FUN1"].percent, of_stages["FUN3"]) == (40, None)


def test_each_stage_is_laid_beside_the_whole_region():
    first, *_later = funnel(a_release(), by_place(CELLS), TREE.unit("A"))
    assert (first.own.percent, first.whole.percent) == (55, 40)


def test_a_share_that_is_not_published_is_hidden():
    assert shares(cells(a_cell("R", "FUN1", favourable=nan)))["FUN1"] is None


def test_a_share_has_an_interval_round_it():
    share = shares()["FUN1"]
    assert share.low < share.percent < share.high


@pytest.mark.parametrize(("n", "width"), [(200, 1.1), (300, 11.1)])
def test_when_everybody_answered_rounding_is_in_doubt_and_when_more_did_much_is(n, width):
    share = shares(cells(a_cell("R", "FUN1", favourable=40, favourable_n=n)))["FUN1"]
    assert share.high - share.low == pytest.approx(width, abs=0.1)


def test_the_recommended_is_told_on_its_own_scale():
    answers = recommended()
    assert (answers.mean, answers.n, answers.shares[7]) == (6.2, 100, 25)


@pytest.mark.parametrize("of_cells", [cells(), cells(a_cell("R", "OVR1", mean=nan))])
def test_a_hidden_recommended_is_none(of_cells):
    assert recommended(of_cells) is None


def test_the_balance_is_those_of_9_and_10_less_those_of_6_and_less():
    answers = recommended(spread(_7=25, _8=20, _9=12, _10=8))
    assert answers.low < (12 + 8) - (100 - 25 - 20 - 12 - 8) < answers.high


def test_a_share_of_5_or_less_widens_the_balance():
    sure, unsure = (recommended(spread(_7=25, _8=20, _9=12, _10=last)) for last in (6, 5))
    assert unsure.high - unsure.low > sure.high - sure.low


def test_without_the_upper_answers_there_is_no_balance():
    answers = recommended(spread(_7=25, _8=nan))
    assert (answers.low, answers.high) == (None, None)


def test_the_balance_never_leaves_its_scale():
    answers = recommended(spread(_7=5, _8=5, _9=5, _10=95))
    assert answers.high <= 100
