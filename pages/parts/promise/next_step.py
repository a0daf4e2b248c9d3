"""The next measurement of a promise, and who makes it."""

from html import escape

import streamlit as st

from models.access import Permission
from models.charts.promises.figures import yes_or_no
from models.services.promises.next_measurement import (
    SETTLED,
    is_unset,
    next_measurement,
)
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.target import RECORDED
from pages.parts.address import query
from pages.shell.viewer import admits, today
from pages.shell.wording import _, words


def next_step(standing: ScoreboardCriterion) -> None:
    """Show when the promise is measured next and by whom; for a steward the links to do it."""
    st.header(_("Næste måling"))
    st.html(f"<p>{escape(_sentence(standing))}</p>")
    if admits(Permission.SET_TARGET):
        _steward_links(standing.criterion.id)


def _sentence(standing: ScoreboardCriterion) -> str:
    target = standing.target
    if is_unset(standing):
        return _("Der kan først måles, når en tovholder har sat målet.")
    if standing.assessment.status in SETTLED:
        return _("Løftet er afgjort. Det måles ikke igen.")
    if target is not None and target.source != RECORDED:
        return _("Tallet kommer, når den næste undersøgelse er gjort op og frigivet.")
    return _typed(standing)


def _typed(standing: ScoreboardCriterion) -> str:
    """Return who types the next figure, for which day."""
    day, owner = next_measurement(standing), standing.target.owner if standing.target else ""
    if day is None:
        return _("Ingen måling er planlagt.")
    text = words().day(day)
    if yes_or_no(standing):
        return _milestone(text, owner)
    if not owner:
        return _("Tallet for {day} mangler. Ingen ejer er skrevet på løftet.", day=text)
    if day < today():
        return _("Tallet for {day} mangler. {who} skal skrive det.", day=text, who=owner)
    return _("{who} skriver tallet for {day}.", day=text, who=owner)


def _milestone(due: str, owner: str) -> str:
    if not owner:
        return _("Fristen er {day}. Ingen ejer er skrevet på løftet.", day=due)
    return _(
        "{who} bekræfter planen og melder, når det er gennemført. Fristen er {day}.",
        who=owner,
        day=due,
    )


def _steward_links(criterion_id: str) -> None:
    there = query("strategy", criterion=criterion_id, tab="one")
    st.page_link("steward/targets.py", label=_("Sæt eller ændr målet"), query_params=there)
    st.page_link("steward/observations.py", label=_("Skriv en måling"), query_params=there)
