"""The forecast of a criterion in sentences: where it is heading, how sure, and what follows."""

from collections.abc import Iterator

from models.strategy.rule.forecast import Forecast, headline
from models.strategy.rule.why.course import Sum
from models.strategy.rule.words import OUTLOOK_WORD, STATUS_WORD
from models.wording import Words


def prospect(forecast: Forecast, figures: Sum) -> Iterator[str]:
    """Yield the value expected on the due date, its interval, the probability, and the caution."""
    words = figures.words
    yield words.say(
        "Udsigt: Fortsætter udviklingen, ventes {point} den {due}.",
        point=figures.rough(forecast.point),
        due=words.day(forecast.due),
    )
    if forecast.probability is not None and forecast.outlook is not None:
        yield words.say(
            "Med {level} sikkerhed bliver det mellem {low} og {high}. At nå {limit} er {outlook}: "
            "sandsynligheden er {probability}.",
            level=words.with_unit(words.number(100 * figures.rule.pi_level), "%"),
            low=figures.rough(forecast.low),
            high=figures.rough(forecast.high),
            limit=figures.limit,
            outlook=words.say(OUTLOOK_WORD[forecast.outlook]).lower(),
            probability=probability_text(forecast.probability, words),
        )
    yield from _caution(forecast, figures)
    status = figures.assessment.status
    after = headline(status, forecast)
    if after is not status:
        yield words.say(
            "Derfor vises ”{after}” og ikke ”{before}”. En udsigt gør aldrig en status bedre.",
            after=words.say(STATUS_WORD[after]),
            before=words.say(STATUS_WORD[status]),
        )


def _caution(forecast: Forecast, figures: Sum) -> Iterator[str]:
    """Yield why a forecast is only indicative; nothing for one that counts."""
    words = figures.words
    if forecast.n < figures.rule.forecast_interval_points:
        yield words.say(
            "Udsigten er kun vejledende: {n} målinger er for få til et interval.", n=forecast.n
        )
    elif forecast.indicative:
        yield words.say(
            "Udsigten er kun vejledende: der er længere til fristen, end målingerne rækker tilbage."
        )


def probability_text(probability: float, words: Words) -> str:
    """Return a probability in whole percent, never 0 or 100: "3 %", "over 99 %", "under 1 %"."""
    percent = 100 * probability
    nearest = min(max(percent, 1), 99)
    if percent < nearest:
        return words.say("under {n}", n=words.with_unit(words.number(nearest), "%"))
    if percent > nearest:
        return words.say("over {n}", n=words.with_unit(words.number(nearest), "%"))
    return words.with_unit(words.number(percent, 0), "%")
