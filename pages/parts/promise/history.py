"""Every change of a promise, newest first: what was set, measured, written and decided."""

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from models.charts.promises.figures import measured_figure
from models.services.promise_story import PromiseStory
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.observation import Observation, counting_observations
from models.strategy.target import Target
from models.trace.action import Action
from models.trace.line import TraceLine
from pages.parts.promise.trace_text import author, trace_text
from pages.parts.targets.history import target_words
from pages.shell.viewer import today
from pages.shell.wording import _, words

# A day, and what happened on it as HTML.
Entry = tuple[date, str]


# These stand in the list with their figures, also where they are older than the trace.
_IN_FIGURES = frozenset({Action.SET_TARGET, Action.RECORD_VALUE})


def history(story: PromiseStory) -> None:
    """Show what was set, measured, corrected, written and decided, each on its day of entry."""
    st.header(_("Alt, hvad der er sket"))
    standing = story.standing
    entries = [
        *_targets(standing, story.targets, story.trace),
        *_measurements(standing, story.records),
        *_writes(story.trace),
    ]
    if not entries:
        st.info(_("Intet er sat eller målt endnu."))
        return
    # Of one day the later entry stands first, as the days themselves do.
    newest = sorted(entries, key=lambda entry: entry[0])[::-1]
    rows = "".join(
        f'<li><time datetime="{day.isoformat()}">{escape(words().day(day))}</time>'
        f"<span>{text}</span></li>"
        for day, text in newest
    )
    st.html(f'<ol class="pj-checklist">{rows}</ol>')


def _targets(
    standing: ScoreboardCriterion, targets: Sequence[Target], trace: Sequence[TraceLine]
) -> list[Entry]:
    authors = {line.at.date(): author(line) for line in trace if line.action is Action.SET_TARGET}
    entries = []
    for at, target in enumerate(targets):
        text = target_words(target, standing.criterion)
        sentence = _("Mål ændret: {target}", target=text) if at else _("Mål sat: {target}",
                                                                      target=text)  # fmt: skip
        entries.append((target.set_on, _noted(escape(sentence), authors.get(target.set_on, ""))))
    return entries


def _writes(trace: Sequence[TraceLine]) -> list[Entry]:
    """Return the lines of the trace that no target and no measurement shows, oldest first."""
    return [
        (line.at.date(), _noted(escape(trace_text(line)), line.reason, author(line)))
        for line in reversed(trace)
        if line.action not in _IN_FIGURES
    ]


def _noted(text: str, *notes: str) -> str:
    """Return a text with notes after it, small; the blank ones are left out."""
    more = "".join(f' <span class="pj-small">· {escape(note)}</span>' for note in notes if note)
    return f"{text}{more}"


def _measurements(standing: ScoreboardCriterion, records: Sequence[Observation]) -> list[Entry]:
    # By identity: a correction may repeat every field of the record that it replaces.
    counting = {id(row) for row in counting_observations(records, today())}
    return [
        (row.recorded, _measurement(standing, row, replaced=id(row) not in counting))
        for row in sorted(records, key=lambda row: (row.recorded, row.ref))
    ]


def _measurement(standing: ScoreboardCriterion, row: Observation, *, replaced: bool) -> str:
    value = escape(measured_figure(row.value, standing, words()))
    text = escape(_("Måling for {day}:", day=words().day(row.ref)))
    if row.series != "A":
        text = escape(_("Måling for {day}, serie {series}:", day=words().day(row.ref),
                        series=row.series))  # fmt: skip
    count = _("{k} af {n} svar", k=row.k, n=row.n) if row.k is not None else ""
    author_of = _("skrevet af {who}", who=row.entered_by) if row.entered_by else ""
    approved = _("godkendt af {who}", who=row.approved_by) if row.approved_by else ""
    later = _("rettet siden") if replaced else ""
    figure = f"<del>{value}</del>" if replaced else value
    return _noted(f"{text} {figure}", count, row.evidence, author_of, approved, later)
