"""The parameters of a version of the published rule, read from its file."""

from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from models.errors import InputError
from models.strategy.target import Frequency

FOLDER = Path(__file__).parent
# The version that decides where nobody names another.
CURRENT_VERSION = "R1"

Share = Annotated[float, Field(gt=0, lt=1)]
Days = Annotated[int, Field(gt=0)]


class Rule(BaseModel):
    """Every figure of a version of the rule; the file beside this module says what each means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    green: Share
    red: Share
    early: Share
    ref_grace_days: Days
    interval_days: dict[Frequency, Days]
    stale_grace_share: Share
    stale_grace_min: Days
    expired_intervals: Days
    expired_after_stale_min: Days
    interval_level: Share
    min_n_survey: Days
    min_response: Share
    suppress_below: Days
    pi_level: Share
    p_likely: Share
    p_unlikely: Share
    forecast_points: Annotated[int, Field(ge=3)]
    forecast_interval_points: Annotated[int, Field(ge=3)]
    coverage_min: Share
    ms_tol_share: Share
    ms_tol_min: Days
    override_max_days: Days
    override_reason_min: Days

    def __hash__(self) -> int:
        """Return the hash of the version: a version has one set of figures."""
        return hash(self.version)


def versions(folder: Path = FOLDER) -> tuple[str, ...]:
    """Return the names of the versions in a folder, sorted."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


@cache
def rule_of(version: str, folder: Path = FOLDER) -> Rule:
    """Return a version of the rule; InputError where there is none of that name, or its file lies.

    An older version stays readable, so that a status it gave can be computed again.
    """
    if version not in versions(folder):
        raise InputError(
            "Reglen {version} kendes ikke. Der er {versions}.",
            version=version,
            versions=", ".join(versions(folder)),
        )
    return _read(folder / f"{version}.yaml")


def _read(path: Path) -> Rule:
    try:
        rule = Rule.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise InputError("{file}: reglen kan ikke læses.", file=path.name) from error
    missing = [frequency for frequency in Frequency if frequency not in rule.interval_days]
    if rule.version != path.stem or rule.red >= rule.green or missing:
        raise InputError("{file}: reglen kan ikke læses.", file=path.name)
    return rule


CURRENT = rule_of(CURRENT_VERSION)
