"""How a unit's dimensions stand beside the region's, in words: titles and told pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.wording import Words


@dataclass(frozen=True)
class Dot:
    """One dimension: the unit's mean with its interval, and the means it stands beside.

    0 to 100; None is not shown. stands: 1 surely above the region, -1 surely below, 0 not to be
    told. figure: the unit's mean and interval in words.
    """

    name: str
    figure: str
    mean: float | None
    low: float | None
    high: float | None
    hospital: float | None
    region: float | None
    stands: int


@dataclass(frozen=True)
class Company:
    """Whose dots they are and who stands beside them; a blank hospital is not drawn."""

    unit: str
    hospital: str
    region: str
    source: str


def headline(dots: Sequence[Dot], words: Words) -> str:
    """What the picture says in one sentence."""
    above, below = (sum(dot.stands == side for dot in dots) for side in (1, -1))
    if not any(dot.mean is not None for dot in dots):
        return words.say("Ingen tal kan vises for enheden")
    if not above and not below:
        return words.say("Ingen af de {n} emner skiller sig sikkert ud fra regionen", n=len(dots))
    return words.say(
        "{above} af {n} emner ligger sikkert over regionen, {below} sikkert under",
        above=above,
        below=below,
        n=len(dots),
    )


def alt_text(dots: Sequence[Dot], company: Company, words: Words) -> str:
    """The chart told in words, from the same numbers."""
    told = [
        words.say(
            "{name}: {figure}, {stands}; hospitalet {hospital}, regionen {region}."
            if company.hospital
            else "{name}: {figure}, {stands}; regionen {region}.",
            name=dot.name,
            figure=dot.figure,
            stands=stands_word(dot.stands, words),
            hospital=words.number(dot.hospital, 0),
            region=words.number(dot.region, 0),
        )
        for dot in dots
    ]
    return " ".join([f"{company.unit}: {headline(dots, words)}.", *told])


def stands_word(stands: int, words: Words) -> str:
    """How a mean stands beside the region's."""
    if stands > 0:
        return words.say("sikkert over regionen")
    return words.say("sikkert under regionen") if stands < 0 else words.say("ingen sikker forskel")
