"""The annual status on paper: one self-contained HTML file to read, print and file."""

from typing import Any

from markupsafe import Markup

from models.charts.palette import palette
from models.charts.promises.figures import (
    at_due,
    decided_figure,
    figure,
    moved_text,
    moved_total,
    red_total,
    target_text,
)
from models.charts.promises.signs import Sign, mark_svg, sign_of, sign_of_theme, sign_word
from models.report.template import template
from models.report.year.annual_status import AnnualStatus, CriterionOutcome, ThemeLine
from models.report.year.first_page import all_changes, first_page, owner_words
from models.report.year.phrases import moved_due, phrases, title
from models.report.year.record import as_json, fingerprint
from models.report.year.sentences import counts_of_theme, fate_text, remarks, resume
from models.strategy.rule.words import REASON_WORD, status_word
from models.wording import Words
from models.wording.figures import mean


def html(status: AnnualStatus, words: Words, *, invented: str | None = None) -> str:
    """Return the whole document, which fetches nothing from anywhere.

    invented: the source of made-up data, e.g. "demo S"; every page then carries a notice.
    """
    return template("annual.html.j2").render(
        language=words.language,
        title=title(status, words),
        organisation=status.strategy.organisation.name,
        document=status.strategy.document.title,
        phrases=phrases(status, words, invented),
        first=first_page(status, words),
        changes=all_changes(status, words),
        resume=resume(status, words),
        remarks=remarks(status, words),
        totals=[red_total(status.outcomes, words), moved_total(status.outcomes, words)],
        due=[_row(outcome, words) for outcome in status.due_this_year],
        reds=[_red(outcome, status, words) for outcome in status.reds],
        themes=[_theme(line, words) for line in status.themes],
        targetless=[_row(outcome, words) for outcome in status.without_target],
        culture=status.culture,
        colours=palette("light"),
        signs=list(Sign),
        mark=lambda sign: Markup(mark_svg(sign)),  # noqa: S704 - built from our own paths
        word=lambda sign: sign_word(sign, words),
        number=words.number,
        mean=lambda figure: mean(figure, words),
        day=words.day,
        record=Markup(_harmless(as_json(status))),  # noqa: S704 - every < is written as an escape
        fingerprint=fingerprint(status),
    )


def _harmless(record: str) -> str:
    """Return JSON that cannot close the script element around it."""
    return record.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _row(outcome: CriterionOutcome, words: Words) -> dict[str, Any]:
    assessment, criterion = outcome.assessment, outcome.criterion
    return {
        "id": criterion.id,
        "text": criterion.text,
        "due": criterion.due_text or words.day(outcome.due),
        "moved": moved_text(outcome, words),
        "word": words.say(status_word(assessment)),
        "promised_word": (
            words.say(status_word(outcome.moved.assessment)) if outcome.moved else ""
        ),
        "moved_to": moved_due(outcome, words),
        "promised_sign": sign_of(outcome.moved.assessment) if outcome.moved else None,
        "target": target_text(outcome, words),
        "result": decided_figure(outcome, words),
        "at_due": at_due(outcome, words),
        "expected": figure(assessment.expected, outcome, words),
        "ref": words.day(assessment.ref),
        "sign": sign_of(assessment),
        "reason": words.say(REASON_WORD[assessment.reason]),
        "fate": fate_text(outcome, words),
    }


def _red(outcome: CriterionOutcome, status: AnnualStatus, words: Words) -> dict[str, Any]:
    explanation = status.context.explanations.get(outcome.criterion.id)
    texts = owner_words(explanation, words) if explanation else ()
    return _row(outcome, words) | {"owner_words": " ".join(filter(None, texts))}


def _theme(line: ThemeLine, words: Words) -> dict[str, Any]:
    rows = [_row(outcome, words) for outcome in line.outcomes]
    return {
        "title": line.theme.title,
        "label": sign_of_theme(line.label),
        "counts": counts_of_theme(line, words),
        "marks": sorted((row["sign"] for row in rows), key=list(Sign).index),
        "rows": rows,
    }
