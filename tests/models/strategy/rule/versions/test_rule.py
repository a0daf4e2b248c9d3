import json

import pytest
import yaml

from models.errors import InputError
from models.strategy.rule.versions.rule import CURRENT, FOLDER, rule_of, versions
from models.strategy.target import Frequency

R1 = yaml.safe_load((FOLDER / "R1.yaml").read_text(encoding="utf-8"))
PUBLISHED = {
    "version": "R1", "green": 0.95, "red": 0.6, "early": 0.1, "ref_grace_days": 90,
    "stale_grace_share": 0.25, "stale_grace_min": 30, "pi_level": 0.8, "p_likely": 0.8,
    "p_unlikely": 0.2, "min_n_survey": 30, "min_response": 0.5, "suppress_below": 5,
    "coverage_min": 0.6666666666666666, "ms_tol_share": 0.05, "ms_tol_min": 30,
    "override_max_days": 180,
}  # fmt: skip


def another(folder, **changes):
    """A version of another name in a folder, with changes."""
    figures = {"version": "R2"} | {name: R1[name] for name in R1 if name != "version"} | changes
    (folder / "R2.yaml").write_text(
        yaml.safe_dump({name: value for name, value in figures.items() if value is not None}),
        encoding="utf-8",
    )
    return folder


def test_the_rule_has_the_figures_that_are_published():
    figures = json.loads(CURRENT.model_dump_json())
    assert PUBLISHED.items() <= figures.items()
    assert "R1" in versions()


def test_a_version_stays_what_it_is(tmp_path):
    other = rule_of("R2", another(tmp_path, green=0.9))
    assert (other.version, other.green, rule_of("R1").green) == ("R2", 0.9, 0.95)
    assert hash(other) != hash(CURRENT)


FAULTS = [{"green": 0.5}, {"green": 2}, {"red": None}, {"other": 1}, {"version": "R3"},
          {"interval_days": {"annual": 366}}]  # fmt: skip


@pytest.mark.parametrize("changes", FAULTS)
def test_a_faulty_file_is_refused_by_its_name(tmp_path, changes):
    with pytest.raises(InputError, match=r"R2\.yaml"):
        rule_of("R2", another(tmp_path, **changes))


def test_an_unknown_version_is_refused_with_those_there_are():
    with pytest.raises(InputError, match="R1"):
        rule_of("R0")


def test_every_frequency_has_its_interval():
    assert set(CURRENT.interval_days) == set(Frequency)
