"""The smallest change in a criterion's figure that the survey can tell from chance."""

from math import isnan, nan

from models.access import Permission, Viewer, require
from models.services.culture import results
from models.services.culture.results import ReleasedWave
from models.storage import Db
from models.strategy.target import FROM_SURVEY, IndicatorKind, Target
from survey.release.figure import Figure, by_place
from survey.statistics.precision import (
    reliability_of_share,
    sd_of_share,
    smallest_detectable_change,
)


def detectable_change(db: Db, target: Target, *, by: Viewer) -> float | None:
    """Return the smallest true change, in points, that two waves find four times in five.

    Both waves are as large as the newest, and the figure is the whole region's. None when the
    target takes no figure from the survey, or nothing is published of its dimension yet.
    """
    require(by, Permission.SEE_SCOREBOARD)
    releases = results.all_releases(db) if target.source.startswith(FROM_SURVEY) else ()
    for newest in releases[:1]:
        measure = target.source.removeprefix(FROM_SURVEY)
        root = newest.root
        cells = results.published_cells(db, newest.wave.id, [root.id], measures=[measure])
        for figure in by_place(cells).values():
            sd, n, reliability = _spread(target.kind, newest, measure, figure)
            staff = nan if root.staff is None else root.staff
            change = float(
                smallest_detectable_change(sd=sd, n=n, staff=staff, reliability=reliability)
            )
            return None if isnan(change) else change
    return None


def _spread(
    kind: IndicatorKind, newest: ReleasedWave, measure: str, figure: Figure
) -> tuple[float, float, float]:
    """Return SD, respondents and reliability of the figure; NaN where the release has none."""
    lasting = newest.reliability.get(measure, nan)
    if kind is IndicatorKind.INDEX:
        n_eff = nan if figure.n_eff is None else figure.n_eff
        return newest.statistic(measure, "sd_within"), n_eff, lasting
    if figure.favourable is None or figure.favourable_n is None:
        return nan, nan, nan
    sd = float(sd_of_share(figure.favourable))
    return sd, figure.favourable_n, float(reliability_of_share(figure.favourable, lasting))
