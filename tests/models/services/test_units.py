import pytest

from models.access import Role, Viewer
from models.errors import InputError, Refused
from models.services import units
from models.storage import waves
from models.storage.asking import structures
from tests import builders

STEWARD = Viewer("forvalter", Role.STEWARD)
REGION = "region,,Regionen,region,900"
NORTH = "north,region,Nord,hospital,"


@pytest.fixture
def bring(db, tmp_path):
    def brought(*rows, dry_run=False, by=STEWARD):
        path = tmp_path / "units.csv"
        text = "\n".join(("unit_id,parent_id,name,kind,staff", *rows))
        path.write_text(text, encoding="utf-8")
        return units.import_units(db, path, by=by, dry_run=dry_run)

    return brought


def counts(report):
    return report.added, report.changed, report.unchanged


def test_there_is_no_organisation_before_one_is_brought(db):
    assert units.organisation(db, by=STEWARD) is None


def test_a_file_becomes_the_organisation_in_any_order(db, bring):
    assert counts(bring(NORTH, REGION)) == (2, 0, 0)
    tree = units.organisation(db, by=STEWARD)
    assert (tree.root.id, tree.root.staff, tree.unit("north").staff) == ("region", 900, None)


def test_the_same_file_twice_changes_nothing(bring):
    bring(REGION, NORTH)
    assert counts(bring(REGION, NORTH)) == (0, 0, 2)


def test_a_new_name_is_a_change(db, bring):
    bring(REGION, NORTH)
    assert counts(bring(REGION, NORTH.replace("Nord", "Nordlig"))) == (0, 1, 1)
    assert units.organisation(db, by=STEWARD).unit("north").name == "Nordlig"


def test_units_that_are_gone_are_told(db, bring):
    bring(REGION, NORTH)
    report = bring(REGION)
    assert [str(note) for note in report.notes] == [
        "Enheder, der ikke står i filen og derfor er gået ud: 1"
    ]
    assert len(units.organisation(db, by=STEWARD).units) == 1


def test_a_trial_writes_nothing(db, bring):
    assert bring(REGION, dry_run=True).added == 1
    assert units.organisation(db, by=STEWARD) is None


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            (REGION, NORTH, NORTH),
            "række 4, kolonne unit_id: rækken handler om det samme som række 3",
        ),
        ((REGION, "a,none,A,hospital,"), "række 3, kolonne parent_id: Enheden a hører under none"),
        ((REGION, "a,a,A,hospital,"), "række 3, kolonne parent_id: Enheden a hører under sig selv"),
        ((REGION, "a,,A,hospital,"), "række 3, kolonne parent_id: Både region og a"),
        ((), "ingen enhed står øverst"),
        ((REGION, "a,region,A,hospital,many"), "række 3, kolonne staff: "),
        ((REGION, "a,region,,hospital,1"), "række 3, kolonne name: feltet er tomt"),
    ],
)
def test_a_tree_that_does_not_hold_together_is_refused(db, bring, rows, message):
    with pytest.raises(InputError) as fault:
        bring(*rows)
    assert message in str(fault.value)
    assert units.organisation(db, by=STEWARD) is None


def test_leadership_cannot_bring_units(bring):
    with pytest.raises(Refused):
        bring(REGION, by=Viewer("leder", Role.LEADERSHIP))


def test_a_wave_keeps_the_units_it_was_collected_in(db, bring):
    bring(REGION, NORTH)
    waves.add(db, builders.a_wave())
    structures.put(db, "foraar-2015", units.organisation(db, by=STEWARD).units)
    bring(REGION)
    assert len(units.wave_organisation(db, "foraar-2015").units) == 2


def test_a_wave_without_its_own_units_has_todays(db, bring):
    bring(REGION)
    waves.add(db, builders.a_wave())
    assert (
        units.wave_organisation(db, "foraar-2015").units == units.organisation(db, by=STEWARD).units
    )


def test_a_wave_without_any_units_asks_for_them(db):
    with pytest.raises(InputError, match="Indlæs"):
        units.wave_organisation(db, "foraar-2015")
