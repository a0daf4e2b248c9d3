import pytest

from models.errors import InputError
from models.services.promises import strategies


def test_the_catalogue_holds_the_five_strategies():
    assert [strategy.id for strategy in strategies.catalogue()] == [
        "hovedstaden",
        "midtjylland",
        "midtjylland_regional_udvikling",
        "syddanmark",
        "vastmanland",
    ]


def test_a_strategy_is_found_by_its_id():
    assert strategies.strategy("hovedstaden").organisation.name == "Region Hovedstaden"


def test_an_unknown_strategy_names_those_there_are():
    with pytest.raises(InputError, match="hovedstaden, midtjylland"):
        strategies.strategy("hovedstad")


def test_a_criterion_is_found_whatever_its_strategy():
    assert strategies.criterion("HOV-T2-C9").theme_id == "HOV-T2"
    assert strategies.strategy_of("VAS-G3-C1").id == "vastmanland"


def test_an_unknown_criterion_names_the_nearest():
    with pytest.raises(InputError, match=r"”HOV-T2-C99” findes ikke. Det nærmeste er HOV-T2-C9"):
        strategies.criterion("HOV-T2-C99")


def test_a_criterion_like_nothing_still_gets_an_example():
    with pytest.raises(InputError, match=r"Det nærmeste er \w+"):
        strategies.criterion("")
