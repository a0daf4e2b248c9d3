"""Every change of a promise, newest first: its targets and its measurements."""

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from models.charts.promises.figures import measured_figure
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.observation import Observation, counting_observations
from models.strategy.target import Target
from pages.parts.targets.history import target_words
from pages.shell.viewer import today
from pages.shell.wording import _, words

# A day, and what happened on it as HTML.
Entry = tuple[date, str]


def history(
    standing: ScoreboardCriterion, targets: Sequence[Target], records: Sequence[Observation]
) -> None:
    """Show what was set, measured and corrected, each on the day it was entered."""
    st.header(_("Alt, hvad der er sket"))
    entries = [*_targets(standing, targets), *_measurements(standing, records)]
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


def _targets(standing: ScoreboardCriterion, targets: Sequence[Target]) -> list[Entry]:
    texts = [target_words(target, standing.criterion) for target in targets]
    return [
        (
            target.set_on,
            escape(
                _("Mål ændret: {target}", target=text)
                if at
                else _("Mål sat: {target}", target=text)
            ),
        )
        for at, (target, text) in enumerate(zip(targets, texts, strict=True))
    ]


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
    notes = [
        _("{k} af {n} svar", k=row.k, n=row.n) if row.k is not None else "",
        row.evidence,
        _("rettet siden") if replaced else "",
    ]
    more = "".join(f' <span class="pj-small">· {escape(note)}</span>' for note in notes if note)
    return f"{text} {f'<del>{value}</del>' if replaced else value}{more}"
