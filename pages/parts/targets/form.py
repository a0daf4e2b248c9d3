"""The form in which a criterion's target is set."""

import streamlit as st

from models.services.promises.detectable import detectable_change
from models.services.promises.fraction_check import is_fraction
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.paper.criterion import Criterion
from models.strategy.rule.words import DIRECTION_WORD, KIND_WORD
from models.strategy.target import RECORDED, Direction, IndicatorKind, PathShape, Target
from pages.parts.due.first_steps import steps_so_far
from pages.parts.form.form import Form
from pages.parts.messages import NextPlace, leave, put
from pages.parts.promises.criterion_story import detectable_line
from pages.parts.promises.status_change import moved_line
from pages.parts.targets.fields import band_fields, due_field, finer_rules, who_and_how
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import Markdown, _, markdown_escaped, say, words

# The form's fields by the names that the check of a target gives them.
PLACES = {"target": "goal", "points": "day_0"}


def above_form(standing: ScoreboardCriterion, current: Target | None) -> None:
    """Show a moved due date, and the smallest change that a survey can tell, above the form."""
    moved_line(standing)
    if current is not None:
        with database() as db:
            detectable_line(detectable_change(db, current, by=viewer()))


def target_form(
    form: Form, criterion: Criterion, current: Target | None, *, paper: str
) -> Target | None:
    """Ask for a target; gives one when the steward has pressed the button, else None.

    current: the target that stands now, whose figures fill the form; None when there is none yet.
    paper: the strategy's title.
    """
    kind = criterion.indicator.kind
    st.markdown(f"{_('Måles som')} **{_(KIND_WORD[kind])}**")
    st.caption(_("Felter med * skal udfyldes."))
    if kind is IndicatorKind.MILESTONE:
        return _milestone_form(form, criterion, current, paper)
    return _figure_form(form, criterion, current, paper)


def summary(target: Target, criterion: Criterion) -> Markdown:
    """Return what was saved, in a sentence."""
    say, unit = words(), criterion.indicator.unit
    figures = {"criterion": criterion.text, "due": say.day(target.due), "unit": unit}
    if target.kind is IndicatorKind.MILESTONE:
        text = _("Målet for ”{criterion}” er gemt: sket senest {due}.", **figures)
    elif target.direction is Direction.MAINTAIN:
        text = _(
            "Målet for ”{criterion}” er gemt: fra {low} til {high} {unit}.",
            low=say.number(target.low, 10),
            high=say.number(target.high, 10),
            **figures,
        )
    else:
        text = _(
            "Målet for ”{criterion}” er gemt: {goal} {unit} senest {due}.",
            goal=say.number(target.target, 10),
            **figures,
        )
    return markdown_escaped(text)


def go_on(target: Target, before: ScoreboardCriterion, strategy_id: str) -> None:
    """Say what was saved and lead on: to the first measurement where there is none yet.

    With the first target of an installation without a status that is done at once.
    before: the promise without the target.
    """
    message = summary(target, before.criterion)
    there = {"strategy": strategy_id, "criterion": before.criterion.id}
    if target.source != RECORDED or before.observations:
        label = _("Se løftets status")
        leave(message, at="target", then=NextPlace("leadership/criterion.py", label, there))
    there |= {"tab": "one"}
    if not before.adopted and steps_so_far() is not None:
        on_arrival = say("{message} Skriv nu, hvor langt I er.", message=message)
        put(on_arrival, at="observation")
        st.switch_page("steward/observations.py", query_params=there)
    label = _("Næste: skriv en måling")
    leave(message, at="target", then=NextPlace("steward/observations.py", label, there))


def _figure_form(
    form: Form, criterion: Criterion, current: Target | None, paper: str
) -> Target | None:
    kind, unit = criterion.indicator.kind, criterion.indicator.unit
    ask = form.count if kind is IndicatorKind.COUNT else form.number
    ways = {way: _(word) for way, word in DIRECTION_WORD.items()}
    direction = st.radio(
        _("Hvilken vej skal det gå?"),
        list(ways),
        index=list(ways).index(current.direction if current else criterion.indicator.direction),
        format_func=ways.__getitem__,
        horizontal=True,
        key=f"{form.key}_direction",
    )
    start, end = st.columns(2)
    with start:
        baseline = ask(
            _("Udgangspunkt ({unit})", unit=unit),
            current.baseline if current else None,
            key="baseline",
            unit=unit,
        )
        baseline_on = form.day(
            _("Udgangspunktets dato"), current.baseline_on if current else None, key="baseline_on"
        )
    with end:
        goal = ask(
            _("Mål ({unit})", unit=unit),
            current.target if current else criterion.indicator.target.value,
            key="goal",
            unit=unit,
            required=direction is not Direction.MAINTAIN,
        )
        due = due_field(form, criterion, current, today())
    st.caption(
        _(
            "Udgangspunktet er, hvor I stod, da I begyndte. Uden det får løftet først en status, "
            "når fristen er gået. Ved ingen det, så mål nu, og skriv det tal her."
        )
    )
    low, high = band_fields(form, criterion, direction, current)
    frequency, source, owner, decision = who_and_how(form, criterion, current, paper=paper)
    with st.expander(_("Finere regler"), expanded=False):
        strict, sticky, tolerance, shape, points = finer_rules(form, criterion, current)
    values = (value for _day, value in points)
    _confirmation(form, baseline, goal, low, high, *values)
    if not form.ready(_("Gem mål")):
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


def meant_as_written(form: Form) -> bool:
    """Whether the steward has said that figures below 1 are meant."""
    return bool(st.session_state.get(f"{form.key}_as_written"))


def _confirmation(form: Form, *figures: float | None) -> None:
    """Ask about figures between 0 and 1, which may be shares written as fractions."""
    below_1 = [words().number(n, 10) for n in figures if n is not None and is_fraction(n)]
    if below_1:
        st.checkbox(
            say(
                "Tallene er rigtige, som de er skrevet: {figures}",
                figures="; ".join(below_1),
            ),
            key=f"{form.key}_as_written",
        )


def _milestone_form(
    form: Form, criterion: Criterion, current: Target | None, paper: str
) -> Target | None:
    st.caption(
        _("En milepæl er sket eller ikke sket. Den skal have en start, en frist og en ejer.")
    )
    left, right = st.columns(2)
    with left:
        start = form.day(
            _("Arbejdet begynder"), current.baseline_on if current else None, key="baseline_on"
        )
    with right:
        due = due_field(form, criterion, current, today())
    frequency, source, owner, decision = who_and_how(form, criterion, current, paper=paper)
    if not form.ready(_("Gem mål")):
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
        owner=owner,
        decision=decision,
        source=source,
        set_on=today(),
    )
