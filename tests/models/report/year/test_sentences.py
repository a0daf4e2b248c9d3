from datetime import date

import pytest

from models.report.year.sentences import counts_of_theme, fate_text, red_themes, remarks, resume
from models.wording import NBSP, words
from tests.models.report.year.outcomes import a_criterion, a_standing, a_status, a_target, values
from tests.models.report.year.test_annual_status import REGION, due_2016

DA = words("da")
EARLY = a_standing(a_criterion(due=2040), a_target(due=2040), values(y2014=6), year=2014)


def sentences(standings, **status):
    return resume(a_status(standings, **status), DA)


def remarks_text(standings, **status):
    return " ".join(remarks(a_status(standings, **status), DA))


def outcome(standing, **status):
    return fate_text(a_status([standing], **status).outcomes[0], DA)


def test_the_summary_says_the_year_in_five_sentences():
    assert sentences(REGION) == (
        "2 løfter forfaldt i 2016: 1 nået og 1 ikke dokumenteret.",
        "2 løfter står rødt: ”Løftet C” og ”Løftet E”.",
        "3 løfter er lovet til efter 2016: 1 på sporet, 1 i risiko og 1 bagud.",
        "4 af 6 løfter kan bedømmes ud fra målinger.",
        "Ét af 6 løfter mangler stadig et mål eller en frist.",
    )


def test_one_of_each_is_said_in_the_singular():
    assert sentences([due_2016()])[:2] == (
        "Ét løfte forfaldt i 2016: 1 ikke dokumenteret.",
        "Ét løfte står rødt: ”Løftet C1”.",
    )
    assert sentences([REGION[1]])[2] == "Ét løfte er lovet til efter 2016: 1 på sporet."


def test_none_of_each_is_said_as_none():
    assert sentences([REGION[1]])[:2] == (
        "Ingen løfter forfaldt i 2016.",
        "Ingen løfter står rødt.",
    )


def test_a_page_that_lists_the_reds_need_not_name_them():
    assert resume(a_status(REGION), DA, named=0)[1] == "2 løfter står rødt."
    assert resume(a_status([due_2016()]), DA, named=0)[1] == "Ét løfte står rødt."


def test_no_red_without_data_is_not_good_news():
    assert "men ingen er målt endnu" in sentences([a_standing()])[1]


def test_many_reds_are_named_as_far_as_a_sentence_can_hold():
    reds = [a_standing(a_criterion(f"C{n}", due=2014), a_target(f"C{n}", due=2014)) for n in "1234"]
    assert sentences(reds)[1].startswith("4 løfter står rødt, blandt andre ”Løftet C1”")


def test_what_is_too_early_to_judge_is_not_counted_against_anybody():
    late = a_standing(a_criterion("C2"), a_target("C2"), values("C2", y2014=20), year=2014)
    assert sentences([EARLY], year=2014)[-1] == "Det er for tidligt at bedømme strategiens løfter."
    assert sentences([EARLY, late], year=2014)[-1].endswith("for 1 er det for tidligt.")


def test_several_missing_targets_are_counted():
    bare = [a_standing(), a_standing(a_criterion("C2"))]
    assert sentences(bare)[-1] == "2 af 2 løfter mangler stadig et mål eller en frist."


def test_a_strategy_without_dates_says_what_to_do_next():
    proposal = a_standing(a_criterion(due=None, claim="derived"))
    assert "ingen daterede succeskriterier" in remarks_text([proposal])
    assert "ét forslag til et kriterium" in remarks_text([proposal])
    assert "Næste skridt" in remarks_text([proposal])


def test_an_undated_strategy_with_adopted_targets_says_that_too():
    adopted = a_standing(a_criterion(due=None, claim="derived"), a_target())
    assert "vedtaget siden" in remarks_text([adopted])


@pytest.mark.parametrize(("year", "side"), [(2012, "før"), (2016, ""), (2021, "efter")])
def test_a_year_outside_the_strategys_period_is_remarked(year, side):
    text = remarks_text([a_standing()], year=year, knowledge_date=date(2022, 1, 1))
    assert ("strategiens periode" in text) == bool(side)
    assert side in text


@pytest.mark.parametrize(("n", "start"), [(1, "Ét løfte har fået"), (2, "2 løfter har fået")])
def test_moved_dates_are_remarked(n, start):
    moved = [due_2016(id=f"C{i}", target=a_target(f"C{i}", due=2018)) for i in range(n)]
    assert start in remarks_text(moved)
    assert f"Efter den lovede frist er {n} af {n} røde." in remarks_text(moved)


def test_a_released_culture_result_needs_no_remark():
    assert "Innovationskulturen" not in remarks_text([a_standing()], culture=object())


def test_each_fate_is_said_in_a_few_words():
    assert outcome(due_2016(*values(y2016=50))) == "nået"
    assert outcome(due_2016(*values(y2016=49))) == "ikke nået"
    assert outcome(due_2016(target=a_target(due=2018))) == "udsat til 31. dec. 2018"
    assert outcome(a_standing(a_criterion(due=2016))) == "uden vedtaget mål"


def test_a_promise_kept_late_says_how_late():
    late = due_2016(*values(y2016=49, y2017=50))
    assert outcome(late, knowledge_date=date(2018, 5, 1)) == "nået 365 dage for sent"


def test_the_red_themes_are_counted_and_the_worst_is_named():
    assert red_themes(a_status(REGION), DA) == "2 af 2 temaer har mindst ét rødt løfte."
    assert red_themes(a_status([*REGION, due_2016(id="X")]), DA).endswith(
        "rødt løfte. Flest har ”Ledelse”: 2 af 5."
    )
    assert red_themes(a_status([a_standing()]), DA) == ""


def test_a_themes_counts_stand_against_its_whole():
    line = a_status(REGION).themes[1]
    text = counts_of_theme(line, DA).replace(NBSP, " ")
    assert text == "1 ikke dokumenteret, 1 kan ikke vurderes af 2"
