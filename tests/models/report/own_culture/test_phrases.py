from dataclasses import replace

import pytest

from models.report.own_culture import caveats, level
from models.report.own_culture import phrases as said
from models.report.own_culture.own_culture import NOTHING_SHOWN, SHOWN_INSTEAD, Beside, Reason, Talk
from models.report.own_culture.picture import company, dots, ends
from models.wording import words
from survey.asking.participation import Standing
from survey.release.figure import HIDDEN, Figure
from survey.scoring.maturity import Bound
from tests.models.report.own_culture.own_cultures import (
    HOSPITAL,
    REGION,
    WARD,
    a_cell,
    a_change,
    a_topic,
    an_own_culture,
    beside,
)

DA = words("da")


def held_back(**fields):
    bound = {"level": 4, "at_least": 3, "met": 5, "needed": 6, "none_below": 2, "below": ()}
    return Bound(**bound | fields)


@pytest.mark.parametrize(
    ("mean", "told"), [(None, "skjult"), (float("nan"), "skjult"), (5, "højst 5"),
                       (95, "mindst 95"), (58, "58")]
)  # fmt: skip
def test_a_mean_is_open_at_both_ends(mean, told):
    assert said.points(mean, DA) == told


def test_a_figure_carries_its_interval():
    assert said.figure(a_cell(58), DA) == "58 (52–64)"
    assert said.figure(Figure(mean=58), DA) == "58"
    assert said.figure(HIDDEN, DA) == said.figure(Figure(n=9), DA) == "skjult"


@pytest.mark.parametrize(("moved", "told"), [(8.0, "+8"), (-7.6, "−8"), (0.2, "0")])
def test_a_difference_carries_its_sign(moved, told):
    assert said.signed(moved, DA) == told


def test_a_level_is_named():
    assert level.level_title(an_own_culture(), DA) == "Niveau 3: Etableret"


def test_a_range_names_both_ends():
    culture = an_own_culture(index=beside(level_high=4))
    assert level.level_title(culture, DA) == "Niveau 3–4: Etableret til Integreret"
    assert len(level.level_meaning(culture, DA)) == 2


@pytest.mark.parametrize("own", [HIDDEN, Figure(mean=58)])
def test_without_a_level_none_is_named(own):
    culture = an_own_culture(index=Beside(own))
    assert level.level_title(culture, DA) == "Der er ikke noget samlet niveau"
    assert level.level_meaning(culture, DA) == ()


def why(**fields):
    return " ".join(level.why_level(an_own_culture(**fields), DA))


def test_the_cuts_explain_a_level():
    assert why() == "Det samlede tal er 58. Niveau 3 går fra 45 til 60. Niveau 4 begynder ved 60."


def test_the_highest_level_has_no_next_one():
    assert "begynder" not in why(index=beside(80, level=5, level_low=5, level_high=5))


def test_an_interval_across_a_cut_explains_a_range():
    assert "Usikkerheden går fra 52 til 64." in why(index=beside(level_high=4))


def test_a_level_beside_the_published_mean_says_that_the_silent_were_reckoned_with():
    assert "de, der ikke svarede" in why(index=beside(61))


def test_the_gate_that_binds_is_told_with_its_numbers():
    told = why(index=beside(62), gate=held_back())
    assert "Niveau 4 går fra 60 til 75." in told
    assert "mindst 6 af 9 emner er på niveau 3 eller højere. Her er 5 det." in told


def test_a_gate_names_the_dimensions_below_its_floor():
    told = why(gate=held_back(met=7, below=("TRU", "STO")))
    assert told.endswith(
        "under niveau 2. Her er det: Tillid og tryghed, Støtte, tid og ressourcer."
    )


def test_too_few_answers_explain_a_missing_level():
    assert "Under 30 %" in why(index=beside(level=None))


def test_too_few_dimensions_explain_a_missing_index():
    assert "for få emner" in why(index=Beside())


def test_participation_is_exact_from_ten_on():
    assert caveats.participation(an_own_culture(), DA) == "23 af 32 har svaret (72\u00a0%)."


@pytest.mark.parametrize(
    ("answered", "staff", "told"),
    [(5, 9, "Mellem halvdelen"), (7, 9, "Tre fjerdedele"), (4, 9, "Under halvdelen"),
     (7, None, "Det vides ikke")],
)  # fmt: skip
def test_participation_of_few_is_a_band(answered, staff, told):
    assert caveats.participation(an_own_culture(answered=answered, staff=staff), DA).startswith(
        told
    )


def test_the_silent_are_imagined_lower():
    told = caveats.sensitivity(an_own_culture(), DA)
    assert told.endswith("ville det samlede tal være 51.")


def test_when_all_have_answered_nobody_is_imagined():
    assert caveats.sensitivity(an_own_culture(answered=32), DA) == "Alle har svaret."


@pytest.mark.parametrize(("answered", "told"), [(5, "op til 13 point"), (7, "op til 7 point")])
def test_of_few_the_silent_are_only_known_as_a_band(answered, told):
    assert told in caveats.sensitivity(an_own_culture(answered=answered, staff=9), DA)


@pytest.mark.parametrize(
    "fields",
    [{"staff": None}, {"staff": 9, "answered": 4}, {"index": Beside()}],
)
def test_without_knowing_the_silent_nothing_is_imagined(fields):
    assert caveats.sensitivity(an_own_culture(**fields), DA) == ""


def signs(**fields):
    return [sign for sign, _told in caveats.flags(an_own_culture(**fields), DA)]


def test_an_instrument_that_nobody_validated_says_so():
    assert signs() == ["Ikke valideret endnu"]


def test_a_validated_instrument_carries_no_flag():
    validated = an_own_culture().instrument.model_copy(update={"validated_by": "doi"})
    assert signs(instrument=validated) == []


def test_few_answers_carry_a_flag():
    assert "Få har svaret" in signs(standing=Standing.THIN)


def test_divided_experience_names_its_dimensions():
    divided = a_topic(1, beside=beside(divided=1.0))
    told = caveats.flags(an_own_culture(topics=(a_topic(), divided)), DA)
    assert told[0][0] == "Delt oplevelse"
    assert "Mod og rum" in told[0][1]


def test_a_detectable_change_is_never_less_than_an_arrow_takes():
    assert "mindst 7 point" in said.detectable(6.2, DA)
    assert "mindst 5 point" in said.detectable(1.0, DA)
    assert said.detectable(None, DA) == ""


def test_a_change_has_an_arrow_word_only_when_the_rule_says_so():
    assert said.moved(a_change(8, 1), DA) == "steget 8 point"
    assert said.moved(a_change(-8, -1), DA) == "faldet 8 point"
    assert said.moved(a_change(8, 0), DA) == "kan ikke skelnes fra tilfældig variation"
    assert said.moved(None, DA) == "kan ikke sammenlignes"


def headline(**fields):
    return said.change_headline(an_own_culture(**fields), DA)


def test_the_first_wave_has_nothing_to_compare_with():
    assert headline().startswith("Det er den første undersøgelse")


def test_a_unit_of_other_people_is_not_compared():
    earlier = an_own_culture().wave
    assert headline(before=earlier, regrouped=True).startswith("Enheden er ikke sat sammen")


def test_changes_are_counted():
    topics = (a_topic(0, change=a_change()), a_topic(1, change=a_change(-7, -1)), a_topic(2))
    told = headline(before=an_own_culture().wave, topics=topics)
    assert told == "Siden Forår 2015: 1 af 3 emner er steget, 1 er faldet."


def test_no_change_that_can_be_told_is_said_to_be_none():
    told = headline(before=an_own_culture().wave, topics=(a_topic(0, change=a_change(9, 0)),))
    assert told == "Ingen emner har ændret sig sikkert siden Forår 2015."


@pytest.mark.parametrize("why_chosen", Reason)
def test_every_reason_has_its_sentence(why_chosen):
    assert said.reason(Talk(a_topic().statements[0], why_chosen), DA).endswith(".")


def test_a_missing_share_is_a_dash():
    assert said.percent(None, DA) == "–"


def test_a_unit_that_is_hidden_is_told_whose_figures_these_are():
    assert an_own_culture().why_hidden == ""
    assert an_own_culture(shown=HOSPITAL).why_hidden == SHOWN_INSTEAD
    assert an_own_culture(shown=None).why_hidden == NOTHING_SHOWN


def test_the_picture_has_a_dot_for_every_dimension():
    culture = an_own_culture(topics=(a_topic(), a_topic(1, beside=Beside())))
    first, hidden = dots(culture, DA)
    assert (first.name, first.mean, first.region) == ("Tillid og tryghed", 58, 58)
    assert (hidden.figure, hidden.mean, hidden.low) == ("skjult", None, None)


def test_the_region_does_not_stand_beside_itself():
    around = company(an_own_culture(unit=REGION, shown=REGION, hospital=None), DA)
    assert (around.hospital, around.region) == ("", "")
    assert company(an_own_culture(shown=None), DA).unit == WARD.name


def test_the_scale_is_named_from_end_to_end():
    assert ends(an_own_culture(), DA)[::4] == ("Slet ikke", "I meget høj grad")


def test_nothing_is_said_of_a_day_that_is_not_known():
    wave = replace(an_own_culture().wave, closes_on=None)
    assert "lukket –" in company(an_own_culture(wave=wave), DA).source
