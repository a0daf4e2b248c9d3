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
from models.report.year.record import as_json, fingerprint
from models.report.year.sentences import counts_of_theme, fate_text, remarks, resume
from models.strategy.rule.words import REASON_WORD
from models.wording import Words
from models.wording.figures import mean
from models.wording.measures import not_validated


def html(status: AnnualStatus, words: Words, *, invented: str | None = None) -> str:
    """Return the whole document, which fetches nothing from anywhere.

    invented: the source of made-up data, e.g. "demo S"; every page then carries a notice.
    """
    return template("annual.html.j2").render(
        language=words.language,
        title=title(status, words),
        organisation=status.strategy.organisation.name,
        document=status.strategy.document.title,
        phrases=_phrases(status, words, invented),
        resume=resume(status, words),
        remarks=remarks(status, words),
        totals=[red_total(status.outcomes, words), moved_total(status.outcomes, words)],
        distribution=[
            (sign, status.distribution[sign]) for sign in Sign if status.distribution.get(sign)
        ],
        due=[_row(outcome, words) for outcome in status.due_this_year],
        reds=[_row(outcome, words) for outcome in status.reds],
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


def title(status: AnnualStatus, words: Words) -> str:
    """Return the headline of page and paper."""
    return words.say("Årlig status {year}", year=status.year)


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
        "moved_to": words.say("frist {day}", day=words.day(outcome.target_due))
        if outcome.moved
        else "",
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


def _theme(line: ThemeLine, words: Words) -> dict[str, Any]:
    rows = [_row(outcome, words) for outcome in line.outcomes]
    return {
        "title": line.theme.title,
        "label": sign_of_theme(line.label),
        "counts": counts_of_theme(line, words),
        "marks": sorted((row["sign"] for row in rows), key=list(Sign).index),
        "rows": rows,
    }


def _phrases(status: AnnualStatus, words: Words, invented: str | None) -> dict[str, str]:
    """Return every fixed phrase of the template, in the reader's language."""
    say = words.say
    return {
        "as_of": say("Status pr. {day}", day=words.day(status.as_of)),
        "knowledge_date": say("Vidensdato {day}", day=words.day(status.knowledge_date)),
        "invented": say("Opdigtede data ({source}): intet her handler om en virkelig region.",
                        source=invented) if invented else "",
        "summary": say("Resumé"),
        "remarks": say("Vær opmærksom på"),
        "distribution": say("Sådan står løfterne"),
        "by_promised": say("Efter den lovede frist:"),
        "promises": say("Antal løfter"),
        "status": say("Status"),
        "due_heading": say("Løfter, der forfaldt i {year}", year=status.year),
        "due_caption": say("Løfte, vedtaget mål, resultat, og om det blev holdt"),
        "due_none": say("Ingen løfter forfaldt i {year}.", year=status.year),
        "promise": say("Løfte"),
        "due": say("Frist"),
        "target": say("Vedtaget mål"),
        "result": say("Resultat"),
        "expected": say("Ventet"),
        "kept": say("Holdt?"),
        "measured": say("målt {day}", day="{day}"),
        "reds_heading": say("Røde løfter ({n})", n=len(status.reds)),
        "reds_caption": say("Alle røde løfter med deres tal; ingen forsvinder i et gennemsnit"),
        "reds_none": say("Ingen løfter står rødt."),
        "themes_heading": say("Temaerne"),
        "themes_caption": say("Hvert tema med antal løfter efter status"),
        "theme": say("Tema"),
        "counts": say("Løfter"),
        "targetless_heading": say("Løfter uden vedtaget mål ({n})", n=len(status.without_target)),
        "targetless_note": say("De kan ikke bedømmes, og de tæller hverken som grønne eller røde, "
                               "før der er vedtaget et mål."),
        "targetless_none": say("Alle løfter har et vedtaget mål."),
        "culture_heading": say("Innovationskulturen"),
        "culture_caption": say("Regionens gennemsnit for hver dimension, 0 til 100"),
        "not_validated": not_validated(words),
        "dimension": say("Dimension"),
        "mean": say("Gennemsnit"),
        "answers": say("Svar"),
        "annex_heading": say("Bilag: alle kriterier"),
        "criterion": say("Kriterium"),
        "reason": say("Begrundelse"),
        "method_heading": say("Metode og datagrundlag"),
        "method": say(
            "Hver måling bedømmes på den dag, den beskriver, mod en ret vej fra udgangspunkt til "
            "vedtaget mål. Mindst 95 % af den ventede ændring er på sporet, under 60 % er bagud, "
            "derimellem i risiko. Efter fristen er løftet nået eller ikke nået. Manglende data er "
            "aldrig nul: et løfte uden måling efter fristen står som ikke dokumenteret og tæller "
            "rødt. Et tema er rødt, når ét af dets løfter er det. Løfter, der forfaldt i året, er "
            "bedømt med det, der vidstes på vidensdatoen; alle andre pr. årets sidste dag."
        ),
        "rule": say("Regelversion {rule}", rule=status.rule),
        "source": say("Kilde: {document}", document=status.strategy.document.title),
        "hash": say("SHA-256 af de indlejrede data"),
        "page": say("Side"),
        "of": say("af"),
    }  # fmt: skip
