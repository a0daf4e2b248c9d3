"""The sentences with which the scoreboard begins: how the promises stand, and what has moved."""

from collections.abc import Sequence
from typing import Protocol

from models.charts.board.transitions import Transition, Turn
from models.charts.promises.counts import moved_counts, red_count, sign_counts
from models.charts.promises.signs import RED, Sign, sign_of
from models.charts.promises.standing import CriterionStanding
from models.strategy.rule.forecast import Forecast, Outlook
from models.wording import Words


class ForecastStanding(CriterionStanding, Protocol):
    """A criterion's standing with what is to be expected on its due date."""

    @property
    def forecast(self) -> Forecast | None:
        """The value expected on the due date; None where none can be expected, or after it."""
        ...


def headline(standings: Sequence[CriterionStanding], words: Words) -> str:
    """Return how many of all promises are red, kept, on track, at risk and without a status.

    Those kept late are counted apart.
    """
    counts, every = sign_counts(standings), len(standings)
    if not every:
        return words.say("Strategien har ingen løfter.")
    if counts[Sign.NO_DATA] == every:
        return words.ngettext(
            "Strategiens {n} løfte kan ikke vurderes endnu.",
            "Ingen af strategiens {n} løfter kan vurderes endnu.",
            every,
        )
    red = words.ngettext(
        "{n} af {all} løfter er rødt.", "{n} af {all} løfter er røde.", red_count(counts), all=every
    )
    others = [text for n, text in _others(counts, standings, words) if n]
    return f"{red} {words.enumeration(others)}." if others else red


def _others(
    counts: dict[Sign, int], standings: Sequence[CriterionStanding], words: Words
) -> list[tuple[int, str]]:
    late, unassessed = counts[Sign.ACHIEVED_LATE], counts[Sign.NO_DATA]
    achieved = counts[Sign.ACHIEVED]
    targetless = sum(standing.assessment.targetless for standing in standings)
    unassessed_text = words.say("{n} kan ikke vurderes", n=unassessed)
    if targetless:
        unassessed_text = words.say(
            "{n} kan ikke vurderes ({targetless} uden mål)", n=unassessed, targetless=targetless
        )
    return [
        (achieved, words.say("{n} er nået til tiden", n=achieved)),
        (late, words.say("{n} er nået for sent", n=late)),
        (counts[Sign.ON_TRACK], words.say("{n} er på sporet", n=counts[Sign.ON_TRACK])),
        (counts[Sign.AT_RISK], words.say("{n} er i risiko", n=counts[Sign.AT_RISK])),
        (unassessed, unassessed_text),
    ]


def change_sentence(transitions: Sequence[Transition], since: str, words: Words) -> str:
    """Return how many statuses rose and fell since a day. since: the day in words."""
    turns = [transition.turn for transition in transitions]
    rose, fell = turns.count(Turn.BETTER), turns.count(Turn.WORSE)
    other = len(turns) - rose - fell
    if not turns:
        return words.say("Ingen løfter har skiftet status siden {day}.", day=since)
    parts = [words.say("{n} faldet", n=fell), words.say("{n} steget", n=rose)]
    if other:
        parts.append(words.say("{n} er gået fra eller til ”kan ikke vurderes”", n=other))
    return words.say("Siden {day} er {changes}.", day=since, changes=words.enumeration(parts))


def moved_sentence(standings: Sequence[CriterionStanding], words: Words) -> str:
    """Return how many due dates were moved later, and how many are red by the promised ones."""
    moved, red = moved_counts(standings)
    if not moved:
        return words.say("Ingen frister er flyttet.")
    return words.ngettext(
        "{n} frist er flyttet; efter de lovede frister er {red} af dem røde.",
        "{n} frister er flyttet; efter de lovede frister er {red} af dem røde.",
        moved,
        red=red,
    )


def outlook_sentence(standings: Sequence[ForecastStanding], words: Words) -> str:
    """Return how many that are not red will hardly reach their targets; blank where none.

    A forecast that is only indicative does not count.
    """
    failing = sum(
        standing.forecast is not None
        and standing.forecast.outlook is Outlook.UNLIKELY
        and not standing.forecast.indicative
        and sign_of(standing.assessment) not in RED
        for standing in standings
    )
    if not failing:
        return ""
    return words.ngettext(
        "Fortsætter det som nu, når {n} løfte mere næppe sit mål.",
        "Fortsætter det som nu, når {n} løfter mere næppe deres mål.",
        failing,
    )
