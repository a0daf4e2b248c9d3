"""What changed in words: the finding, the figures before and after, and the causes."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.charts.board.headline import change_sentence
from models.charts.board.transitions import ORDER, Turn
from models.charts.changes.sides import (
    Side,
    after,
    before,
    cause_counts,
    moves,
    sign_pairs,
    time_only,
    transition,
)
from models.charts.chart_file import Table
from models.charts.promises.figures import decided_figure, late_word, target_text
from models.charts.promises.signs import Sign, sign_of, sign_word
from models.strategy.rule.change import Cause, StatusChange
from models.strategy.rule.words import CAUSE_WORD, REASON_WORD, STATUS_WORD
from models.wording import N_, Words

Cell = str | float | date | None
TURN_WORD = {
    Turn.WORSE: N_("faldet"),
    Turn.BETTER: N_("steget"),
    Turn.OTHER: N_("fra eller til ”kan ikke vurderes”"),
}


def finding(changes: Sequence[StatusChange], since: date, words: Words) -> str:
    """Return how many statuses fell and rose since a day, as the scoreboard has it, and why."""
    rows = moves(changes)
    sentence = change_sentence([transition(row) for row in rows], words.day(since), words)
    counts = cause_counts(rows)
    if not counts:
        return sentence
    parts = [
        words.say("{cause}: {n}", cause=words.say(CAUSE_WORD[cause]).lower(), n=counts[cause])
        for cause in Cause
        if counts[cause]
    ]
    return words.say("{sentence} Årsager: {causes}.", sentence=sentence,
                     causes=words.enumeration(parts))  # fmt: skip


def causes_text(change: StatusChange, words: Words) -> str:
    """Return the causes as a list: "Tiden er gået, nye tal"."""
    first, *others = [words.say(CAUSE_WORD[cause]) for cause in change.causes] or [""]
    return ", ".join((first, *(text.lower() for text in others)))


def time_sentence(change: StatusChange, words: Words) -> str:
    """Return the status that time alone would have given; blank where it is an old or new one."""
    alone = sign_of(change.time_only.assessment)
    if alone in {sign_of(side.assessment) for side in (change.before, change.after)}:
        return ""
    return words.say(
        "Tiden alene ville have gjort det til: {status}.",
        status=late_word(time_only(change), words),
    )


def override_text(change: StatusChange, words: Words) -> str:
    """Return the status that people set before and after; blank where that is the same."""
    if Cause.OVERRIDE not in change.causes:
        return ""
    first, last = (
        words.say(STATUS_WORD[override.status]) if override else words.say("ingen")
        for override in (change.override_before, change.override_after)
    )
    return words.say("Sat af mennesker ved siden af reglen: {before} → {after}.",
                     before=first, after=last)  # fmt: skip


def headline_text(change: StatusChange, words: Words) -> str:
    """Return the status after the forecast before and now, where it alone differs; else blank."""
    first, last = change.before, change.after
    if first.headline is last.headline or first.assessment.status is not last.assessment.status:
        return ""
    return words.say(
        "Med udsigten til fristen: {before} → {after}.",
        before=words.say(STATUS_WORD[first.headline]),
        after=words.say(STATUS_WORD[last.headline]),
    )


def target_change(change: StatusChange, words: Words) -> str:
    """Return the target before and after with their deadlines; blank where it is the same."""
    if change.target_before == change.target_after:
        return ""
    first, last = (_aim(side(change), words) for side in (before, after))
    return words.say("Mål: {before} → {after}.", before=first, after=last)


def _aim(side: Side, words: Words) -> str:
    text = target_text(side, words)
    if side.target is None or side.target.due is None:
        return text
    return words.say("{target} senest {day}", target=text, day=words.day(side.target.due))


def figure_text(side: Side, words: Words) -> str:
    """Return the value behind a status and the day it describes; why there is none otherwise."""
    if side.assessment.value is None:
        return words.say(REASON_WORD[side.assessment.reason])
    return words.say("{value}, {day}", value=decided_figure(side, words),
                     day=words.day(side.assessment.ref))  # fmt: skip


def notes(change: StatusChange, words: Words) -> list[str]:
    """Return the sentences beside the causes."""
    texts = (time_sentence, target_change, override_text, headline_text)
    return [sentence for text in texts if (sentence := text(change, words))]


def table(
    changes: Sequence[StatusChange], themes: Mapping[str, str], words: Words
) -> list[dict[str, Cell]]:
    """Return a row a change: figures and days as figures and days. themes: id -> title."""
    return [_row(change, themes[change.criterion.theme_id], words) for change in changes]


def _row(change: StatusChange, theme: str, words: Words) -> dict[str, Cell]:
    first, last = before(change), after(change)
    move = transition(change)
    way = TURN_WORD[move.turn] if move.before is not move.after else N_("samme status")
    return {
        words.say("Kode"): change.criterion.id,
        words.say("Løfte"): change.criterion.text,
        words.say("Tema"): theme,
        words.say("Ændring"): words.say(way),
        words.say("Før"): late_word(first, words),
        words.say("Nu"): late_word(last, words),
        words.say("Årsag"): causes_text(change, words),
        words.say("Tallet før"): first.assessment.value,
        words.say("Gjaldt for"): first.assessment.ref,
        words.say("Tallet nu"): last.assessment.value,
        words.say("Gælder for"): last.assessment.ref,
        words.say("Enhed"): change.criterion.indicator.unit,
        words.say("Målet før"): target_text(first, words),
        words.say("Målet nu"): target_text(last, words),
        words.say("Bemærkning"): " ".join(notes(change, words)),
    }


def slope_table(compared: Sequence[StatusChange], words: Words) -> Table:
    """Return the picture's figures: a row for each status before and after, with how many."""
    pairs = sign_pairs(compared)
    order = (*ORDER, Sign.NO_DATA)
    return [
        {
            words.say("Før"): sign_word(first, words),
            words.say("Nu"): sign_word(last, words),
            words.say("Løfter"): words.number(n, 0),
        }
        for (first, last), n in sorted(
            pairs.items(), key=lambda pair: tuple(map(order.index, pair[0]))
        )
    ]
