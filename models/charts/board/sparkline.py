"""A promise's measurements as a small line beside its name."""

from collections.abc import Callable, Iterable
from datetime import date
from urllib.parse import quote

from models.charts.palette import Mode, palette
from models.charts.promises.signs import sign_of
from models.charts.promises.standing import CriterionStanding
from models.strategy.observation import Observation, counting_observations

WIDTH, HEIGHT, _EDGE = 96, 28, 4
# A line needs two points.
_FEWEST = 2


def sparkline(
    standing: CriterionStanding, observations: Iterable[Observation], *, as_of: date, mode: Mode
) -> str:
    """Return the values that count as a data URI, with the expected path dashed; blank if too few.

    The last point has the colour of the status. A change of series breaks the line.
    """
    points = [row for row in counting_observations(observations, None) if row.ref <= as_of]
    if len(points) < _FEWEST:
        return ""
    path = _path_ends(standing, as_of)
    x = _scale([row.ref.toordinal() for row in points] + [day for day, _ in path], WIDTH)
    height = _scale([row.value for row in points] + [value for _, value in path], HEIGHT)

    def place(day: float, value: float) -> str:
        return f"{x(day):.1f},{HEIGHT - height(value):.1f}"

    series: dict[str, list[str]] = {}
    for row in points:
        series.setdefault(row.series, []).append(place(row.ref.toordinal(), row.value))
    ink, last = palette(mode), points[-1]
    dashed = " ".join(place(day, value) for day, value in path)
    solid = "".join(
        f'<polyline points="{" ".join(places)}" fill="none" stroke="{ink.ink2}" '
        f'stroke-width="1.6"/>'
        for places in series.values()
    )
    end_x, end_y = place(last.ref.toordinal(), last.value).split(",")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}">'
        f'<polyline points="{dashed}" fill="none" stroke="{ink.line_strong}" '
        f'stroke-dasharray="3 2"/>{solid}'
        f'<circle cx="{end_x}" cy="{end_y}" r="3.2" '
        f'fill="{ink.fill[sign_of(standing.assessment)]}"/></svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe="")


def _path_ends(standing: CriterionStanding, as_of: date) -> list[tuple[float, float]]:
    """Return the start and the expected value on the day of the status; nothing without either."""
    target, assessment = standing.target, standing.assessment
    if target is None or target.baseline is None or target.baseline_on is None:
        return []
    if target.due and target.due <= as_of and target.target is not None:
        return [
            (target.baseline_on.toordinal(), target.baseline),
            (target.due.toordinal(), target.target),
        ]
    if assessment.expected is None or assessment.ref is None:
        return []
    return [
        (target.baseline_on.toordinal(), target.baseline),
        (assessment.ref.toordinal(), assessment.expected),
    ]


def _scale(values: list[float], length: int) -> Callable[[float], float]:
    """Return the place of a value in pixels, all of them inside the edges."""
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    inner = length - 2 * _EDGE
    return lambda value: _EDGE + inner * (value - low) / span
