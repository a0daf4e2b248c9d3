"""The headings, captions and fixed paragraphs of the annual status, the same in every format."""

from models.report.year.annual_status import AnnualStatus, CriterionOutcome
from models.wording import Words
from models.wording.calculation import HEADING, MARK_OF_DATA
from models.wording.measures import not_validated


def title(status: AnnualStatus, words: Words) -> str:
    """Return the headline of page and paper."""
    return words.say("Årsstatus {year}", year=status.year)


def moved_due(outcome: CriterionOutcome, words: Words) -> str:
    """Return the due date of a target that is due later than the strategy says; else blank."""
    return words.say("frist {day}", day=words.day(outcome.target_due)) if outcome.moved else ""


def phrases(status: AnnualStatus, words: Words, invented: str | None) -> dict[str, str]:
    """Return each heading, caption, note and paragraph by its name in the templates.

    invented: the source of made-up data, e.g. "demo S"; None for a real region.
    """
    say = words.say
    return {
        "as_of": say("Status pr. {day}", day=words.day(status.as_of)),
        "knowledge_date": say("Vidensdato {day}", day=words.day(status.knowledge_date)),
        "invented": say("Opdigtede data ({source}): intet her handler om en virkelig region.",
                        source=invented) if invented else "",
        "all_promises": say("Alle løfter"),
        "change_heading": say("Siden sidste år"),
        "worst_heading": (
            say("Længst bagefter planen") if status.measured_reds else say("Uden dokumentation")
        ),
        "proposals_heading": say("Det beder vi udvalget om"),
        "proposals_none": say("Der er ikke skrevet noget til udvalget endnu."),
        "annex": say("Bilag"),
        "changes_caption": say("Alle løfter, der har skiftet status siden sidste år"),
        "before": say("Før"),
        "now": say("Nu"),
        "cause": say("Årsag"),
        "owner_words": say("Den ansvarlige skriver"),
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
        "expected": say("Forventet"),
        "kept": say("Holdt?"),
        "measured": say("målt {day}", day="{day}"),
        "reds_heading": say("Røde løfter ({n})", n=len(status.reds)),
        "reds_caption": say("Alle røde løfter med deres tal"),
        "reds_none": say("Ingen løfter står rødt."),
        "themes_heading": say("Temaerne"),
        "themes_caption": say("Hvert tema med antal løfter efter status"),
        "theme": say("Tema"),
        "counts": say("Løfter"),
        "targetless_heading": say("Løfter uden mål eller frist ({n})",
                                  n=len(status.without_target)),
        "targetless_note": say("De kan ikke bedømmes, og de tæller hverken som grønne eller røde, "
                               "før der er vedtaget et mål."),
        "targetless_none": say("Alle løfter har et mål og en frist."),
        "culture_heading": say("Innovationskulturen"),
        "culture_caption": say("Regionens gennemsnit for hver dimension, 0 til 100"),
        "not_validated": not_validated(words),
        "dimension": say("Dimension"),
        "mean": say("Gennemsnit"),
        "answers": say("Svar"),
        "annex_heading": say("Bilag: alle kriterier"),
        "criterion": say("Kriterium"),
        "reason": say("Begrundelse"),
        "method_heading": say(HEADING),
        "method": say(
            "Hver måling bedømmes på den dag, den gælder for, mod en jævn udvikling fra "
            "udgangspunkt til vedtaget mål. Mindst 95 % af den forventede ændring er på "
            "sporet, under 60 % er bagud, derimellem i risiko. Efter fristen er løftet nået "
            "eller ikke nået. Manglende data er aldrig nul: et løfte uden måling efter fristen "
            "står som ikke dokumenteret og tæller som rødt. Et tema er rødt, når ét af dets "
            "løfter er det. Løfter, der forfaldt i året, er bedømt med det, man vidste på "
            "vidensdatoen; alle andre pr. årets sidste dag."
        ),
        "rule": say("Regelversion {rule}", rule=status.rule),
        "source": say("Kilde: {document}", document=status.strategy.document.title),
        "hash": say(MARK_OF_DATA),
        "page": say("Side"),
        "of": say("af"),
    }  # fmt: skip
