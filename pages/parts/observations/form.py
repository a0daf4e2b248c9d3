"""The form in which a measured figure is logged for the day it describes."""

import streamlit as st

from models.services.promises.fraction_check import is_fraction
from models.strategy.observation import Observation
from models.strategy.paper.criterion import Criterion
from models.strategy.target import DONE, PERCENT_KINDS, IndicatorKind
from pages.parts.form.form import Form
from pages.shell.viewer import today
from pages.shell.wording import _, say, words

NOT_YET = 0.0
# The form's fields by the names that the check of an observation gives them.
PLACES = {"recorded": "ref"}


def observation_form(form: Form, criterion: Criterion) -> Observation | None:
    """Ask for an observation; None until the button is pressed with a day and a figure."""
    kind = criterion.indicator.kind
    day_column, value_column = st.columns(2)
    with day_column:
        ref = form.day(_("Dagen, tallet gælder for"), key="ref", required=True)
    with value_column:
        value = _value_field(form, criterion, kind)
    _confirmation(form, value)
    k, n, population = _counts(form) if kind in PERCENT_KINDS else (None, None, None)
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


def _counts(form: Form) -> tuple[int | None, int | None, int | None]:
    st.caption(
        _("Kommer tallet fra en stikprøve, så skriv antallene. De viser, hvor sikkert det er.")
    )
    first, second, third = st.columns(3)
    with first:
        k = form.count(_("Antal, der opfylder det"), key="k")
    with second:
        n = form.count(_("Antal, der har svaret"), key="n")
    with third:
        population = form.count(_("Antal i alt"), key="population")
    return k, n, population
