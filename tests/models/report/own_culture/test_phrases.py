from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.agreed_action import AgreedAction
from models.report.own_culture import caveats, phrases
from models.report.own_culture.own_culture import ComparedFigures, TalkingPoint, TalkingReason
from models.report.own_culture.picture import comparison, dots, ends
from models.wording import words
from models.wording.movement import Movement
from survey.asking.participation import Coverage
from tests.models.report.own_culture.own_cultures import (
    HOSPITAL,
    REGION,
    WARD,
    a_change,
    a_topic,
    an_own_culture,
    compared,
)

DA, DAY = words("da"), date(2026, 6, 1)


def test_the_silent_are_imagined_lower():
    sentence = caveats.sensitivity(an_own_culture(), DA)
    assert sentence.endswith("ville tallet være 51.")


def test_when_all_have_answered_nobody_is_imagined():
    assert caveats.sensitivity(an_own_culture(answered=32), DA) == "Alle har svaret."


@pytest.mark.parametrize(("answered", "band"), [(5, "op til 13 point"), (7, "op til 7 point")])
def test_of_few_the_silent_are_only_known_as_a_band(answered, band):
    assert band in caveats.sensitivity(an_own_culture(answered=answered, staff=9), DA)


@pytest.mark.parametrize(
    "fields",
    [{"staff": None}, {"staff": 9, "answered": 4}, {"index": ComparedFigures()}],
)
def test_without_knowing_the_silent_nothing_is_imagined(fields):
    assert caveats.sensitivity(an_own_culture(**fields), DA) == ""


def signs(**fields):
    return [sign for sign, _text in caveats.flags(an_own_culture(**fields), DA)]


def test_an_instrument_that_nobody_validated_says_so():
    assert signs() == ["Ikke valideret endnu"]


def test_a_validated_instrument_carries_no_flag():
    validated = an_own_culture().instrument.model_copy(update={"validated_by": "doi"})
    assert signs(instrument=validated) == []


def test_few_answers_carry_a_flag():
    assert "Få har svaret" in signs(coverage=Coverage.THIN)


def test_divided_experience_names_its_dimensions():
    divided = a_topic(1, figures=compared(divided=1.0))
    flags = caveats.flags(an_own_culture(topics=(a_topic(), divided)), DA)
    assert flags[0][0] == "Delt oplevelse"
    assert "Mod og rum" in flags[0][1]


def test_a_change_is_in_words_and_what_is_not_compared_says_so():
    assert phrases.moved(a_change(8), DA) == "steget 8 point"
    assert phrases.moved(None, DA) == "kan ikke sammenlignes"


def headline(**fields):
    return phrases.change_headline(an_own_culture(**fields), DA)


def test_the_first_wave_has_nothing_to_compare_with():
    assert headline().startswith("Det er den første undersøgelse")


def test_a_unit_of_other_people_is_not_compared():
    earlier = an_own_culture().wave
    assert headline(before=earlier, regrouped=True).startswith("Enheden er ikke sat sammen")


def test_what_rose_and_what_fell_is_named_also_where_it_is_little():
    fall = a_change(-2, Movement.FELL_SLIGHTLY)
    topics = (a_topic(0, change=a_change()), a_topic(1, change=fall), a_topic(2))
    sentence = headline(before=an_own_culture().wave, topics=topics, index_change=fall)
    assert sentence == (
        "Siden Forår 2015, når enhedens egne tal ses for sig: Det samlede tal er faldet lidt. "
        "Tillid og tryghed er steget, "
        "Mod og rum til at prøve nyt er faldet lidt."
    )


@pytest.mark.parametrize("why_chosen", TalkingReason)
def test_every_reason_has_its_sentence(why_chosen):
    assert phrases.reason(TalkingPoint(a_topic().statements[0], why_chosen), DA).endswith(".")


def test_the_regions_own_figures_are_called_the_regions():
    whole = an_own_culture(unit=REGION, published_unit=REGION)
    assert phrases.figures_label(whole, DA) == "Regionen"


def test_a_unit_that_is_hidden_is_told_whose_figures_these_are():
    assert phrases.why_not_its_own(an_own_culture(), DA) == ""
    instead = phrases.why_not_its_own(an_own_culture(published_unit=HOSPITAL), DA)
    assert instead.endswith("Her står tallene for Nordsygehuset.")
    assert "ingen tal kan vises" in phrases.why_not_its_own(an_own_culture(published_unit=None), DA)


def test_the_picture_has_a_dot_for_every_dimension():
    culture = an_own_culture(topics=(a_topic(), a_topic(1, figures=ComparedFigures())))
    first, hidden = dots(culture, DA)
    assert (first.name, first.own.mean, first.region.mean) == ("Tillid og tryghed", 58, 58)
    assert hidden.own.hidden


def test_the_region_does_not_stand_beside_itself():
    around = comparison(an_own_culture(unit=REGION, published_unit=REGION, hospital=None), DA)
    assert (around.hospital, around.region) == ("", "")
    assert comparison(an_own_culture(published_unit=None), DA).unit == WARD.name


def test_the_scale_is_named_from_end_to_end():
    assert ends(an_own_culture(), DA)[::4] == ("Slet ikke", "I meget høj grad")


def test_nothing_is_said_of_a_day_that_is_not_known():
    wave = replace(an_own_culture().wave, closes_on=None)
    assert "lukket –" in comparison(an_own_culture(wave=wave), DA).source


@pytest.mark.parametrize(
    ("days", "sentence"),
    [(9, "om 9 dage."), (1, "i morgen."), (0, "i dag."), (-1, "i går."), (-4, "for 4 dage siden.")],
)
def test_what_was_agreed_has_its_days_left(days, sentence):
    action = AgreedAction("w", "u", DAY, "Tavle", "TRIO", DAY + timedelta(days=days), "n")
    assert phrases.deadline(action, DAY, DA).endswith(sentence)
    assert phrases.deadline(replace(action, done_on=DAY), DAY, DA) == "Gjort 1. jun. 2026."
