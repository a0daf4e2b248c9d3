"""Values, targets and shares as text, the same in charts, pages and the report."""

from collections.abc import Iterable
from functools import partial

from models.charts.promises.counts import moved_counts, red_count, sign_counts
from models.charts.promises.signs import Sign, sign_of
from models.charts.promises.standing import CriterionStanding
from models.strategy.rule.why.limit import limit_text
from models.strategy.rule.words import status_word
from models.strategy.target import DONE, PERCENT_KINDS, Direction, IndicatorKind
from models.wording import Words
from models.wording.decimals import MOST_DECIMALS, decimals_apart


def figure(
    value: float | None, standing: CriterionStanding, words: Words, *, decimals: int = 1
) -> str:
    """Return a value of a criterion with its unit: "46 %", "350 dage", "gennemført"; or a dash."""
    if value is None or value != value:  # noqa: PLR0124 - NaN is the one value unlike itself
        return "–"
    if _kind(standing) is IndicatorKind.MILESTONE:
        return words.say("gennemført") if value >= DONE else words.say("ikke gennemført")
    unit = "%" if in_percent(standing) else unit_word(standing)
    return words.with_unit(words.number(value, decimals), unit)


def decided_figure(standing: CriterionStanding, words: Words) -> str:
    """Return the value that decided a status, as `measured_figure`."""
    return measured_figure(standing.assessment.value, standing, words)


def measured_figure(value: float | None, standing: CriterionStanding, words: Words) -> str:
    """Return a measured value, with decimals enough to tell it from the limits of the target.

    49.96 of "at least 50" reads 49.96: rounded to 50 it would contradict "not reached".
    """
    target = standing.target
    limits = (target.target, target.low, target.high) if target else ()
    return figure(value, standing, words, decimals=decimals_apart(value, *limits))


def at_due(standing: CriterionStanding, words: Words) -> str:
    """Return the value that fell short at the due date of a target reached late; else nothing."""
    assessment = standing.assessment
    if assessment.due_value is None:
        return ""
    return words.say(
        "ved fristen {value} ({day})",
        value=measured_figure(assessment.due_value, standing, words),
        day=words.day(assessment.due_ref),
    )


def moved_text(standing: CriterionStanding, words: Words) -> str:
    """Return "Frist flyttet 2014 → 2028", with the days within one year; nothing if not moved."""
    move = standing.moved
    if move is None:
        return ""
    before, after = words.day(move.promised), words.day(move.adopted)
    if move.promised.year != move.adopted.year:
        before, after = str(move.promised.year), str(move.adopted.year)
    return words.say("Frist flyttet {before} → {after}", before=before, after=after)


def red_total(standings: Iterable[CriterionStanding], words: Words) -> str:
    """Return the number of red criteria in words."""
    return words.say("Røde i alt: {n}", n=red_count(sign_counts(standings)))


def moved_total(standings: Iterable[CriterionStanding], words: Words) -> str:
    """Return the number of moved due dates, and how many are red by the promised ones."""
    moved, red = moved_counts(standings)
    if not moved:
        return words.say("Frister flyttet: 0")
    return words.say("Frister flyttet: {n}. Røde efter den lovede frist: {red}", n=moved, red=red)


def share(value: float | None, words: Words) -> str:
    """Return a share of the planned change as a percentage, e.g. "56 %"."""
    return "–" if value is None else words.with_unit(words.number(100 * value, 0), "%")


def late_word(standing: CriterionStanding, words: Words) -> str:
    """Return the word of the status; of a target reached late with the days it was late."""
    sign = sign_of(standing.assessment)
    if sign is Sign.ACHIEVED_LATE:
        return words.ngettext(
            "Nået {n} dag for sent", "Nået {n} dage for sent", standing.assessment.days_late or 0
        )
    return words.say(status_word(standing.assessment))


def target_text(standing: CriterionStanding, words: Words) -> str:
    """Return the target in words: "over 50 %", "mindst 3", "højst 200", "mellem 45 % og 55 %"."""
    target = standing.target
    if target is None:
        return words.say("ikke sat")
    if target.kind is IndicatorKind.MILESTONE:
        return words.say("gennemført")
    if target.direction is not Direction.MAINTAIN and target.target is None:
        return words.say("ikke sat")
    return limit_text(target, partial(_as_set, standing, words), words)


def _as_set(standing: CriterionStanding, words: Words, value: float | None) -> str:
    # 49.96 rounded to 50 would stand beside "reached" with 49.97.
    return figure(value, standing, words, decimals=MOST_DECIMALS)


def unit_word(standing: CriterionStanding) -> str:
    """Return the word after a value or a difference: "dage", "pr. år"; nothing after a bare count.

    Nothing either where the unit is more than a word of the paper: a percentage, or two units.
    """
    indicator = standing.criterion.indicator
    unit = indicator.unit.removeprefix("antal").strip()
    if _kind(standing) is not indicator.kind or yes_or_no(standing) or set(unit) & set("%/;(→"):
        return ""
    return unit


def yes_or_no(standing: CriterionStanding) -> bool:
    """Whether a criterion is a thing that is done or not, which no axis shows."""
    return _kind(standing) is IndicatorKind.MILESTONE


def _kind(standing: CriterionStanding) -> IndicatorKind:
    """Return the kind of the target, which may differ from that of the proposed indicator."""
    return standing.target.kind if standing.target else standing.criterion.indicator.kind


def in_percent(standing: CriterionStanding) -> bool:
    """Whether the values of a criterion are percentages."""
    indicator, kind = standing.criterion.indicator, _kind(standing)
    return indicator.unit.startswith("%") if kind is indicator.kind else kind in PERCENT_KINDS
