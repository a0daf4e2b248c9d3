"""The first page of the annual status: what a committee reads in a minute, the same everywhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.charts.board.headline import change_sentence
from models.charts.board.transitions import Transition, Turn, transitions
from models.charts.board.worst import due, gap_text, worst
from models.charts.promises.counts import red_count, sign_counts
from models.charts.promises.signs import Sign, sign_of, sign_word
from models.charts.promises.standing import CriterionStanding
from models.report.year.annual_status import AnnualStatus, CriterionOutcome
from models.report.year.context import YearContext
from models.steering.explanation import Explanation
from models.strategy.rule.words import CAUSE_WORD, status_word
from models.wording import Words

# So many fit on one page beside the rest.
REDS, WORSE, BETTER = 3, 2, 2
# An owner's words are as long as they are; beyond so many signs the annex has the rest.
LONGEST_WHY, LONGEST_ACTION = 110, 70


@dataclass(frozen=True)
class BarPart:
    """The number of promises with a sign, and the word of it."""

    sign: Sign
    n: int
    word: str


@dataclass(frozen=True)
class Bar:
    """All promises on a day, by sign."""

    day: str
    parts: tuple[BarPart, ...]


@dataclass(frozen=True)
class ChangeLine:
    """A promise whose status changed within the year, from a sign to another.

    cause: what changed it, in words; "" where it cannot be told.
    """

    criterion_id: str
    text: str
    before: BarPart
    after: BarPart
    cause: str


@dataclass(frozen=True)
class RedCard:
    """A red promise: its figure, its owner, and the owner's words, "" where there are none.

    facts: figure, target and gap. terms: owner and due date. why: the reason, or that the
    owner has given none; "" without an owner. action: what is done and by when.
    """

    criterion_id: str
    text: str
    sign: Sign
    word: str
    facts: str
    terms: str
    why: str
    action: str


@dataclass(frozen=True)
class FirstPage:
    """The page as texts and figures; before: None where there is no year before."""

    finding: str
    bar: Bar
    before: Bar | None
    change: str
    changes: tuple[ChangeLine, ...]
    more_changes: str
    reds: tuple[RedCard, ...]
    more_reds: str
    proposals: tuple[str, ...]


def first_page(status: AnnualStatus, words: Words) -> FirstPage:
    """Return the first page of a year."""
    context, outcomes = status.context, status.outcomes
    changes = transitions(context.before, outcomes)
    before_day = context.before_day
    chosen = _chosen(changes)
    return FirstPage(
        finding=finding(outcomes, words),
        bar=Bar(words.day(status.as_of), _parts(outcomes, words)),
        before=Bar(words.day(before_day), _parts(context.before, words)) if before_day else None,
        change=change_sentence(changes, words.day(before_day), words) if before_day else "",
        changes=tuple(change_line(change, context, words) for change in chosen),
        more_changes=_more(len(changes) - len(chosen), words),
        reds=tuple(
            _red(outcome, context.explanations.get(outcome.criterion.id), words)
            for outcome in worst(outcomes, REDS)
        ),
        more_reds=_more(len(status.reds) - REDS, words),
        proposals=tuple(proposal.text for proposal in context.proposals),
    )


def all_changes(status: AnnualStatus, words: Words) -> tuple[ChangeLine, ...]:
    """Return every promise whose status changed within the year, those that fell first."""
    changes = transitions(status.context.before, status.outcomes)
    return tuple(change_line(change, status.context, words) for change in changes)


def finding(standings: Sequence[CriterionStanding], words: Words) -> str:
    """Return one sentence on how the promises stand: how many are good, red, and unknown."""
    counts, every = sign_counts(standings), len(standings)
    unknown, red = counts[Sign.NO_DATA], red_count(counts)
    if unknown == every:
        return words.say("Ingen af strategiens løfter kan vurderes endnu.")
    good = counts[Sign.ACHIEVED] + counts[Sign.ON_TRACK]
    parts = [
        words.ngettext(
            "{good} af {n} løfte er nået til tiden eller på sporet",
            "{good} af {n} løfter er nået til tiden eller på sporet",
            every,
            good=good,
        ),
    ]
    if counts[Sign.ACHIEVED_LATE]:
        parts.append(words.say("{n} er nået for sent", n=counts[Sign.ACHIEVED_LATE]))
    parts.append(words.ngettext("{n} er rødt", "{n} er røde", red))
    if counts[Sign.AT_RISK]:
        parts.append(words.say("{n} er i risiko", n=counts[Sign.AT_RISK]))
    if unknown:
        parts.append(words.say("{n} kan ikke vurderes", n=unknown))
    return words.enumeration(parts) + "."


def change_line(change: Transition, context: YearContext, words: Words) -> ChangeLine:
    """Return a changed promise with both signs, their words and the causes."""
    criterion = change.standing.criterion
    before, after = (
        BarPart(sign, 1, sign_word(sign, words)) for sign in (change.before, change.after)
    )
    causes = [words.say(CAUSE_WORD[cause]) for cause in context.causes.get(criterion.id, ())]
    cause = words.enumeration([*causes[:1], *(text.lower() for text in causes[1:])])
    return ChangeLine(criterion.id, criterion.text, before, after, cause)


def owner_words(explanation: Explanation, words: Words) -> tuple[str, str]:
    """Return an owner's reason with the day it was written, and what is done by when, or ""."""
    why = words.say("”{why}” ({day})", why=explanation.why, day=words.day(explanation.entered_on))
    if not explanation.action:
        return why, ""
    if explanation.by_when is None:
        return why, words.say("Det gør vi: {action}", action=explanation.action)
    return why, words.say(
        "Det gør vi inden {day}: {action}",
        action=explanation.action,
        day=words.day(explanation.by_when),
    )


def shortened(text: str, longest: int) -> str:
    """Return a text cut after a whole word, with dots, where it is longer than so many signs."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(maxsplit=1)[0].rstrip(" ,;:.") + " …"


def _parts(standings: Iterable[CriterionStanding], words: Words) -> tuple[BarPart, ...]:
    counts = sign_counts(standings)
    return tuple(
        BarPart(sign, counts[sign], sign_word(sign, words)) for sign in Sign if counts[sign]
    )


def _chosen(changes: Sequence[Transition]) -> list[Transition]:
    """Return the changes of the first page: the first that fell, then the first that rose."""
    worse = [change for change in changes if change.turn is Turn.WORSE]
    better = [change for change in changes if change.turn is Turn.BETTER]
    room = max(0, WORSE - len(worse)), max(0, BETTER - len(better))
    return [*worse[: WORSE + room[1]], *better[: BETTER + room[0]]]


def _more(number: int, words: Words) -> str:
    """Return that the annex holds so many more; blank for none."""
    if number <= 0:
        return ""
    return words.ngettext("{n} mere står i bilaget.", "{n} flere står i bilaget.", number)


def _red(outcome: CriterionOutcome, explanation: Explanation | None, words: Words) -> RedCard:
    owner = outcome.target.owner if outcome.target else ""
    why, action = "", ""
    if owner:
        why = words.say("Den ansvarlige har ikke skrevet en forklaring.")
    if explanation is not None:
        short = Explanation(
            explanation.criterion_id,
            shortened(explanation.why, LONGEST_WHY),
            shortened(explanation.action, LONGEST_ACTION),
            explanation.by_when,
            entered_on=explanation.entered_on,
        )
        why, action = owner_words(short, words)
    last = due(outcome)
    return RedCard(
        criterion_id=outcome.criterion.id,
        text=outcome.criterion.text,
        sign=sign_of(outcome.assessment),
        word=words.say(status_word(outcome.assessment)),
        facts=gap_text(outcome, words),
        terms=words.say(
            "{owner} · {due}",
            owner=owner or words.say("Ingen ansvarlig"),
            due=words.say("frist {day}", day=words.day(last)) if last else words.say("ingen frist"),
        ),
        why=why,
        action=action,
    )
