"""The day of a status and the day it was known, in one sentence."""

from datetime import date

from models.strategy.rule.assessment_day import year_end
from pages.shell.wording import _, words


def knowledge_sentence(as_of: date, knowledge_date: date) -> str:
    """Return the two days of a status, and which promises each of them decides."""
    day, entered_by = words().day(as_of), words().day(knowledge_date)
    if as_of == year_end(as_of.year):
        return _(
            "Status pr. {day}, vidensdato {known}. Løfter, der forfaldt i {year}, er bedømt med "
            "det, der vidstes på vidensdatoen; alle andre pr. {day}.",
            day=day,
            known=entered_by,
            year=as_of.year,
        )
    return _("Status pr. {day}, vidensdato {known}.", day=day, known=entered_by)
