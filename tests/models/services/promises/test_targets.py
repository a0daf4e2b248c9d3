from dataclasses import replace
from datetime import date

import pytest

from models.access import Role, Viewer
from models.errors import InputError, Refused
from models.services.promises import targets
from models.strategy.target import Direction, Frequency, IndicatorKind, PathShape
from tests.builders import a_target

STEWARD = Viewer("forvalter", Role.STEWARD)
DAY, NEXT_DAY = date(2016, 2, 1), date(2016, 2, 2)
HEADER = (
    "criterion_id,kind,direction,baseline,baseline_on,target,due,strict,tolerance,frequency,"
    "sticky,shape,low,high,points,owner,decision"
)
AGENTS = (
    "HOV-T2-C9,percentage,increase,5,2013-12-31,50,2017-12-31,true,,annual,false,step,,,"
    "2015-12-31=20;2017-12-31=50,Direktionen,RR 2013-04"
)


@pytest.fixture
def bring(db, tmp_path):
    def brought(*rows, on=DAY, dry_run=False, by=STEWARD, **meant):
        path = tmp_path / "targets.csv"
        path.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
        return targets.import_targets(db, path, by=by, on=on, dry_run=dry_run, **meant)

    return brought


def test_a_target_is_kept_with_the_day_it_was_set(db):
    target = targets.set_target(db, a_target(), by=STEWARD, on=DAY)
    assert target.set_on == DAY
    assert targets.history(db, target.criterion_id, by=STEWARD) == (target,)


def test_a_changed_target_leaves_the_old_one_readable(db):
    first = targets.set_target(db, a_target(), by=STEWARD, on=DAY)
    second = targets.set_target(db, a_target(target=60.0), by=STEWARD, on=NEXT_DAY)
    assert targets.history(db, first.criterion_id, by=STEWARD) == (first, second)


def test_setting_the_target_that_stands_changes_nothing(db):
    first = targets.set_target(db, a_target(), by=STEWARD, on=DAY)
    assert targets.set_target(db, a_target(), by=STEWARD, on=NEXT_DAY) == first
    assert targets.history(db, first.criterion_id, by=STEWARD) == (first,)


@pytest.mark.parametrize(
    "role", [Role.RESPONDENT, Role.DEPARTMENT, Role.LEADERSHIP, Role.COMMITTEE]
)
def test_only_a_steward_sets_targets(db, role):
    with pytest.raises(Refused):
        targets.set_target(db, a_target(), by=Viewer("en anden", role), on=DAY)


def test_a_target_nobody_could_be_judged_by_is_refused(db):
    with pytest.raises(InputError, match="due"):
        targets.set_target(db, a_target(due=date(2012, 1, 1)), by=STEWARD, on=DAY)


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("baseline", {"baseline": 0.45}),
        ("target", {"target": 0.45, "baseline": 0.2}),
        ("points", {"points": ((date(2015, 12, 31), 0.45),)}),
        ("low", {"direction": Direction.MAINTAIN, "low": 0.45, "high": 60.0, "due": None}),
        ("high", {"direction": Direction.MAINTAIN, "low": 0.2, "high": 0.45, "due": None}),
    ],
)
def test_a_figure_of_a_target_that_may_be_a_fraction_is_asked_about(db, field, changes):
    target = a_target(kind=IndicatorKind.PERCENTAGE, **changes)
    with pytest.raises(InputError, match="sæt hak") as refusal:
        targets.set_target(db, target, by=STEWARD, on=DAY)
    assert refusal.value.values["field"] in {field, "baseline", "low"}
    assert targets.set_target(db, target, by=STEWARD, on=DAY, as_written=True).set_on == DAY


def test_where_no_percentage_is_meant_small_figures_are_asked_about_only_beside_large_ones(db):
    small = a_target(kind=IndicatorKind.INDEX, baseline=0.2, target=0.9)
    assert targets.set_target(db, small, by=STEWARD, on=DAY).target == 0.9
    with pytest.raises(InputError, match="skriv 20"):
        targets.set_target(db, replace(small, target=9.0), by=STEWARD, on=DAY)


def test_a_file_of_targets_with_fractions_is_refused_unless_they_are_meant(db, bring):
    row = AGENTS.replace("2013-12-31,50,", "2013-12-31,0.45,")
    with pytest.raises(InputError, match=r"række 2, kolonne target.*skriv 45"):
        bring(row)
    assert targets.history(db, "HOV-T2-C9", by=STEWARD) == ()
    right = AGENTS.replace("2013-12-31,50,", "2013-12-31,50.0,").replace("=20;", "=0.45;")
    assert bring(right, as_written=True).added == 1


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("target", {"target": 40.0}),
        ("baseline", {"baseline": 10.0, "target": 2.0, "direction": Direction.DECREASE}),
        ("points", {"points": ((date(2015, 12, 31), 4.0),)}),
        ("high", {"direction": Direction.MAINTAIN, "low": 2.0, "high": 4.0, "due": None}),
    ],
)
def test_no_figure_of_a_count_lies_above_the_whole_that_its_unit_names(db, field, changes):
    topics = a_target(
        criterion_id="HOV-T1-C3", kind=IndicatorKind.COUNT, baseline=0.0, target=3.0
    )  # af 3 emner
    with pytest.raises(InputError, match=r"af 3 emner.*højst være 3") as refusal:
        targets.set_target(db, replace(topics, **changes), by=STEWARD, on=DAY)
    assert refusal.value.values["field"] == field
    assert targets.set_target(db, topics, by=STEWARD, on=DAY).target == 3
    share = replace(topics, kind=IndicatorKind.PERCENTAGE, target=100.0)
    assert targets.set_target(db, share, by=STEWARD, on=DAY).target == 100


def test_a_file_with_a_figure_above_the_whole_is_refused(db, bring):
    row = "HOV-T1-C3,count,increase,1,2013-12-31,40,2017-12-31" + "," * 10
    with pytest.raises(InputError, match=r"række 2, kolonne target.*højst være 3"):
        bring(row)


def test_a_target_for_an_unknown_criterion_is_refused(db):
    with pytest.raises(InputError, match="Det nærmeste er"):
        targets.set_target(db, a_target(criterion_id="HOV-X"), by=STEWARD, on=DAY)


def test_a_row_becomes_a_target(db, bring):
    report = bring(AGENTS)
    assert (report.rows, report.added, report.changed, report.unchanged) == (1, 1, 0, 0)
    assert targets.history(db, "HOV-T2-C9", by=STEWARD) == (
        a_target(
            shape=PathShape.STEP,
            points=((date(2015, 12, 31), 20.0), (date(2017, 12, 31), 50.0)),
            owner="Direktionen",
            decision="RR 2013-04",
            set_on=DAY,
        ),
    )


def test_blank_cells_take_what_the_strategy_says(db, bring):
    bring("HOV-T2-C9" + "," * 16)
    (target,) = targets.history(db, "HOV-T2-C9", by=STEWARD)
    assert (target.kind, target.direction) == (IndicatorKind.PERCENTAGE, Direction.INCREASE)
    assert (target.due, target.frequency, target.target) == (
        date(2017, 12, 31),
        Frequency.ANNUAL,
        None,
    )


def test_what_is_to_be_held_has_no_due_date_of_its_own(db, bring):
    bring("HOV-T2-C9,percentage,maintain,,,,,,2,,,,95,100,,,")
    assert targets.history(db, "HOV-T2-C9", by=STEWARD)[0].due is None


def test_the_same_file_twice_changes_nothing(db, bring):
    bring(AGENTS)
    report = bring(AGENTS, on=NEXT_DAY)
    assert (report.added, report.changed, report.unchanged) == (0, 0, 1)
    assert len(targets.history(db, "HOV-T2-C9", by=STEWARD)) == 1


def test_another_figure_for_the_same_criterion_is_a_change(db, bring):
    bring(AGENTS)
    report = bring(AGENTS.replace(",50,", ",60,").replace("=50", "=60"), on=NEXT_DAY)
    assert (report.added, report.changed, report.unchanged) == (0, 1, 0)
    assert [target.target for target in targets.history(db, "HOV-T2-C9", by=STEWARD)] == [50, 60]


def test_a_trial_writes_nothing(db, bring):
    report = bring(AGENTS, dry_run=True)
    assert (report.added, report.dry_run) == (1, True)
    assert targets.history(db, "HOV-T2-C9", by=STEWARD) == ()


def test_one_bad_row_keeps_all_rows_out(db, bring):
    with pytest.raises(InputError, match="række 3, kolonne criterion_id: Kriteriet ”HOV-X”"):
        bring(AGENTS, AGENTS.replace("HOV-T2-C9", "HOV-X"))
    assert targets.history(db, "HOV-T2-C9", by=STEWARD) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2017-12-31,true", "2012-12-31,true", "række 2, kolonne due: "),
        ("2015-12-31=20", "2015-12-31:20", "kolonne points: ”2015-12-31:20” er ikke et punkt"),
        ("2015-12-31=20", "2015-02-30=20", "kolonne points: Datoen 2015-02-30 findes ikke"),
        ("2015-12-31=20", "2015-12-31=", "kolonne points: feltet er tomt"),
        ("2015-12-31=20", "=20", "kolonne points: feltet er tomt"),
        ("2015-12-31=20", "2015-12-31=x", "kolonne points: ”x” er ikke et tal"),
        ("HOV-T2-C9", "", "række 2, kolonne criterion_id: feltet er tomt"),
        ("percentage", "procent", "kolonne kind: ”procent” kendes ikke"),
    ],
)
def test_a_bad_cell_is_named(bring, old, new, message):
    with pytest.raises(InputError) as fault:
        bring(AGENTS.replace(old, new))
    assert message in str(fault.value)


def test_two_rows_for_one_criterion_are_refused(bring):
    with pytest.raises(InputError, match="række 3, kolonne criterion_id: rækken handler om"):
        bring(AGENTS, AGENTS)


def test_leadership_cannot_bring_targets(bring):
    with pytest.raises(Refused):
        bring(AGENTS, by=Viewer("leder", Role.LEADERSHIP))


def test_a_decimal_comma_in_a_point_is_understood(db, bring):
    bring(AGENTS.replace("2015-12-31=20;2017-12-31=50", '"2015-12-31=20,5"'))
    assert targets.history(db, "HOV-T2-C9", by=STEWARD)[0].points == ((date(2015, 12, 31), 20.5),)
