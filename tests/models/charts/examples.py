"""Every chart with names as long as regions have them, and figures at the ends of the scale."""

from functools import cache
from itertools import product

from models.charts.changes.slope import slope
from models.charts.culture.bars import Bar, bars
from models.charts.culture.dimension_words import Comparison, DimensionDot
from models.charts.culture.dimensions import dimension_chart
from models.charts.culture.intervals import Dot, Mark, intervals
from models.charts.promises.distribution import ThemeCounts, distribution
from models.charts.promises.gap_marks import gap_marks
from models.charts.promises.signs import Sign
from models.charts.promises.trajectory import trajectory
from models.strategy.gap import GapKind
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.change import Position, StatusChange
from models.wording import words
from survey.release.figure import Figure
from tests.models.report.year.outcomes import a_criterion, a_standing, a_target, values

LONG = (
    "Billeddiagnostisk og Nuklearmedicinsk Afdeling, Luftkastellet Universitetshospital, "
    "afsnit for videreuddannelsesforberedelse"
)
ENDS = ("Slet ikke", "I ringe grad", "I nogen grad", "I høj grad", "I meget høj grad")
PROMISE = f"{LONG} oplever, at ledelsen efterspørger og anerkender innovationsforslag"
MOVED = a_standing(
    a_criterion("M", due=2014, text=PROMISE), a_target("M", due=2017), values("M", y2016=30)
)
LATE = a_standing(a_criterion("L"), a_target("L", due=2015), values("L", y2015=9, y2016=50))
NEAR = a_standing(target=a_target(), observations=values(y2013=5, y2014=8, y2016=48, y2017=50))
LOW = a_standing(target=a_target(), observations=values(y2014=1, y2016=0.4))
# A year for every mark of the axis.
YEARS = a_standing(
    target=a_target(due=2024), observations=values(**{f"y{2014 + n}": n for n in range(9)})
)
RANGE = a_target(baseline=None, target=None, direction="maintain", low=45, high=55)
STEADY = a_standing(target=RANGE, observations=values(y2016=50))


@cache
def charts(language, mode="light"):
    """Every chart by its name."""
    look = {"mode": mode, "words": words(language)}
    around = Comparison("Afsnit 3", LONG, "hele regionen", "Kilde: Forår 2015.")
    return {
        "bars": bars(BARS, longest=60, **look),
        "intervals": intervals(DOTS, beside=99, **look),
        "dimensions": dimension_chart(DIMENSIONS, around, ends=ENDS, **look),
        "distribution": distribution(THEMES, **look),
        "slope": slope(CHANGES, ("31. december 2025", "28. november 2026"), **look),
        "gap_marks": gap_marks(GAPS, **look),
        **{
            f"trajectory {name}": trajectory(standing, standing.observations, **look)
            for name, standing in TRAJECTORIES.items()
        },
    }


BARS = [
    Bar(LONG, "41 % (38–44), 1.234 svar", 41, 38, 44, beside=36),
    Bar("Har prøvet noget af", "12 %", 12, level=2),
    Bar("Mellem 3 og 4", "1.200 enheder", 60, level=3, hollow=True),
]
DOTS = [
    Dot(LONG, "100 (98–100)", 100, 98, 100, Mark.UP, "over", "1.426 svar"),
    Dot("Hospital A", "0 (0–1)", 0, 0, 1, Mark.DOWN),
]
HOSPITAL, REGION = Figure(mean=57), Figure(mean=56)
DIMENSIONS = [
    DimensionDot("Nyttiggørelse: implementering, udbredelse og læring",
                 Figure(mean=100, low=95, high=100), HOSPITAL, REGION, 1),
    DimensionDot("Mod", Figure(mean=0, low=0, high=5), HOSPITAL, REGION, -1),
    DimensionDot("Anerkendelse", Figure(), HOSPITAL, REGION),
]  # fmt: skip
THEMES = [
    ThemeCounts(LONG, dict.fromkeys(Sign, 6)),
    ThemeCounts("Kultur", {Sign.ON_TRACK: 2}),
    ThemeCounts("Tom", {}),
]
_SIGNS = (
    Assessment(Status.ACHIEVED, StatusReason.ON_TIME),
    Assessment(Status.ACHIEVED, StatusReason.LATE),
    *(Assessment(status, StatusReason.TRAJECTORY) for status in Status),
    Assessment(Status.NO_DATA, StatusReason.OVERDUE_NO_MEASUREMENT),
)
# From every status to every other, and to some of them by many.
CHANGES = [
    StatusChange(a_criterion("C"), Position(first), Position(first), Position(last), ())
    for first, last in product(_SIGNS, _SIGNS)
] * 20
GAPS = dict.fromkeys(GapKind, [MOVED, LATE, NEAR] * 22) | {GapKind.TARGET: []}
TRAJECTORIES = {"near": NEAR, "low": LOW, "steady": STEADY, "years": YEARS}
