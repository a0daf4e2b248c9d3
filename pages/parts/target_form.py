"""The form in which a promise becomes a figure: from where to where, by when, and who decided."""

from datetime import date

import streamlit as st

from models.strategy.plan import Criterion
from models.strategy.target import Direction, Frequency, IndicatorKind, Shape, Target
from models.strategy.words import DIRECTION_WORD, FREQUENCY_WORD, KIND_WORD, SHAPE_WORD
from pages.parts.fields import day_field, number_field
from pages.shell.viewer import today
from pages.shell.wording import _, language, words
from survey import instrument as instruments

RECORDED = "recorded"
SPARE_POINTS = 2
Points = tuple[tuple[date, float], ...]


def target_form(criterion: Criterion, current: Target | None) -> Target | None:
    """Ask for a target; gives one when the steward has pressed the button, else None.

    current: the target that stands now, whose figures fill the form; None when there is none yet.
    """
    kind = IndicatorKind(criterion.indicator.kind)
    st.markdown(f"{_('Måles som')} **{_(KIND_WORD[kind])}**")
    if kind is IndicatorKind.MILESTONE:
        return _milestone_form(criterion, current)
    return _figure_form(criterion, kind, current)


def _figure_form(
    criterion: Criterion, kind: IndicatorKind, current: Target | None
) -> Target | None:
    key = f"target_{criterion.id}"
    direction = st.radio(
        _("Hvilken vej skal det gå?"),
        list(Direction),
        index=list(Direction).index(current.direction if current else _direction(criterion)),
        format_func=lambda one: _(DIRECTION_WORD[one]),
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
            due = _due_field(criterion, current, key)
        low, high = _band(direction, current, key)
        frequency, source, owner, decision = _who_and_how(criterion, current, key)
        with st.expander(_("Finere regler"), expanded=False):
            strict, sticky, tolerance, shape, points = _finer(criterion, current, key)
        if not st.form_submit_button(_("Gem mål"), type="primary"):
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
        owner=owner,
        decision=decision,
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
            due = _due_field(criterion, current, key)
        frequency, source, owner, decision = _who_and_how(criterion, current, key)
        if not st.form_submit_button(_("Gem mål"), type="primary"):
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
        shape=Shape.STEP,
        owner=owner,
        decision=decision,
        source=source,
        set_on=today(),
    )


def _direction(criterion: Criterion) -> Direction:
    proposed = criterion.indicator.direction
    return Direction(proposed) if proposed in set(Direction) else Direction.INCREASE


def _due_field(criterion: Criterion, current: Target | None, key: str) -> date | None:
    due = day_field(_("Frist"), current.due if current else criterion.due, key=f"{key}_due")
    if criterion.due_alternative:
        st.caption(
            _(
                "Strategien skriver “{text}”. Det kan også læses som {day}.",
                text=criterion.due_text,
                day=words().day(criterion.due_alternative),
            )
        )
    return due


def _band(
    direction: Direction, current: Target | None, key: str
) -> tuple[float | None, float | None]:
    if direction is not Direction.MAINTAIN:
        return None, None
    left, right = st.columns(2)
    with left:
        low = number_field(_("Ikke under"), current.low if current else None, key=f"{key}_low")
    with right:
        high = number_field(_("Ikke over"), current.high if current else None, key=f"{key}_high")
    return low, high


def _who_and_how(
    criterion: Criterion, current: Target | None, key: str
) -> tuple[Frequency, str, str, str]:
    left, right = st.columns(2)
    with left:
        frequency = st.selectbox(
            _("Hvor ofte måles det?"),
            list(Frequency),
            index=list(Frequency).index(current.frequency if current else Frequency.ANNUAL),
            format_func=lambda one: _(FREQUENCY_WORD[one]),
            key=f"{key}_frequency",
        )
        owner = st.text_input(
            _("Hvem har ansvaret?"),
            current.owner if current else "",
            key=f"{key}_owner",
            help=_("En enhed eller en funktion, ikke et personnavn."),
        )
    with right:
        sources = _sources()
        wished = current.source if current else criterion.measured_by
        source = st.selectbox(
            _("Hvor kommer tallene fra?"),
            list(sources),
            index=list(sources).index(wished) if wished in sources else 0,
            format_func=lambda one: sources[one],
            key=f"{key}_source",
        )
        decision = st.text_input(
            _("Hvor er det besluttet?"),
            current.decision if current else "",
            key=f"{key}_decision",
            help=_("Fx: Regionsrådet 12. marts 2013, punkt 4."),
        )
    return frequency, source, owner, decision


def _sources() -> dict[str, str]:
    dimensions = instruments.load("rik-30").dimensions
    culture = {
        f"culture:{one.id}": _("Kulturmålingen: {name}", name=one.name[language()])
        for one in dimensions
    }
    return {RECORDED: _("Tal, som I selv indtaster")} | culture


def _finer(
    criterion: Criterion, current: Target | None, key: str
) -> tuple[bool, bool, float | None, Shape, Points]:
    proposed = criterion.indicator.target.operator
    strict = st.checkbox(
        _("Målet skal overskrides, ikke kun nås (“de fleste” er flere end halvdelen)"),
        current.strict if current else proposed in {"gt", "gt_baseline", "lt_baseline"},
        key=f"{key}_strict",
    )
    sticky = st.checkbox(
        _("Nået én gang er nået for altid (fx et samlet antal)"),
        current.sticky if current else False,
        key=f"{key}_sticky",
    )
    tolerance = number_field(
        _("Udsving, der ikke tæller"), current.tolerance if current else 0.0, key=f"{key}_tolerance"
    )
    shape = st.radio(
        _("Vejen fra udgangspunkt til mål"),
        list(Shape),
        index=list(Shape).index(current.shape if current else Shape.LINEAR),
        format_func=lambda one: _(SHAPE_WORD[one]),
        horizontal=True,
        key=f"{key}_shape",
    )
    points = _points(current.points if current else (), key)
    return strict, sticky, tolerance, shape, points


def _points(known: Points, key: str) -> Points:
    """Interim targets; a line counts when both its day and its figure are there."""
    st.markdown(_("Delmål undervejs (kan udelades)"))
    found = []
    for place in range(len(known) + SPARE_POINTS):
        day, value = known[place] if place < len(known) else (None, None)
        left, right = st.columns(2)
        with left:
            day = day_field(_("Dato for delmål {n}", n=place + 1), day, key=f"{key}_day_{place}")
        with right:
            value = number_field(_("Delmål {n}", n=place + 1), value, key=f"{key}_value_{place}")
        if day is not None and value is not None:
            found.append((day, value))
    return tuple(sorted(found))
