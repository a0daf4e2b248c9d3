"""The parts of a target's form: due date, range, who and how, and the finer rules."""

from datetime import date

import streamlit as st

from models.errors import InputError
from models.services.questionnaires import all_questionnaires
from models.strategy.paper.criterion import Criterion, Operator
from models.strategy.rule.words import FREQUENCY_WORD, SHAPE_WORD
from models.strategy.target import FROM_SURVEY, RECORDED, Direction, Frequency, PathShape, Target
from models.wording import N_
from pages.parts.form.form import Form
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _, language, say, words

STRICT = {Operator.MORE_THAN, Operator.ABOVE_BASELINE, Operator.BELOW_BASELINE}
SPARE_POINTS = 2
NO_DAY = N_("Delmålet har et tal, men ingen dato. Skriv datoen, eller slet tallet.")
NO_VALUE = N_("Delmålet har en dato, men intet tal. Skriv tallet, eller slet datoen.")
Points = tuple[tuple[date, float], ...]


def due_field(form: Form, criterion: Criterion, current: Target | None, on: date) -> date | None:
    """Ask for the due date; the strategy's own stands below where the field proposes another."""
    proposal = current.due if current else proposed_due(criterion.due, on)
    day = form.day(_("Frist"), proposal, key="due")
    if criterion.due is not None and proposal != criterion.due:
        st.caption(
            say(
                "Strategiens egen frist var {day}. Den bliver stående som målestok. Skriv den i "
                "feltet, hvis løftet skal gøres op efter den.",
                day=words().day(criterion.due),
            )
            if criterion.due <= on
            else say("Strategiens egen frist er {day}.", day=words().day(criterion.due))
        )
    if criterion.due_alternative:
        st.caption(
            say(
                "Strategien skriver ”{text}”. Det kan også læses som {day}.",
                text=criterion.due_text,
                day=words().day(criterion.due_alternative.date),
            )
        )
    return day


def proposed_due(promised: date | None, on: date) -> date | None:
    """Return the paper's due date, or the end of next year where that has passed."""
    if promised is None or promised > on:
        return promised
    return date(on.year + 1, 12, 31)


def band_fields(
    form: Form, criterion: Criterion, direction: Direction, current: Target | None
) -> tuple[float | None, float | None]:
    """Ask for the range to stay inside; both None unless the direction is to maintain."""
    if direction is not Direction.MAINTAIN:
        return None, None
    left, right = st.columns(2)
    unit = criterion.indicator.unit
    with left:
        low = form.number(
            _("Ikke under ({unit})", unit=unit),
            current.low if current else None,
            key="low",
            unit=unit,
        )
    with right:
        high = form.number(
            _("Ikke over ({unit})", unit=unit),
            current.high if current else None,
            key="high",
            unit=unit,
        )
    return low, high


def who_and_how(
    form: Form, criterion: Criterion, current: Target | None, *, paper: str
) -> tuple[Frequency, str, str, str]:
    """Ask for frequency, source, owner and decision, returned in this order.

    paper: the strategy's title, which is the decision where the paper itself has the figure.
    """
    decided = paper if criterion.indicator.target.value is not None else ""
    rhythms = {frequency: _(word) for frequency, word in FREQUENCY_WORD.items()}
    left, right = st.columns(2)
    with left:
        frequency = st.selectbox(
            _("Hvor ofte måles det?"),
            list(rhythms),
            index=list(rhythms).index(
                current.frequency if current else criterion.indicator.frequency
            ),
            format_func=rhythms.__getitem__,
            key=f"{form.key}_frequency",
        )
        owner = form.text(
            _("Hvem har ansvaret?"),
            current.owner if current else "",
            key="owner",
            hint=_("En enhed eller en funktion, ikke et personnavn."),
            required=True,
        )
    with right:
        sources = _sources()
        current_source = current.source if current else criterion.measured_by
        source = st.selectbox(
            _("Hvor kommer tallene fra?"),
            list(sources),
            index=list(sources).index(current_source) if current_source in sources else 0,
            format_func=sources.__getitem__,
            key=f"{form.key}_source",
        )
        decision = form.text(
            _("Hvor er det besluttet?"),
            current.decision if current else decided,
            key="decision",
            hint=_("Fx: Regionsrådet 12. marts 2013, punkt 4."),
            required=True,
        )
    return frequency, source, owner, decision


def _sources() -> dict[str, str]:
    """Return the name of each source: recorded, or a dimension of a questionnaire."""
    sources = {RECORDED: _("Tal, som I selv indtaster")}
    with database() as db:
        offered = all_questionnaires(db, by=viewer())
    for questionnaire in offered:
        for dimension in questionnaire.instrument.dimensions:
            name = _("Kulturundersøgelsen: {name}", name=dimension.name[language()])
            # A dimension that several questionnaires ask is one source: the release tells which.
            sources.setdefault(f"{FROM_SURVEY}{dimension.id}", name)
    return sources


def finer_rules(
    form: Form, criterion: Criterion, current: Target | None
) -> tuple[bool, bool, float | None, PathShape, Points]:
    """Ask for strict, sticky, tolerance, shape and interim points, returned in this order."""
    proposed = criterion.indicator.target.operator
    strict = st.checkbox(
        _("Målet skal overskrides, ikke kun nås (”de fleste” er flere end halvdelen)"),
        current.strict if current else proposed in STRICT,
        key=f"{form.key}_strict",
    )
    sticky = st.checkbox(
        _("Når målet er nået én gang, er løftet nået (fx et samlet antal)"),
        current.sticky if current else False,
        key=f"{form.key}_sticky",
    )
    tolerance = form.number(
        _("Udsving, der ikke tæller ({unit})", unit=criterion.indicator.unit),
        current.tolerance if current else 0.0,
        key="tolerance",
        unit=criterion.indicator.unit,
    )
    shapes = {shape: _(word) for shape, word in SHAPE_WORD.items()}
    shape = st.radio(
        _("Vejen fra udgangspunkt til mål"),
        list(shapes),
        index=list(shapes).index(current.shape if current else PathShape.LINEAR),
        format_func=shapes.__getitem__,
        horizontal=True,
        key=f"{form.key}_shape",
    )
    points = _points(form, criterion, current.points if current else ())
    return strict, sticky, tolerance, shape, points


def _points(form: Form, criterion: Criterion, current: Points) -> Points:
    """Ask for interim targets; one with only a day or only a figure is refused at its field."""
    st.markdown(_("Delmål undervejs (kan udelades)"))
    points = []
    for place in range(len(current) + SPARE_POINTS):
        day, value = current[place] if place < len(current) else (None, None)
        left, right = st.columns(2)
        with left:
            day = form.day(_("Dato for delmål {n}", n=place + 1), day, key=f"day_{place}")
        with right:
            value = form.number(
                _("Delmål {n} ({unit})", n=place + 1, unit=criterion.indicator.unit),
                value,
                key=f"value_{place}",
                unit=criterion.indicator.unit,
            )
        if day is not None and value is not None:
            points.append((day, value))
        elif value is not None:
            form.need(f"day_{place}", InputError(NO_DAY))
        elif day is not None:
            form.need(f"value_{place}", InputError(NO_VALUE))
    return tuple(sorted(points))
