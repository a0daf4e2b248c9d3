from dataclasses import replace

from models.charts.promises import checklist
from models.charts.promises.checklist import Step
from models.charts.promises.figures import yes_or_no
from models.charts.promises.signs import Sign
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.wording import words
from tests.models.charts.test_charts import DONE_LATE
from tests.models.report.year.outcomes import a_criterion, a_standing, a_target, day, values

DA = words("da")
PLAN = a_criterion("N", kind="milestone", due=2014, text="Planen er vedtaget")
UNTOUCHED = a_standing(PLAN, a_target("N", kind="milestone", baseline=0, target=1, due=2014))
UNDATED = a_standing(a_criterion("U", kind="milestone", due=None))


def test_a_promise_that_is_done_or_not_is_a_list_of_days_the_due_date_among_them():
    assert yes_or_no(DONE_LATE)
    listed = checklist.steps(DONE_LATE, DONE_LATE.observations, DA)
    assert [(str(step.day), step.text, step.sign) for step in listed] == [
        ("2015-12-31", "Ikke gennemført endnu", Sign.NO_DATA),
        ("2015-12-31", "Frist: nået for sent", Sign.ACHIEVED_LATE),
        ("2016-12-31", "Gennemført 366 dage efter fristen", Sign.ACHIEVED),
    ]
    late = {"Dag": "2016-12-31", "Hvad": "Gennemført 366 dage efter fristen"}
    assert checklist.step_table(listed, DA)[2] == late


def test_what_is_done_in_time_says_how_early_and_a_moved_date_stands_beside_the_promised():
    later = a_target("N", kind="milestone", baseline=0, target=1, due=2016)

    def texts(target, **years):
        standing = a_standing(PLAN, target, values("N", **years))
        return [step.text for step in checklist.steps(standing, standing.observations, DA)]

    assert texts(later, y2015=1) == [
        "Lovet frist: nået for sent",
        "Gennemført 366 dage før fristen",
        "Frist: nået",
    ]
    assert texts(later, y2016=1)[1:] == ["Gennemført", "Frist: nået"]


def test_without_a_target_the_papers_due_date_counts_and_without_any_there_is_none():
    (step,) = checklist.steps(a_standing(PLAN), (), DA)
    assert (str(step.day), step.sign) == ("2014-12-31", Sign.NO_DATA)
    assert checklist.steps(UNDATED, (), DA) == []


def test_a_plan_stands_at_its_day_with_its_slip():
    def planned(**fields):
        standing = a_standing(PLAN, a_target("N", kind="milestone", baseline=0, target=1, due=2017))
        plan = {"planned": day(2018), "confirmed_on": day(2016), "slip": 365} | fields
        assessment = replace(standing.assessment, status=Status.OFF_TRACK, **plan)
        return checklist.steps(replace(standing, assessment=assessment), (), DA)

    late, early = planned()[-1], planned(planned=day(2016), slip=-366)[-2]
    assert late == Step(
        day(2018), "Planlagt, bekræftet 31. dec. 2016: 365 dage efter fristen", Sign.OFF_TRACK
    )
    assert early.text == "Planlagt, bekræftet 31. dec. 2016"
    missed = Assessment(Status.MISSED, StatusReason.NOT_DONE, planned=day(2018), slip=61)
    assert checklist.plan_text(missed, DA) == "61 dage over fristen uden at være gennemført"
    assert checklist.plan_text(UNDATED.assessment, DA) == ""
