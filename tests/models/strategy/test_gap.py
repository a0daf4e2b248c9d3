from models.services.promises import strategies
from models.strategy.gap import efforts, is_repeated, serves_nothing


def grouped(strategy_id):
    return efforts(strategies.strategy(strategy_id).initiatives)


def test_an_initiative_under_several_themes_is_one_effort_where_it_stands_first():
    groups = grouped("hovedstaden")
    assert sum(map(len, groups)) == 54
    repeated = [[row.id for row in effort] for effort in groups if is_repeated(effort)]
    assert len(repeated) == 8
    # Each of the three names one of the others, or is named by it; T1-I5 and I6 are of one theme.
    assert ["HOV-T1-I9", "HOV-T2-I5", "HOV-T6-I4"] in repeated
    assert ["HOV-T2-I4", "HOV-T3-I2", "HOV-T5-I2", "HOV-T6-I5"] in repeated


def test_an_effort_serves_a_promise_when_one_of_its_initiatives_does():
    assert not any(map(serves_nothing, grouped("hovedstaden")))
    assert sum(map(serves_nothing, grouped("vastmanland"))) == 5
