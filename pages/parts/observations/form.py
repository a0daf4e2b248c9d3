"""The form in which a measured figure is logged for the day it describes."""

import streamlit as st

from models.strategy.observation import Observation
from models.strategy.paper.criterion import Criterion
from models.strategy.target import DONE, PERCENT_KINDS, IndicatorKind
from pages.parts.fields import day_field, number_field, whole_field
from pages.shell.viewer import today
from pages.shell.wording import _, words

NOT_YET = 0.0


def observation_form(criterion: Criterion) -> Observation | None:
    """Ask for an observation; None until the button is pressed with a day and a figure."""
    key = f"observation_{criterion.id}"
    kind = criterion.indicator.kind
    with st.form(f"{key}_form"):
        day_column, value_column = st.columns(2)
        with day_column:
            ref = day_field(_("Dagen, tallet beskriver"), None, key=f"{key}_ref")
        with value_column:
            value = _value_field(criterion, kind, key)
        k, n, population = _counts(key) if kind in PERCENT_KINDS else (None, None, None)
        _confirmation(key)
        evidence = st.text_input(
            _("Link eller henvisning til dokumentation"), key=f"{key}_evidence"
        )
        with st.expander(_("Er tallet målt på en ny måde?")):
            series = st.text_input(
                _("Serie"),
                "A",
                max_chars=8,
                key=f"{key}_series",
                help=_("Skriv et nyt bogstav, når definitionen eller spørgsmålet er ændret."),
            )
        st.caption(_("Tallet bliver skrevet ind i dag. Et nyt tal for samme dag retter det gamle."))
        if not st.form_submit_button(_("Gem måling"), type="primary"):
            return None
    if ref is None or value is None:
        st.error(_("Skriv både en dag og et tal. Er der intet tal, så lad være med at gemme."))
        return None
    return Observation(
        criterion_id=criterion.id,
        ref=ref,
        value=value,
        recorded=today(),
        k=k,
        n=n,
        population=population,
        series=series.strip() or "A",
        evidence=evidence.strip(),
    )


def _value_field(criterion: Criterion, kind: IndicatorKind, key: str) -> float | None:
    if kind is IndicatorKind.MILESTONE:
        answers = {DONE: _("Ja"), NOT_YET: _("Ikke endnu")}
        return st.radio(
            _("Er det sket?"),
            list(answers),
            index=None,
            format_func=answers.__getitem__,
            horizontal=True,
            key=f"{key}_value",
        )
    return number_field(
        _("Værdi ({unit})", unit=criterion.indicator.unit), None, key=f"{key}_value"
    )


def meant_as_written(criterion: Criterion) -> bool:
    """Whether the steward has said that a value below 1 is meant."""
    return bool(st.session_state.get(f"observation_{criterion.id}_as_written"))


def _confirmation(key: str) -> None:
    """Ask about a value between 0 and 1, which may be a share written as a fraction."""
    value = st.session_state.get(f"{key}_value")
    if value is not None and 0 < value < 1:
        st.checkbox(
            _(
                "Tallet er {value} og ikke {hundredfold}",
                value=words().number(value),
                hundredfold=words().number(100 * value),
            ),
            key=f"{key}_as_written",
        )


def _counts(key: str) -> tuple[int | None, int | None, int | None]:
    st.caption(
        _("Kommer tallet fra en stikprøve, så skriv antallene. De viser, hvor sikkert det er.")
    )
    first, second, third = st.columns(3)
    with first:
        k = whole_field(_("Antal, der opfylder det"), key=f"{key}_k")
    with second:
        n = whole_field(_("Antal, der har svaret"), key=f"{key}_n")
    with third:
        population = whole_field(_("Antal i alt"), key=f"{key}_population")
    return k, n, population
