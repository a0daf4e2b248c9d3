"""The sentences of the annual status, in the order a committee reads them."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from models.charts.promises.counts import moved_counts
from models.charts.promises.distribution import count_word, counts_text
from models.charts.promises.signs import Sign
from models.report.year.annual_status import AnnualStatus, CriterionOutcome, Fate, ThemeLine
from models.wording import N_, Words

FATE_WORD = {
    Fate.KEPT: N_("nået"),
    Fate.LATE: N_("nået for sent"),
    Fate.BROKEN: N_("ikke nået"),
    Fate.UNDOCUMENTED: N_("ikke dokumenteret"),
    Fate.TARGETLESS: N_("uden vedtaget mål"),
    Fate.POSTPONED: N_("udsat"),
    Fate.OPEN: N_("endnu ikke afgjort"),
}

# The reds named in the summary itself; the list below it names all.
_NAMED = 3


def resume(status: AnnualStatus, words: Words, *, named: int = _NAMED) -> tuple[str, ...]:
    """Return up to six sentences: due this year, reds, due later, coverage, what is missing.

    named: how many of the reds are named in their sentence at most.
    """
    return tuple(
        chain(
            [_due(status, words)],
            [_reds(status, words, named)],
            _later(status, words),
            [_coverage(status, words)],
            _without_target(status, words),
            _without_baseline(status, words),
        )
    )


def remarks(status: AnnualStatus, words: Words) -> tuple[str, ...]:
    """Return the reservations about the figures, and what to do next."""
    sentences = []
    if not status.gives_dates:
        sentences += _undated(status, words)
    sentences += _outside_period(status, words)
    sentences += _moved(status, words)
    if status.culture is None:
        sentences.append(
            words.say(
                "Ved årets udgang var der ikke frigivet nogen undersøgelse af "
                "innovationskulturen. Når en er frigivet, står regionens resultat her."
            )
        )
    return tuple(sentences)


def _due(status: AnnualStatus, words: Words) -> str:
    due = status.due_this_year
    if not due:
        return words.say("Ingen løfter forfaldt i {year}.", year=status.year)
    counts = words.enumeration(_fates(due, words))
    return words.ngettext(
        "Ét løfte forfaldt i {year}: {counts}.",
        "{n} løfter forfaldt i {year}: {counts}.",
        len(due),
        year=status.year,
        counts=counts,
    )


def _fates(due: Sequence[CriterionOutcome], words: Words) -> list[str]:
    """Return the counts by fate of the criteria that fell due; each is counted exactly once."""
    counts = Counter(outcome.fate for outcome in due)
    return [
        words.say("{n} {word}", n=counts[fate], word=words.say(FATE_WORD[fate]))
        for fate in Fate
        if counts[fate]
    ]


def _reds(status: AnnualStatus, words: Words, named: int) -> str:
    reds = status.reds
    if not reds:
        if status.with_data:
            return words.say("Ingen løfter står rødt.")
        return words.say("Ingen løfter står rødt, men ingen er målt endnu.")  # fmt: skip
    if not named:
        return words.ngettext("Ét løfte står rødt.", "{n} løfter står rødt.", len(reds))
    texts = [words.say("”{text}”", text=outcome.criterion.text) for outcome in reds[:named]]
    names = words.enumeration(texts)
    if len(reds) > named:
        return words.say("{n} løfter står rødt, blandt andre {names}; alle nævnes nedenfor.",
                         n=len(reds), names=names)  # fmt: skip
    return words.ngettext(
        "Ét løfte står rødt: {names}.", "{n} løfter står rødt: {names}.", len(reds), names=names
    )


def _later(status: AnnualStatus, words: Words) -> list[str]:
    later = status.due_later
    if not later:
        return []
    counts = [
        words.say("{n} {word}", n=n, word=count_word(sign, words))
        for sign in Sign
        if (n := sum(outcome.sign is sign for outcome in later))
    ]
    parts = words.enumeration(counts)
    return [
        words.ngettext(
            "Ét løfte er lovet til efter {year}: {counts}.",
            "{n} løfter er lovet til efter {year}: {counts}.",
            len(later),
            year=status.year,
            counts=parts,
        )
    ]


def _coverage(status: AnnualStatus, words: Words) -> str:
    total, assessable, with_data = len(status.outcomes), status.assessable, status.with_data
    if not assessable:
        return words.say("Det er for tidligt at bedømme strategiens løfter.")
    early = total - assessable
    coverage = words.say("{with_data} af {judged} løfter kan bedømmes ud fra målinger",
                     judged=assessable, with_data=with_data)  # fmt: skip
    if early:
        return words.say("{told}; for {early} er det for tidligt.", told=coverage, early=early)
    return coverage + "."


def _without_target(status: AnnualStatus, words: Words) -> list[str]:
    number = len(status.without_target)
    sentence = words.ngettext(
        "Ét af {all} løfter mangler stadig et mål eller en frist.",
        "{n} af {all} løfter mangler stadig et mål eller en frist.",
        number,
        all=len(status.outcomes),
    )
    return [sentence] if number else []


def _without_baseline(status: AnnualStatus, words: Words) -> list[str]:
    number = len(status.without_baseline)
    sentence = words.ngettext(
        "Ét løfte handler om at blive bedre end nu, og udgangspunktet er ikke målt.",
        "{n} løfter handler om at blive bedre end nu, og udgangspunktet er ikke målt.",
        number,
    )
    return [sentence] if number else []


def red_themes(status: AnnualStatus, words: Words) -> str:
    """Return how many themes have a red promise, and the one that has most; blank without any."""
    numbers = [len(line.label.reds) for line in status.themes]
    most = max(numbers, default=0)
    if not most:
        return ""
    sentence = words.say(
        "{n} af {all} temaer har mindst ét rødt løfte.",
        n=sum(number > 0 for number in numbers),
        all=len(numbers),
    )
    if numbers.count(most) > 1:
        return sentence
    worst = status.themes[numbers.index(most)]
    most_of_all = words.say(
        "Flest har ”{title}”: {n} af {all}.",
        title=worst.theme.title,
        n=most,
        all=len(worst.outcomes),
    )
    return f"{sentence} {most_of_all}"


def _undated(status: AnnualStatus, words: Words) -> list[str]:
    adopted = sum(outcome.adopted for outcome in status.outcomes)
    sentences = [
        words.say(
            "Strategien har ingen daterede succeskriterier. Teksten siger, hvad man vil, men "
            "ikke hvor meget og hvornår. Derfor kan ingen løfter forfalde i {year}.",
            year=status.year,
        )
    ]
    if adopted:
        sentences = [
            words.say(
                "Strategien har selv ingen daterede succeskriterier; "
                "frister og mål er vedtaget siden."
            )
        ]
    sentences.append(
        words.ngettext(
            "Der er ét forslag til et kriterium, udledt af strategiens egen tekst. "
            "Med vedtaget mål: {adopted}.",
            "Der er {n} forslag til kriterier, udledt af strategiens egen tekst. "
            "Med vedtaget mål: {adopted}.",
            status.derived,
            adopted=adopted,
        )
    )
    sentences.append(
        words.say(
            "Næste skridt: vælg de forslag, der skal gælde, og vedtag udgangspunkt, mål og frist "
            "for hvert. En tovholder sætter dem på siden Mål."
        )
    )
    return sentences


def _outside_period(status: AnnualStatus, words: Words) -> list[str]:
    period = status.strategy.period
    start, end = period.start, period.end
    if start and status.as_of < start:
        return [words.say("{year} ligger før strategiens periode ({period}).", year=status.year,
                          period=period.text)]  # fmt: skip
    if end and status.year > end.year:
        return [words.say("{year} ligger efter strategiens periode ({period}).", year=status.year,
                          period=period.text)]  # fmt: skip
    return []


def _moved(status: AnnualStatus, words: Words) -> list[str]:
    number = len(status.moved)
    sentence = words.ngettext(
        "Ét løfte har fået et mål med en senere frist end den lovede. "
        "Begge datoer står ved løftet, og det tæller i det år, det var lovet til.",
        "{n} løfter har fået et mål med en senere frist end den lovede. "
        "Begge datoer står ved løftet, og det tæller i det år, det var lovet til.",
        number,
    )
    red = moved_counts(status.outcomes)[1]
    if red:
        by_promise = words.say("Efter den lovede frist er {n} af {all} røde.", n=red, all=number)
        sentence = f"{sentence} {by_promise}"
    return [sentence] if number else []


def counts_of_theme(line: ThemeLine, words: Words) -> str:
    """Return a theme's counts behind its label: "2 røde, 1 i risiko ... af 12"."""
    return words.say("{counts} af {n}", counts=counts_text(line.signs, words), n=len(line.outcomes))


def fate_text(outcome: CriterionOutcome, words: Words) -> str:
    """Return what became of a criterion, in a few words."""
    late = outcome.assessment.days_late
    if late:
        return words.ngettext("nået {n} dag for sent", "nået {n} dage for sent", late)
    if outcome.fate is Fate.POSTPONED:
        return words.say("udsat til {day}", day=words.day(outcome.target_due))
    return words.say(FATE_WORD[outcome.fate])
