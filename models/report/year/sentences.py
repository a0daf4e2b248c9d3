"""The sentences of the annual status: what the figures say, in the order a committee reads them."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from models.charts.promises.distribution import count_word, counts_text
from models.charts.promises.signs import Sign
from models.report.year.annual_status import AnnualStatus, CriterionOutcome, Fate, ThemeLine
from models.wording import N_, Words

FATE_WORD = {
    Fate.KEPT: N_("nået"),
    Fate.BROKEN: N_("ikke nået"),
    Fate.UNDOCUMENTED: N_("ikke dokumenteret"),
    Fate.TARGETLESS: N_("uden vedtaget mål"),
    Fate.POSTPONED: N_("udsat"),
    Fate.OPEN: N_("endnu ikke afgjort"),
}


def resume(status: AnnualStatus, words: Words) -> tuple[str, ...]:
    """Up to five sentences: what fell due, the reds, the outlook, coverage, targets not set."""
    return tuple(
        chain(
            [_due(status, words)],
            [_reds(status, words)],
            _later(status, words),
            [_coverage(status, words)],
            _without_target(status, words),
        )
    )


def remarks(status: AnnualStatus, words: Words) -> tuple[str, ...]:
    """What the reader must know to read the figures right, and what to do next."""
    told = []
    if not status.dated:
        told += _undated(status, words)
    told += _outside_period(status, words)
    told += _moved(status, words)
    if status.culture is None:
        told.append(
            words.say(
                "Ingen undersøgelse af innovationskulturen var lukket og frigivet ved årets "
                "udgang. Når en er det, står regionens resultat her."
            )
        )
    return tuple(told)


def _due(status: AnnualStatus, words: Words) -> str:
    due = status.due_this_year
    if not due:
        return words.say("Ingen løfter forfaldt i {year}.", year=status.year)
    counts = _enumerated(_fates(due, words), words)
    if len(due) == 1:
        return words.say("Ét løfte forfaldt i {year}: {counts}.", year=status.year, counts=counts)
    return words.say("{n} løfter forfaldt i {year}: {counts}.", n=len(due), year=status.year,
                     counts=counts)  # fmt: skip


def _fates(due: Sequence[CriterionOutcome], words: Words) -> list[str]:
    """What became of the promises that fell due; every one is counted exactly once."""
    counts = Counter(promise.fate for promise in due)
    return [
        words.say("{n} {word}", n=counts[one], word=words.say(FATE_WORD[one]))
        for one in Fate
        if counts[one]
    ]


def _reds(status: AnnualStatus, words: Words) -> str:
    reds = status.reds
    if not reds:
        if status.with_data:
            return words.say("Ingen løfter står rødt.")
        return words.say("Ingen løfter står rødt, men ingen er målt endnu: det er ikke det samme "
                         "som, at alt er i orden.")  # fmt: skip
    names = _enumerated([f"»{p.criterion.text}«" for p in reds[:_NAMED]], words)
    more = len(reds) - _NAMED
    if more > 0:
        return words.say("{n} løfter står rødt, blandt andre {names}; alle nævnes nedenfor.",
                         n=len(reds), names=names)  # fmt: skip
    if len(reds) == 1:
        return words.say("Ét løfte står rødt: {names}.", names=names)
    return words.say("{n} løfter står rødt: {names}.", n=len(reds), names=names)


_NAMED = 3


def _later(status: AnnualStatus, words: Words) -> list[str]:
    later = status.due_later
    if not later:
        return []
    counts = [
        words.say("{n} {word}", n=n, word=count_word(shown, words))
        for shown in Sign
        if (n := sum(p.sign is shown for p in later))
    ]
    told = _enumerated(counts, words)
    if len(later) == 1:
        return [words.say("Ét løfte har senere frist: {counts}.", counts=told)]
    return [words.say("{n} løfter har senere frist: {counts}.", n=len(later), counts=told)]


def _coverage(status: AnnualStatus, words: Words) -> str:
    total, assessable, with_data = len(status.outcomes), status.assessable, status.with_data
    if not assessable:
        return words.say("Det er for tidligt at bedømme strategiens løfter.")
    early = total - assessable
    told = words.say("Dækning: {with_data} af {judged} løfter kan bedømmes på data",
                     judged=assessable, with_data=with_data)  # fmt: skip
    if early:
        return words.say("{told}; for {early} er det for tidligt.", told=told, early=early)
    return told + "."


def _without_target(status: AnnualStatus, words: Words) -> list[str]:
    match len(status.without_target):
        case 0:
            return []
        case 1:
            return [words.say("Ét løfte mangler stadig et vedtaget mål.")]
        case n:
            return [words.say("{n} løfter mangler stadig et vedtaget mål.", n=n)]


def _undated(status: AnnualStatus, words: Words) -> list[str]:
    adopted = sum(p.adopted for p in status.outcomes)
    told = [
        words.say(
            "Strategien har ingen daterede succeskriterier. Teksten siger, hvad man vil, men "
            "ikke hvor meget og hvornår. Derfor kan ingen løfter forfalde i {year}.",
            year=status.year,
        )
    ]
    if adopted:
        told = [
            words.say(
                "Strategien har selv ingen daterede succeskriterier; "
                "frister og mål er vedtaget siden."
            )
        ]
    told.append(
        words.say(
            "Der foreligger {n} forslag til kriterier, udledt af strategiens egen tekst. "
            "Med vedtaget mål: {adopted}.",
            n=status.derived,
            adopted=adopted,
        )
    )
    told.append(
        words.say(
            "Næste skridt: vælg de forslag, der skal gælde, og vedtag udgangspunkt, mål og frist "
            "for hvert. En tovholder sætter dem på siden Mål."
        )
    )
    return told


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
    match len(status.moved):
        case 0:
            return []
        case 1:
            return [
                words.say(
                    "Ét løfte har fået et mål med en senere frist end den, strategien gav. "
                    "Begge datoer står ved løftet, og det tæller i det år, det var lovet til."
                )
            ]
        case n:
            return [
                words.say(
                    "{n} løfter har fået et mål med en senere frist end den, strategien gav. "
                    "Begge datoer står ved løftet, og det tæller i det år, det var lovet til.",
                    n=n,
                )
            ]


def _enumerated(parts: Sequence[str], words: Words) -> str:
    """The parts as one phrase: "a, b og c"."""
    if len(parts) == 1:
        return parts[0]
    return words.say("{first} og {last}", first=", ".join(parts[:-1]), last=parts[-1])


def counted(line: ThemeLine, words: Words) -> str:
    """A theme's counts behind its label: "2 røde, 1 i risiko ... af 12"."""
    return words.say("{counts} af {n}", counts=counts_text(line.signs, words), n=len(line.outcomes))


def fate(promise: CriterionOutcome, words: Words) -> str:
    """What became of a promise, in a few words."""
    late = promise.assessment.days_late
    if late:
        return words.say("nået {n} dage for sent", n=late)
    if promise.fate is Fate.POSTPONED:
        return words.say("udsat til {day}", day=words.day(promise.target_due))
    return words.say(FATE_WORD[promise.fate])
