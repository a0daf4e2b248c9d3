"""The sum behind a status before the due date, written out with its numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.strategy.rule import trajectory
from models.strategy.rule.assessment import Assessment
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.rule.why.limit import limit_text
from models.strategy.target import NEGLIGIBLE, PERCENT_KINDS, Direction, PathShape, Target
from models.wording import N_, Words
from models.wording.decimals import MOST_DECIMALS, decimals_apart

# Two decimals, as the worked cases of R1 have them; more where two would hide a difference.
_DECIMALS = 2


@dataclass(frozen=True)
class Sum:
    """The measured value with the target it is compared with, in a language and a unit.

    unit: after a value that is no percentage, and after a difference, e.g. "dage"; may be blank.
    """

    assessment: Assessment
    target: Target
    words: Words
    unit: str = ""
    rule: Rule = CURRENT

    def number(self, value: float | None) -> str:
        """Return a figure with two decimals, or as many as keep the measured values apart."""
        measured = (self.assessment.value, self.assessment.due_value)
        return self.words.number(value, self._decimals(measured, least=_DECIMALS))

    def value(self, value: float | None) -> str:
        """Return `number` with its unit: "27,48 %", "350 dage"."""
        return self._with_unit(self.number(value))

    def rough(self, value: float | None) -> str:
        """Return a figure that nobody measured, with one decimal and its unit."""
        return self._with_unit(self.words.number(value, 1))

    def as_set(self, value: float | None) -> str:
        """Return a figure of the target as somebody set it, with its unit."""
        return self._with_unit(self.words.number(value, MOST_DECIMALS))

    def difference(self, number: str) -> str:
        """Return a difference between two values with its unit: "2,36 procentpoint"."""
        unit = self.words.say("procentpoint") if self._percent else self.unit
        return f"{number} {unit}" if unit else number

    def _with_unit(self, number: str) -> str:
        return self.words.with_unit(number, "%" if self._percent else self.unit)

    @property
    def _percent(self) -> bool:
        return self.target.kind in PERCENT_KINDS

    @property
    def span(self) -> tuple[str, str]:
        """The ends of the interval, with decimals enough to tell them from every limit."""
        ends = (self.assessment.low, self.assessment.high)
        decimals = self._decimals(ends, least=1)
        low, high = (self._with_unit(self.words.number(end, decimals)) for end in ends)
        return low, high

    def _decimals(self, values: Iterable[float | None], *, least: int) -> int:
        target, assessment = self.target, self.assessment
        limits = (target.target, target.low, target.high)
        lines = (assessment.line_on_track, assessment.line_off_track)
        return max(decimals_apart(value, *limits, *lines, least=least) for value in values)

    @property
    def limit(self) -> str:
        """The target as a limit in words: "mindst 63"."""
        return limit_text(self.target, self.value, self.words)

    def gap(self, limit: float | None) -> str:
        """Return the distance of the measured value from a limit, e.g. "2,36 procentpoint"."""
        return self.difference(self.number(abs((self.assessment.value or 0.0) - (limit or 0.0))))

    def behind(self, value: float | None, line: float | None) -> bool:
        """Whether a value has not come as far as a line, by shares as the rule compares them."""
        change = (self.target.target or 0.0) - (self.target.baseline or 0.0)
        return ((value or 0.0) - (line or 0.0)) / change < -NEGLIGIBLE

    @property
    def favourable(self) -> float | None:
        """The favourable end of a survey's interval; the value where there is none."""
        assessment = self.assessment
        down = self.target.direction is Direction.DECREASE
        end = assessment.low if down else assessment.high
        return assessment.value if end is None else end


def course(figures: Sum) -> Iterator[str]:
    """Yield the sum: days gone, expected value, share of the change, both lines, and the gap."""
    assessment, target, words = figures.assessment, figures.target, figures.words
    yield from _expected(figures)
    if assessment.share_expected is None or assessment.share_achieved is None:
        yield from _steady(figures)
        return
    yield words.say(
        "Tilbagelagt: ({value} − {baseline}) / ({target} − {baseline}) = {achieved} af hele "
        "ændringen. Planlagt til den dag: {expected}.",
        value=figures.number(assessment.value),
        baseline=figures.number(target.baseline),
        target=figures.number(target.target),
        achieved=_percent(assessment.share_achieved, words),
        expected=_percent(assessment.share_expected, words),
    )
    if assessment.line_on_track is None:
        yield words.say(
            "Først når {early} % af ændringen er forventet, kan den skelnes fra tilfældigheder.",
            early=words.number(100 * figures.rule.early),
        )
        return
    yield from _lines(figures)
    yield from _verdict(figures)


def _expected(figures: Sum) -> Iterator[str]:
    """Yield the days gone of the days planned, and the value expected after them."""
    assessment, target, words = figures.assessment, figures.target, figures.words
    stretch = trajectory.stretch(target, assessment.ref) if assessment.ref else None
    if assessment.ref is None or stretch is None:
        yield words.say(
            "Forventet den dag: {expected}.", expected=figures.value(assessment.expected)
        )
        return
    (start, low), (end, high) = stretch
    gone, planned = (words.number((day - start).days, 0) for day in (assessment.ref, end))
    yield words.say(
        "Tid: {gone} af {planned} dage er gået, fra {start} til {end}.",
        gone=gone,
        planned=planned,
        start=words.day(start),
        end=words.day(end),
    )
    if target.shape is PathShape.STEP:
        yield words.say(
            "Forventet den dag: {expected}; næste trin er {high} den {end}.",
            expected=figures.value(low),
            high=figures.value(high),
            end=words.day(end),
        )
        return
    yield words.say(
        "Forventet den dag: {low} + ({high} − {low}) × {gone} / {planned} = {expected}.",
        low=figures.number(low),
        high=figures.number(high),
        gone=gone,
        planned=planned,
        expected=figures.value(assessment.expected),
    )


def _lines(figures: Sum) -> Iterator[str]:
    """Yield both lines, each a share of the change planned until the day."""
    assessment, target, words = figures.assessment, figures.target, figures.words
    sign = "+" if target.direction is Direction.DECREASE else "−"
    slack = f" {sign} {figures.number(target.tolerance)}" if target.tolerance else ""
    lines = (
        (
            N_(
                "Grænsen for på sporet er {percent} af den planlagte ændring: "
                "{baseline} + {share} × ({expected} − {baseline}){slack} = {line}."
            ),
            figures.rule.green,
            assessment.line_on_track,
        ),
        (
            N_(
                "Grænsen for bagud er {percent} af den planlagte ændring: "
                "{baseline} + {share} × ({expected} − {baseline}){slack} = {line}."
            ),
            figures.rule.red,
            assessment.line_off_track,
        ),
    )
    for sentence, share, line in lines:
        yield words.say(
            sentence,
            percent=_percent(share, words),
            baseline=figures.number(target.baseline),
            share=words.number(share, 2),
            expected=figures.number(assessment.expected),
            slack=slack,
            line=figures.value(line),
        )
    if target.tolerance:
        yield words.say(
            "Begge grænser er lempet med tolerancen {tolerance}.",
            tolerance=figures.difference(figures.number(target.tolerance)),
        )


def _verdict(figures: Sum) -> Iterator[str]:
    """Yield what the value is by the two lines on its own day, and the gap in its own unit."""
    assessment, target, words = figures.assessment, figures.target, figures.words
    green, red = assessment.line_on_track, assessment.line_off_track
    value = figures.value(assessment.value)
    gap, to_expected = figures.gap(green), figures.gap(assessment.expected)
    if target.reached(assessment.value or 0.0):
        yield words.say(
            "{value} er {limit}: målet er nået og skal holdes.",
            value=value,
            limit=figures.limit,
        )
    elif not figures.behind(assessment.value, green):
        yield words.say(
            "{value} når grænsen {line}, altså på sporet den dag.",
            value=value,
            line=figures.value(green),
        )
    elif not figures.behind(assessment.value, red):
        yield words.say(
            "{value} ligger mellem {red} og {green}, altså i risiko den dag: der mangler {gap} "
            "til på sporet og {to_expected} til det forventede.",
            value=value,
            red=figures.value(red),
            green=figures.value(green),
            gap=gap,
            to_expected=to_expected,
        )
    elif not figures.behind(figures.favourable, red):
        yield words.say(
            "{value} når ikke grænsen {line}, men intervallet når den, altså i risiko den dag: "
            "der mangler {gap} til på sporet og {to_expected} til det forventede.",
            value=value,
            line=figures.value(red),
            gap=gap,
            to_expected=to_expected,
        )
    else:
        yield words.say(
            "{value} når ikke grænsen {line}, altså bagud den dag: der mangler {gap} til på sporet "
            "og {to_expected} til det forventede.",
            value=value,
            line=figures.value(red),
            gap=gap,
            to_expected=to_expected,
        )
    if assessment.low is not None:
        yield words.say(
            "Status er kun bagud, når også den bedste ende af intervallet ligger bag den grænse."
        )


def _steady(figures: Sum) -> Iterator[str]:
    """Yield the comparison with a target equal to its baseline: no change is planned."""
    value, words = figures.value(figures.assessment.value), figures.words
    if figures.target.reached(figures.assessment.value or 0.0):
        yield words.say(
            "{value} er {limit}: målet er nået og skal holdes.",
            value=value,
            limit=figures.limit,
        )
        return
    yield words.say("{value} er ikke {limit}.", value=value, limit=figures.limit)


def _percent(share: float, words: Words) -> str:
    return words.with_unit(words.number(100 * share), "%")
