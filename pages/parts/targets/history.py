"""All targets that a criterion has had."""

import streamlit as st

from models.strategy.paper.criterion import Criterion, Operator, Origin
from models.strategy.rule.words import DIRECTION_WORD, FREQUENCY_WORD
from models.strategy.target import PERCENT_KINDS, Direction, IndicatorKind, Target
from models.wording.decimals import MOST_DECIMALS
from pages.parts.table import table
from pages.shell.wording import _, markdown_escaped, words


def target_history(history: tuple[Target, ...], criterion: Criterion) -> None:
    """Show the targets, newest first, or that there are none."""
    st.subheader(_("Mål, der er sat"))
    if not history:
        st.info(markdown_escaped(without_history(criterion)))
        return
    rows = [_row(target, criterion) for target in reversed(history)]
    table(rows, caption=_("Det nyeste mål øverst"))


def without_history(criterion: Criterion) -> str:
    """Return what is still to be set: the target, or what the strategy's own target lacks."""
    own = criterion.indicator.target
    if own.origin is Origin.TO_BE_SET:
        return _("Dette løfte har ikke noget mål endnu. Uden et mål kan ingen se, om det holdes.")
    lacking = [_("ansvar")]
    if criterion.due is None:
        lacking.append(_("frist"))
    if own.operator is not Operator.DONE:
        lacking.append(_("udgangspunkt"))
    missing = words().enumeration(lacking)
    if own.value is None:
        return _("Strategien giver målet; {missing} mangler.", missing=missing)
    return _("Strategien giver tallet; {missing} mangler.", missing=missing)


def target_words(target: Target, criterion: Criterion) -> str:
    """Return a target in a sentence: from where to where, by when, whose, and where decided."""
    say = words()
    aim = _("{goal} senest {due}", goal=_goal(target, criterion), due=say.day(target.due))
    if target.baseline is not None and target.kind is not IndicatorKind.MILESTONE:
        start = _figure(target.baseline, target, criterion)
        aim = _("{aim}, fra {start} den {day}", aim=aim, start=start,
                day=say.day(target.baseline_on))  # fmt: skip
    notes = [
        _("Ansvar: {owner}.", owner=target.owner) if target.owner else "",
        _("Besluttet: {decision}.", decision=target.decision) if target.decision else "",
    ]
    return " ".join(filter(None, (f"{aim}.", *notes)))


def _row(target: Target, criterion: Criterion) -> dict[str, str]:
    say = words()
    start = f"{_figure(target.baseline, target, criterion)} ({say.day(target.baseline_on)})"
    milestone = target.kind is IndicatorKind.MILESTONE
    return {
        _("Sat den"): say.day(target.set_on),
        _("Udgangspunkt"): say.day(target.baseline_on) if milestone else start,
        _("Mål"): _goal(target, criterion),
        _("Frist"): say.day(target.due),
        _("Måles"): _(FREQUENCY_WORD[target.frequency]),
        _("Ansvar"): target.owner or "–",
        _("Besluttet"): target.decision or "–",
    }


def _goal(target: Target, criterion: Criterion) -> str:
    """Return the target figure with unit and direction; a milestone's is that it has happened."""
    if target.kind is IndicatorKind.MILESTONE:
        return _("gennemført")
    way = _(DIRECTION_WORD[target.direction]).lower()
    if target.direction is Direction.MAINTAIN:
        low = words().number(target.low, MOST_DECIMALS)
        high = _figure(target.high, target, criterion)
        return f"{_('{low} til {high}', low=low, high=high)} ({way})"
    return f"{_figure(target.target, target, criterion)} ({way})"


def _figure(value: float | None, target: Target, criterion: Criterion) -> str:
    """Return a figure with the unit of the target's kind; missing "–"."""
    if value is None:
        return "–"
    indicator = criterion.indicator
    percent = "%" if target.kind in PERCENT_KINDS else ""
    unit = indicator.unit if target.kind is indicator.kind else percent
    return f"{words().number(value, MOST_DECIMALS)} {unit}".strip()
