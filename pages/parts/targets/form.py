"""The form in which a criterion's target is set."""

import streamlit as st

from models.strategy.paper.criterion import Criterion
from models.strategy.rule.words import DIRECTION_WORD, KIND_WORD
from models.strategy.target import Direction, IndicatorKind, PathShape, Target
from pages.parts.fields import day_field, number_field
from pages.parts.targets.fields import band_fields, due_field, finer_rules, who_and_how
from pages.shell.viewer import today
from pages.shell.wording import _


def target_form(criterion: Criterion, current: Target | None) -> Target | None:
    """Ask for a target; gives one when the steward has pressed the button, else None.

    current: the target that stands now, whose figures fill the form; None when there is none yet.
    """
    kind = criterion.indicator.kind
    st.markdown(f"{_('Måles som')} **{_(KIND_WORD[kind])}**")
    if kind is IndicatorKind.MILESTONE:
        return _milestone_form(criterion, current)
    return _figure_form(criterion, kind, current)


def _figure_form(
    criterion: Criterion, kind: IndicatorKind, current: Target | None
) -> Target | None:
    key = f"target_{criterion.id}"
    ways = {way: _(word) for way, word in DIRECTION_WORD.items()}
    direction = st.radio(
        _("Hvilken vej skal det gå?"),
        list(ways),
        index=list(ways).index(current.direction if current else criterion.indicator.direction),
        format_func=ways.__getitem__,
        horizontal=True,
        key=f"{key}_direction",
    )
    with st.form(f"{key}_form"):
        start, end = st.columns(2)
        with start:
            baseline = number_field(
                _("Udgangspunkt ({unit})", unit=criterion.indicator.unit),
                current.baseline if current else None,
                key=f"{key}_baseline",
                hint=_("Hvor I stod, da I begyndte. Lad feltet stå tomt, hvis ingen ved det."),
            )
            baseline_on = day_field(
                _("Udgangspunktets dato"),
                current.baseline_on if current else None,
                key=f"{key}_baseline_on",
            )
        with end:
            goal = number_field(
                _("Mål ({unit})", unit=criterion.indicator.unit),
                current.target if current else criterion.indicator.target.value,
                key=f"{key}_goal",
            )
            due = due_field(criterion, current, key)
        low, high = band_fields(direction, current, key)
        frequency, source, owner, decision = who_and_how(criterion, current, key)
        with st.expander(_("Finere regler"), expanded=False):
            strict, sticky, tolerance, shape, points = finer_rules(criterion, current, key)
        if not _is_complete(owner, decision):
            return None
    return Target(
        criterion_id=criterion.id,
        kind=kind,
        direction=direction,
        baseline=baseline,
        baseline_on=baseline_on,
        target=goal,
        due=due,
        strict=strict,
        tolerance=tolerance or 0.0,
        frequency=frequency,
        sticky=sticky,
        shape=shape,
        low=low,
        high=high,
        points=points,
        owner=owner.strip(),
        decision=decision.strip(),
        source=source,
        set_on=today(),
    )


def _milestone_form(criterion: Criterion, current: Target | None) -> Target | None:
    key = f"target_{criterion.id}"
    st.caption(
        _("En milepæl er sket eller ikke sket. Den skal have en start, en frist og en ejer.")
    )
    with st.form(f"{key}_form"):
        left, right = st.columns(2)
        with left:
            start = day_field(
                _("Arbejdet begynder"),
                current.baseline_on if current else None,
                key=f"{key}_baseline_on",
            )
        with right:
            due = due_field(criterion, current, key)
        frequency, source, owner, decision = who_and_how(criterion, current, key)
        if not _is_complete(owner, decision):
            return None
    return Target(
        criterion_id=criterion.id,
        kind=IndicatorKind.MILESTONE,
        direction=Direction.INCREASE,
        baseline=0.0,
        baseline_on=start,
        target=1.0,
        due=due,
        frequency=frequency,
        sticky=True,
        shape=PathShape.STEP,
        owner=owner.strip(),
        decision=decision.strip(),
        source=source,
        set_on=today(),
    )


def _is_complete(owner: str, decision: str) -> bool:
    """Whether the form is sent with owner and decision; shows an error when one is missing."""
    if not st.form_submit_button(_("Gem mål"), type="primary"):
        return False
    if owner.strip() and decision.strip():
        return True
    st.error(
        _("Skriv, hvem der har ansvaret, og hvor det er besluttet. Uden det er det ikke et mål.")
    )
    return False
