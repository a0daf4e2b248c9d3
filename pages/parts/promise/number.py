"""The value of a promise, large, with its status, its distances and its movement."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.charts.palette import palette
from models.charts.promises.checklist import plan_text
from models.charts.promises.distance import since_last, to_expected, to_target
from models.charts.promises.figures import at_due, decided_figure, share, yes_or_no
from models.charts.promises.outlook import outlook_text
from models.charts.promises.signs import Sign, sign_of
from models.services.promises.next_measurement import SETTLED
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.observation import Observation
from models.strategy.rule.forecast import Forecast
from models.strategy.rule.words import REASON_WORD, status_word
from pages.parts.promises.criterion_story import detectable_line, low_response_line
from pages.parts.status_mark import badge, status_badge
from pages.shell.site import name_tab
from pages.shell.wording import _, words


def number(
    standing: ScoreboardCriterion, observations: Sequence[Observation], *, change: float | None
) -> None:
    """Show the status and the value that decided it; without a measurement, that there is none.

    change: the smallest change that the survey can detect, in points; None where there is none.
    """
    assessment = standing.assessment
    status = _(status_word(assessment))
    name_tab(f"{standing.criterion.id}: {status.lower()}")
    reason = escape(_(REASON_WORD[assessment.reason]))
    lines = (
        at_due(standing, words()),
        plan_text(assessment, words()),
        to_target(standing, words()),
        to_expected(standing, words()),
        since_last(standing, observations, words()),
    )
    items = "".join(f"<li>{escape(line)}</li>" for line in lines if line)
    st.html(
        f'<div class="pj-standing"><p>{status_badge(assessment)}<span>{reason}</span></p>'
        f"{_value(standing)}{_progress(standing)}"
        f"{f'<ul>{items}</ul>' if items else ''}{_outlook(standing)}</div>"
    )
    low_response_line(standing)
    detectable_line(change)


def _value(standing: ScoreboardCriterion) -> str:
    assessment, name = standing.assessment, standing.criterion.indicator.name
    if assessment.planned is not None:
        planned = escape(_("Planlagt {day}", day=words().day(assessment.planned)))
        confirmed = escape(_("Bekræftet {day}", day=words().day(assessment.confirmed_on)))
        return f'<p class="pj-value none">{planned}</p><p class="pj-small">{confirmed}</p>'
    if assessment.value is None:
        none = _("Intet meldt endnu") if yes_or_no(standing) else _("Ikke målt endnu")
        return f'<p class="pj-value none">{escape(none)}</p>'
    kind = ' class="pj-value none"' if yes_or_no(standing) else ' class="pj-value"'
    value = escape(decided_figure(standing, words()))
    about = escape(_("{name}, {day}", name=name, day=words().day(assessment.ref)))
    return f'<p{kind}>{value}</p><p class="pj-small">{about}</p>'


def _progress(standing: ScoreboardCriterion) -> str:
    """Return a bar of the promised change: how much is reached, with a tick at what was due then.

    Nothing where there is no change to be made.
    """
    reached, due = standing.assessment.share_achieved, standing.assessment.share_expected
    if reached is None or due is None or yes_or_no(standing):
        return ""
    fill = palette("page").fill[sign_of(standing.assessment)]
    text = _(
        "{reached} af den lovede ændring er nået; {due} var forventet den dag.",
        reached=share(reached, words()),
        due=share(due, words()),
    )
    width, tick = (100 * min(max(part, 0.0), 1.0) for part in (reached, due))
    return (
        f'<div class="pj-progress" aria-hidden="true"><i style="width:{width:.1f}%;'
        f'background:{fill}"></i><b style="left:{tick:.1f}%"></b></div>'
        f'<p class="pj-small">{escape(text)}</p>'
    )


def outlook(standing: ScoreboardCriterion) -> Forecast | None:
    """Return what is to be expected of a promise; None of one that is settled already."""
    return None if standing.assessment.status in SETTLED else standing.forecast


def _outlook(standing: ScoreboardCriterion) -> str:
    """Return what is to be expected, beside the status, which it may only take down."""
    text = outlook_text(standing, outlook(standing), words())
    if not text:
        return ""
    lowered = ""
    if standing.headline is not standing.assessment.status:
        note = escape(_("Løftet er på sporet efter målingen, men ikke efter udsigten."))
        lowered = f"<p>{badge(Sign(standing.headline))}<span>{note}</span></p>"
    return f'<div class="pj-outlook">{lowered}<p>{escape(text)}</p></div>'
