from datetime import date

from models.strategy.due_move import DueMove, due_moves
from tests.models.report.year.outcomes import a_target, day


def test_each_date_that_differs_from_the_one_before_is_a_move_with_its_decision():
    first = a_target(due=2017, set_on=date(2014, 1, 1), decision="Punkt 1")
    undated = a_target(due=None, baseline=None, baseline_on=None, set_on=date(2015, 1, 1))
    later = a_target(due=2020, set_on=date(2016, 1, 1), decision="Punkt 4")
    sooner = a_target(due=2018, set_on=date(2017, 1, 1))
    history = [first, undated, later, later, sooner]
    moves = (
        DueMove(date(2016, 1, 1), day(2017), day(2020), "Punkt 4"),
        DueMove(date(2017, 1, 1), day(2020), day(2018), ""),
    )
    assert due_moves(day(2017), history) == moves
    assert due_moves(None, history) == moves
    assert due_moves(day(2016), [first]) == (
        DueMove(date(2014, 1, 1), day(2016), day(2017), "Punkt 1"),
    )
    assert due_moves(day(2017), ()) == ()
