"""The five strategies: all that was counted in their papers, and a source for each entry."""

from collections import Counter
from datetime import date

import pytest

from models.services.promises.strategies import strategy_of
from models.strategy.paper.criterion import Claim, Origin
from models.strategy.paper.load import available, load
from models.strategy.paper.passage import Part, Section, Source
from models.strategy.paper.theme import ThemeKind
from models.strategy.target import RECORDED, IndicatorKind
from tests.models.wording.test_style import METHODS

HOV, MID, MRU, SYD, VAS = available()
# Whatever has no place of its own in a paper: parts of an entry that has, and our own readings.
WITHIN = {
    "StrategyOwner",
    "Document",
    "Period",
    "ResponsibleLevel",
    "Indicator",
    "Proposal",
    "Measure",
}
WITHIN |= {
    "OtherReading",
    "InitiativeStep",
    "SupportStep",
    "PlanPeriod",
    "ReadingRule",
    "Governance",
}
CITED = {"Source", "Strategy"}
# Words that neither a Danish nor a Swedish note would use, and where English is meant to stand.
ENGLISH = {"the", "and", "with", "not", "paper", "source", "least", "only", "which"}
ENGLISH_FIELDS = {"gloss", "name_en", "title_en", "quote", "mapping"}


def parts(part):
    """Everything a definition is made of."""
    if isinstance(part, Part):
        yield part
        for name in type(part).model_fields:
            yield from parts(getattr(part, name))
    elif isinstance(part, tuple):
        for each in part:
            yield from parts(each)


def years(criteria):
    due = Counter(criterion.due.year if criterion.due else None for criterion in criteria)
    return tuple(due[year] for year in (2013, 2014, 2015, 2016, 2017, 2018, None))


def test_five_strategies_are_shipped():
    assert available() == (
        "hovedstaden", "midtjylland", "midtjylland_regional_udvikling", "syddanmark", "vastmanland",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "vision", "stated", "derived", "initiatives"),
    [
        (HOV, 2, 65, 0, 54),
        (MID, 1, 0, 22, 2),
        (MRU, 1, 0, 7, 2),
        (SYD, 1, 0, 21, 4),
        (VAS, 1, 0, 8, 5),
    ],
)
def test_nothing_was_lost_of_any_strategy(name, vision, stated, derived, initiatives):
    strategy = load(name)
    stated_criteria = [criterion for criterion in strategy.criteria if criterion.stated]
    assert len(strategy.vision) == vision
    assert (len(stated_criteria), len(strategy.criteria) - len(stated_criteria)) == (
        stated,
        derived,
    )
    assert len(strategy.initiatives) == initiatives


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        (HOV, {ThemeKind.FRAME: 3, ThemeKind.FOCUS_AREA: 4}),
        (MID, {ThemeKind.LANDMARK: 3, ThemeKind.EFFORT: 3}),
        (MRU, {ThemeKind.AIM: 6}),
        (SYD, {ThemeKind.LANDMARK: 1, ThemeKind.THEME: 6, ThemeKind.EFFORT: 1}),
        (VAS, {ThemeKind.AIM: 5}),
    ],
)
def test_each_paper_keeps_its_own_kinds_of_themes(name, kinds):
    assert Counter(theme.kind for theme in load(name).themes) == kinds


@pytest.mark.parametrize(
    ("theme", "kind", "goals", "due", "initiatives"),
    [
        ("HOV-T1", ThemeKind.FRAME, 2, (0, 4, 0, 0, 3, 0, 0), 9),
        ("HOV-T2", ThemeKind.FRAME, 4, (0, 3, 5, 0, 3, 0, 1), 7),
        ("HOV-T3", ThemeKind.FRAME, 3, (2, 5, 0, 0, 0, 0, 0), 10),
        ("HOV-T4", ThemeKind.FOCUS_AREA, 3, (0, 0, 4, 0, 0, 7, 0), 6),
        ("HOV-T5", ThemeKind.FOCUS_AREA, 4, (0, 0, 5, 3, 0, 0, 0), 5),
        ("HOV-T6", ThemeKind.FOCUS_AREA, 2, (0, 4, 2, 0, 0, 6, 0), 6),
        ("HOV-T7", ThemeKind.FOCUS_AREA, 4, (0, 0, 0, 0, 5, 3, 0), 11),
    ],
)
def test_the_themes_of_hovedstaden_are_whole(theme, kind, goals, due, initiatives):
    strategy = load(HOV)
    assert strategy.theme(theme).kind is kind
    assert len(strategy.theme(theme).goals) == goals
    assert years(strategy.criteria_of(theme)) == due
    assert len(strategy.initiatives_of(theme)) == initiatives


@pytest.mark.parametrize(
    ("group", "count"),
    [
        ("goals", 3), ("statements", 23), ("recommendations", 9), ("cases", 10),
        ("inspiration_boxes", 5), ("stages", 3), ("innovation_types", 3), ("reading_rules", 8),
        ("governance.levels", 6), ("governance.channels", 2), ("communication.audiences", 5),
        ("governance.action_plans.periods", 4), ("governance.action_plans.at_adoption", 2),
        ("support_process.steps", 5), ("matrix.cells", 12), ("unserved", 13),
    ],
)  # fmt: skip
def test_the_rest_of_hovedstaden_is_whole(group, count):
    value = load(HOV)
    for step in group.split("."):
        value = getattr(value, step)
    assert len(value) == count


@pytest.mark.parametrize(
    ("name", "section", "count"),
    [
        (HOV, Section.PURPOSE, 4), (HOV, Section.FACT, 7), (HOV, Section.DEFINITION, 4),
        (MID, Section.DEFINITION, 3), (MID, Section.PARTNER, 1), (MRU, Section.DEFINITION, 4),
        (MRU, Section.EXAMPLE, 1), (SYD, Section.PRINCIPLE, 5), (SYD, Section.ORGANISATION, 9),
        (SYD, Section.IMPROVEMENT, 5), (SYD, Section.EMPHASIS, 2), (SYD, Section.FOUNDATION, 5),
        (SYD, Section.BUSINESS, 3), (SYD, Section.SCOPE, 1), (VAS, Section.PROBLEM, 3),
        (VAS, Section.PARTNER, 1),
    ],
)  # fmt: skip
def test_what_stands_outside_the_themes_is_kept(name, section, count):
    assert len(load(name).passages_on(section)) == count


def test_the_lists_in_the_papers_are_whole():
    lists = {
        passage.id: len(passage.items)
        for name in available()
        for passage in load(name).passages
        if passage.items
    }
    assert lists == {
        "HOV-D2": 7, "HOV-D3": 6, "HOV-D4": 5, "MID-PA1": 5, "MRU-E1": 5, "SYD-S1": 5, "VAS-PA1": 6,
    }  # fmt: skip


def test_the_claims_goals_and_parts_of_hovedstaden_are_whole():
    strategy = load(HOV)
    assert [len(goal.statements) for goal in strategy.goals] == [4, 9, 5]
    assert sum(len(theme.goals) for theme in strategy.themes) == 22
    assert sum(len(initiative.parts) for initiative in strategy.initiatives) == 68
    assert sum(len(theme.defects) for theme in strategy.themes) == 1
    assert Counter(criterion.claim for criterion in strategy.criteria) == {
        Claim.STATED: 62, Claim.EXEMPLARY: 2, Claim.PRINCIPLE: 1,
    }  # fmt: skip


def test_the_sentences_of_hovedstaden_stand_in_seventeen_paragraphs():
    statements = load(HOV).statements
    assert sum(not statement.continues for statement in statements) == 17
    assert all(load(HOV).criteria_in(statement.id) for statement in statements)


def test_the_statements_under_the_other_themes_are_whole():
    landmarks = [len(load(MID).theme(f"MID-P{n}").statements) for n in (1, 2, 3)]
    efforts = [len(load(MID).theme(f"MID-I{n}").statements) for n in (1, 2, 3)]
    assert (landmarks, efforts) == ([3, 3, 2], [3, 2, 2])
    assert sum(len(theme.goals) for theme in load(SYD).themes) == 13
    assert len(load(SYD).theme("SYD-P").statements) == 5
    assert len(load(SYD).theme("SYD-K").statements) == 10
    assert len(load(SYD).theme("SYD-T2").focus) == 5


def test_the_parts_of_syddanmarks_initiatives_are_whole():
    assert [len(initiative.parts) for initiative in load(SYD).initiatives] == [3, 3, 1, 0]
    assert load(SYD).period.review_within_years == 4
    assert [len(load(SYD).criteria_of(theme_id)) for theme_id in ("SYD-K", "SYD-IMP", "SYD-P")] == [
        4,
        4,
        0,
    ]


def test_half_of_hovedstadens_promises_fall_due_in_the_first_plan():
    criteria = load(HOV).criteria
    plans = load(HOV).governance.action_plans.periods
    days = [criterion.due for criterion in criteria if criterion.due]
    assert [sum(plan.start <= day <= plan.end for day in days) for plan in plans] == [32, 14, 16, 0]
    assert sum(day < plans[0].start for day in days) == 2


def test_hovedstadens_indicators_and_targets_are_as_counted():
    indicators = [criterion.indicator for criterion in load(HOV).criteria]
    assert Counter(criterion.kind for criterion in indicators) == {
        IndicatorKind.SURVEY: 23, IndicatorKind.PERCENTAGE: 20, IndicatorKind.COUNT: 12,
        IndicatorKind.MILESTONE: 8, IndicatorKind.INDEX: 2,
    }  # fmt: skip
    assert Counter(criterion.target.origin for criterion in indicators) == {
        Origin.SOURCE: 8, Origin.DERIVED: 14, Origin.TO_BE_SET: 43,
    }  # fmt: skip


def test_no_promise_without_a_figure_was_given_one():
    for name in available():
        for criterion in load(name).criteria:
            assert criterion.indicator.target.origin is not Origin.TO_BE_SET or (
                criterion.indicator.target.value is None
            )


def test_hovedstadens_criteria_that_no_initiative_serves_are_known():
    assert " ".join(criterion.id.removeprefix("HOV-") for criterion in load(HOV).unserved) == (
        "T2-C1 T3-C2 T4-C2 T4-C6 T4-C7 T4-C11 T5-C1 T5-C3 T6-C2 T6-C9 T6-C10 T6-C11 T6-C12"
    )


def test_three_due_dates_can_be_read_in_two_ways():
    twice = [criterion for criterion in load(HOV).criteria if criterion.due_alternative]
    assert [criterion.id for criterion in twice] == ["HOV-T5-C6", "HOV-T5-C7", "HOV-T5-C8"]
    assert {criterion.due for criterion in twice} == {date(2016, 12, 31)}
    assert {criterion.due_alternative.date for criterion in twice} == {date(2017, 12, 31)}


def test_an_undated_promise_says_so():
    undated = [criterion for criterion in load(HOV).criteria if criterion.due is None]
    assert [criterion.id for criterion in undated] == ["HOV-T2-C12"]
    assert undated[0].due_basis


def test_types_of_innovation_keep_their_time_norms():
    norms = {norm.id: norm.max_months for norm in load(HOV).innovation_types}
    assert norms == {"hverdagsinnovation": 12, "forskningsdrevet": None, "banebrydende": 36}


def test_only_recognition_is_proposed_to_be_measured_by_the_questionnaire():
    measured = {
        criterion.id: criterion.measured_by
        for name in available()
        for criterion in load(name).criteria
    }
    from_survey = {name: by for name, by in measured.items() if by != RECORDED}
    assert from_survey == dict.fromkeys(("HOV-T2-C2", "HOV-T2-C3", "HOV-T2-C12"), "culture:ANE")


@pytest.mark.parametrize("name", available())
def test_every_entry_names_its_place_in_the_paper(name):
    strategy = load(name)
    for part in parts(strategy):
        if type(part).__name__ not in WITHIN | CITED:
            assert isinstance(part.source, Source), part
        if isinstance(part, Source):
            assert (part.file, part.line > 0, bool(part.quote)) == (
                strategy.document.file,
                True,
                True,
            )


@pytest.mark.parametrize("name", available())
def test_what_people_read_is_there_in_the_papers_language_and_glossed_in_english(name):
    strategy = load(name)
    for group in ("vision", "goals", "themes", "criteria", "initiatives", "recommendations"):
        for part in getattr(strategy, group):
            assert getattr(part, "title", None) or part.text
            assert part.gloss, part.id


@pytest.mark.parametrize("name", available())
def test_no_id_stands_for_two_things_in_all_five(name):
    ids = [(type(part).__name__, part.id) for part in parts(load(name)) if hasattr(part, "id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", available())
def test_themes_stand_in_the_papers_order(name):
    order = [theme.order for theme in load(name).themes]
    assert order == sorted(set(order))


def texts_of(strategy):
    """Every text of a definition that a page shows outside the English ones."""
    for part in parts(strategy):
        for name in type(part).model_fields:
            value = getattr(part, name)
            if name not in ENGLISH_FIELDS:
                texts = value if isinstance(value, tuple) else (value,)
                yield from (text for text in texts if type(text) is str)


@pytest.mark.parametrize("name", available())
def test_notes_stand_in_the_language_of_their_paper(name):
    texts = list(texts_of(load(name)))
    assert [text for text in texts if ENGLISH & set(text.lower().split())] == []


def test_no_paper_card_names_a_method_of_statistics():
    texts = (text for name in available() for text in texts_of(load(name)))
    assert [text for text in texts if METHODS.search(text)] == []


@pytest.mark.parametrize(
    ("criterion_id", "heading"),
    [("HOV-T2-C9", "Innovationskompetencer og -kultur"), ("SYD-IMP-C4", ""), ("VAS-G3-C1", "")],
)
def test_a_criterion_stands_under_the_heading_of_its_theme_where_the_paper_has_one(
    criterion_id, heading
):
    strategy = strategy_of(criterion_id)
    criterion = strategy.criterion(criterion_id)
    assert strategy.theme(criterion.theme_id).heading_above(criterion.source.line) == heading
