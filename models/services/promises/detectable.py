"""How large a change in a promise's figure the survey can see at all."""

from collections.abc import Hashable, Mapping
from math import isnan, nan, sqrt
from typing import Any

from models.services import units
from models.services.culture import results
from models.services.culture.results import Released
from models.storage import Db
from models.strategy.target import FROM_SURVEY, IndicatorKind, Target
from survey.statistics.precision import smallest_detectable_change


def detectable_change(db: Db, target: Target) -> float | None:
    """The smallest true change, in points, that two waves like the newest find four times in five.

    Of the whole region, whose figure the target takes; None when it takes none from the survey, or
    nothing is published of its dimension yet.
    """
    releases = results.released(db) if target.source.startswith(FROM_SURVEY) else ()
    for newest in releases[:1]:
        measure = target.source.removeprefix(FROM_SURVEY)
        root = units.wave_organisation(db, newest.wave.id).root
        cells = results.published(db, newest.wave.id, [root.id], measures=[measure])
        for cell in cells.to_dict("records"):
            sd, n = _spread(target.kind, newest, cell)
            staff = nan if root.staff is None else root.staff
            change = float(smallest_detectable_change(sd=sd, n=n, staff=staff))
            return None if isnan(change) else change
    return None


def _spread(
    kind: IndicatorKind, newest: Released, cell: Mapping[Hashable, Any]
) -> tuple[float, float]:
    """SD and respondents behind the figure; a share's SD is the root of p * (1 - p)."""
    if kind is IndicatorKind.INDEX:
        return newest.statistic(str(cell["measure"]), "sd_within"), float(cell["n_eff"])
    share = float(cell["favourable"]) / 100
    return 100 * sqrt(share * (1 - share)), float(cell["favourable_n"])
