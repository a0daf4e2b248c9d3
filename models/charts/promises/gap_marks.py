"""The gaps of a strategy as a chart: a row for each kind, a mark for each promise that has it."""

from collections.abc import Mapping, Sequence

from models.charts.chart_file import Chart, Table
from models.charts.palette import Mode
from models.charts.promises.counts import sign_counts
from models.charts.promises.distribution import ThemeCounts, counts_text, distribution
from models.charts.promises.signs import Sign, sign_word
from models.charts.promises.standing import CriterionStanding
from models.charts.style import fixed
from models.strategy.gap import GAP_WORD, GapKind
from models.wording import N_, Words

Gaps = Mapping[GapKind, Sequence[CriterionStanding]]
# In the sentence above the chart stand the largest gaps.
_LARGEST = 3
_COUNT = {
    GapKind.TARGET: N_("{n} uden mål eller frist"),
    GapKind.START: N_("{n} uden udgangspunkt"),
    GapKind.OWNER: N_("{n} uden ejer"),
    GapKind.INITIATIVE: N_("{n} uden initiativ"),
    GapKind.NEVER_MEASURED: N_("{n} aldrig målt"),
    GapKind.STALE: N_("{n} med en for gammel måling"),
    GapKind.UNCONFIRMED: N_("{n} med en ubekræftet plan"),
    GapKind.UNDOCUMENTED: N_("{n} uden dokumentation efter fristen"),
}


def gap_marks(gaps: Gaps, *, mode: Mode, words: Words) -> Chart:
    """Draw one row a kind of gap that some promise has: its promises as marks, by sign."""
    rows = [
        ThemeCounts(f"{words.say(GAP_WORD[kind])}: {words.number(len(rows), 0)}", sign_counts(rows))
        for kind, rows in gaps.items()
        if rows
    ]
    return fixed(distribution(rows, mode=mode, words=words))


def headline(gaps: Gaps, incomplete: int, every: int, words: Words) -> str:
    """Return how many of the promises lack something, and the largest gaps."""
    if not incomplete:
        return words.say("Ingen af de {n} løfter mangler noget.", n=every)
    largest = sorted(gaps, key=lambda kind: len(gaps[kind]), reverse=True)[:_LARGEST]
    counts = [words.say(_COUNT[kind], n=len(gaps[kind])) for kind in largest if gaps[kind]]
    return words.ngettext(
        "{n} af {all} løfter mangler noget: {counts}.",
        "{n} af {all} løfter mangler noget: {counts}.",
        incomplete,
        all=every,
        counts=words.enumeration(counts),
    )


def table(gaps: Gaps, words: Words) -> Table:
    """The chart's figures, a row a kind: how many promises, and of them those of each sign."""
    signs = [sign for sign in Sign if any(sign_counts(rows)[sign] for rows in gaps.values())]
    return [
        {
            words.say("Det mangler"): words.say(GAP_WORD[kind]),
            words.say("Løfter"): counts_text(sign_counts(rows), words),
            **{sign_word(sign, words): sign_counts(rows)[sign] for sign in signs},
        }
        for kind, rows in gaps.items()
    ]
