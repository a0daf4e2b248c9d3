"""The day of a status and the day it was known, in one sentence."""

from contextlib import suppress
from datetime import date

import streamlit as st

from models.strategy.paper.strategy import Strategy
from models.strategy.rule.assessment_day import year_end
from models.wording import reading
from pages.parts.address import obey_text, show
from pages.parts.form.field import day_field
from pages.shell.viewer import today
from pages.shell.wording import Markdown, _, language, say, words


def knowledge_picker() -> date:
    """Return the day whose knowledge counts, today to begin with. `?known=` chooses beforehand."""
    key, address_day = "known", st.query_params.get("known", "")
    with suppress(ValueError):
        text = reading.written_day(date.fromisoformat(address_day), language())
        obey_text("known", {address_day: text}, key=key)
    day = day_field(
        _("Vidensdato"),
        today(),
        key=key,
        hint=_("Kun det, der var indtastet den dag, tæller med."),
    )
    # Today is not written down: whoever opens the link tomorrow sees what is then known.
    if day != today():
        show("known", day.isoformat(), key=key)
    elif address_day:
        del st.query_params["known"]
    return day


def source_text(strategy: Strategy, as_of: date, knowledge_date: date) -> str:
    """Return where the figures of a strategy come from, for a file."""
    return _(
        "Kilde: {strategy}, status pr. {day}, vidensdato {known}.",
        strategy=strategy.document.title,
        day=words().day(as_of),
        known=words().day(knowledge_date),
    )


def knowledge_sentence(as_of: date, knowledge_date: date) -> Markdown:
    """Return the two days of a status, and which promises each of them decides."""
    day, entered_by = words().day(as_of), words().day(knowledge_date)
    if as_of == year_end(as_of.year):
        return say(
            "Status pr. {day}, vidensdato {known}. Løfter, der forfaldt i {year}, er bedømt med "
            "det, der vidstes på vidensdatoen; alle andre, som de stod ved årets udgang.",
            day=day,
            known=entered_by,
            year=as_of.year,
        )
    return say("Status pr. {day}, vidensdato {known}.", day=day, known=entered_by)
