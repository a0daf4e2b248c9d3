"""The form in which a measured figure is logged for the day it describes."""

from datetime import date

import streamlit as st

from models.services.promises.fraction_check import is_fraction
from models.services.promises.next_measurement import next_measurement
from models.services.promises.scoreboard import Scoreboard, ScoreboardCriterion
from models.strategy.observation import Observation
from models.strategy.paper.criterion import Criterion
from models.strategy.rule.versions.rule import CURRENT
from models.strategy.target import DONE, PERCENT_KINDS, IndicatorKind
from models.wording import N_
from pages.parts.form.form import Form
from pages.parts.messages import NextPlace
from pages.parts.observations.facts import facts
from pages.shell.viewer import today
from pages.shell.wording import _, say, words

NOT_YET = 0.0
# The form's fields by the names that the check of an observation gives them.
PLACES = {"recorded": "ref"}
NO_NUMBER = N_(
    "Uden antallet af svar tæller en måling fra et spørgeskema ikke: løftet får ingen status."
)
TOO_FEW = N_("Under {n} svar er for få til en status. Målingen bliver gemt, men tæller ikke.")


def observation_form(form: Form, standing: ScoreboardCriterion) -> Observation | None:
    """Ask for an observation; None until the button is pressed with a day and a figure."""
    criterion = standing.criterion
    kind = standing.target.kind if standing.target else criterion.indicator.kind
    facts(standing, today())
    day_column, value_column = st.columns(2)
    with day_column:
        ref = form.day(_("Dagen, tallet gælder for"), key="ref", required=True)
    with value_column:
        value = _value_field(form, criterion, kind)
    _confirmation(form, value)
    k, n, population = (None, None, None)
    if kind in PERCENT_KINDS:
        k, n, population = _counts(form, is_survey=kind is IndicatorKind.SURVEY)
        _doubt(kind, value, n)
    evidence = form.text(_("Link eller henvisning til dokumentation"), key="evidence")
    with st.expander(_("Er tallet målt på en ny måde?")):
        series = form.text(
            _("Serie"),
            "A",
            longest=8,
            key="series",
            hint=_("Skriv et nyt bogstav, når definitionen eller spørgsmålet er ændret."),
        )
    st.caption(_("Tallet bliver registreret i dag. Et nyt tal for samme dag retter det gamle."))
    if not form.ready(_("Gem måling")) or ref is None or value is None:
        return None
    return Observation(
        criterion_id=criterion.id,
        ref=ref,
        value=value,
        recorded=today(),
        k=k,
        n=n,
        population=population,
        series=series or "A",
        evidence=evidence,
    )


def _value_field(form: Form, criterion: Criterion, kind: IndicatorKind) -> float | None:
    if kind is IndicatorKind.MILESTONE:
        return form.choice(
            _("Er det sket?"), {DONE: _("Ja"), NOT_YET: _("Ikke endnu")}, key="value"
        )
    unit = criterion.indicator.unit
    ask = form.count if kind is IndicatorKind.COUNT else form.number
    return ask(_("Værdi ({unit})", unit=unit), key="value", unit=unit, required=True)


def meant_as_written(form: Form) -> bool:
    """Whether the steward has said that a value below 1 is meant."""
    return bool(st.session_state.get(f"{form.key}_as_written"))


def _confirmation(form: Form, value: float | None) -> None:
    """Ask about a value between 0 and 1, which may be a share written as a fraction."""
    if value is not None and is_fraction(value):
        st.checkbox(
            say(
                "Tallet er {value} og ikke {hundredfold}",
                value=words().number(value, 10),
                hundredfold=words().number(100 * value, 10),
            ),
            key=f"{form.key}_as_written",
        )


def _counts(form: Form, *, is_survey: bool) -> tuple[int | None, int | None, int | None]:
    st.caption(
        _("Tallet kommer fra et spørgeskema. Skriv, hvor mange der har svaret: uden det tæller "
          "målingen ikke.")
        if is_survey
        else _("Kommer tallet fra en stikprøve, så skriv antallene. De viser, hvor sikkert det er.")
    )  # fmt: skip
    first, second, third = st.columns(3)
    with first:
        n = form.count(_("Antal, der har svaret"), key="n")
    with second:
        k = form.count(_("Antal, der opfylder det"), key="k")
    with third:
        population = form.count(_("Antal i alt"), key="population")
    return k, n, population


def _doubt(kind: IndicatorKind, value: float | None, n: int | None) -> None:
    """Say before it is saved why a share will give no status; nothing where it will."""
    if value is None:
        return
    if n is None and kind is IndicatorKind.SURVEY:
        st.warning(_(NO_NUMBER))
    if n is not None and n < CURRENT.min_n_survey:
        st.warning(say(TOO_FEW, n=CURRENT.min_n_survey))


def next_place(board: Scoreboard, criterion_id: str, on: date) -> NextPlace:
    """Return the way on after a measurement: to the most urgent of the others, else the status.

    The first measurement of a strategy leads to the status.
    """
    others = [standing for standing in board.standings if standing.criterion.id != criterion_id]
    days = {standing.criterion.id: next_measurement(standing) for standing in others}
    due = {id_: day for id_, day in days.items() if day is not None and day <= on}
    there = {"strategy": board.strategy.id}
    if not due or not any(standing.observations for standing in others):
        return NextPlace("leadership/scoreboard.py", _("Næste: se status på tavlen"), there)
    nearest = min(due, key=lambda id_: due[id_])
    there |= {"criterion": nearest, "tab": "one"}
    return NextPlace("steward/observations.py", _("Næste måling: {code}", code=nearest), there)
