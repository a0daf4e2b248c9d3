"""The chart of a unit's dimensions in words: its headline, its text alternative and its marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.wording import Words
from models.wording.figures import mean, mean_with_interval
from survey.release.figure import HIDDEN, Figure


@dataclass(frozen=True)
class DimensionDot:
    """One dimension: the unit's figure, and those of the hospital and the region beside it.

    contrast: 1 surely above the region, -1 surely below, 0 not to be told apart.
    """

    name: str
    own: Figure = HIDDEN
    hospital: Figure = HIDDEN
    region: Figure = HIDDEN
    contrast: int = 0


@dataclass(frozen=True)
class Comparison:
    """Whose dots they are and what they are compared with; what is blank is not drawn.

    region: blank for the region itself, which is compared with nothing.
    """

    unit: str
    hospital: str
    region: str
    source: str


def headline(dots: Sequence[DimensionDot], comparison: Comparison, words: Words) -> str:
    """The finding of the picture in a sentence: the number of dimensions surely above and below.

    Of the region itself: its highest and its lowest dimension.
    """
    above, below = (sum(dot.contrast == side for dot in dots) for side in (1, -1))
    if not any(dot.own.mean is not None for dot in dots):
        return words.say("Ingen tal kan vises for enheden")
    if not comparison.region:
        return _ends(dots, words)
    if not above and not below:
        return words.say("Ingen af de {n} emner skiller sig sikkert ud fra regionen", n=len(dots))
    return words.say(
        "{above} af {n} emner ligger sikkert over regionen, {below} sikkert under",
        above=above,
        below=below,
        n=len(dots),
    )


def _ends(dots: Sequence[DimensionDot], words: Words) -> str:
    published = (dot for dot in dots if dot.own.mean is not None)
    by_mean = sorted(published, key=lambda dot: dot.own.mean or 0)
    lowest, highest = by_mean[0], by_mean[-1]
    if lowest.own.mean == highest.own.mean:
        return words.say("Alle emner ligger på {n}", n=mean(lowest.own, words))
    return words.say(
        "{highest} ligger højest ({high}), og {lowest} ligger lavest ({low})",
        highest=highest.name,
        high=mean(highest.own, words),
        lowest=lowest.name,
        low=mean(lowest.own, words),
    )


def chart_reading(comparison: Comparison, words: Words) -> str:
    """Whose means they are, and the scale they are on."""
    return words.say("{unit}. Gennemsnit fra 0 til 100.", unit=comparison.unit)


def alt_text(dots: Sequence[DimensionDot], comparison: Comparison, words: Words) -> str:
    """The chart in words, from the same figures."""
    sentences = [_sentence(dot, comparison, words) for dot in dots]
    return " ".join([f"{comparison.unit}: {headline(dots, comparison, words)}.", *sentences])


def _sentence(dot: DimensionDot, comparison: Comparison, words: Words) -> str:
    figure = mean_with_interval(dot.own, words)
    if not comparison.region:
        return words.say("{name}: {figure}.", name=dot.name, figure=figure)
    return words.say(
        "{name}: {figure}, {contrast}; hospitalet {hospital}, regionen {region}."
        if comparison.hospital
        else "{name}: {figure}, {contrast}; regionen {region}.",
        name=dot.name,
        figure=figure,
        contrast=contrast_word(dot.contrast, words),
        hospital=mean(dot.hospital, words),
        region=mean(dot.region, words),
    )


def contrast_word(contrast: int, words: Words) -> str:
    """Whether a mean lies surely above or below the region's, or neither; contrast: 1, -1, 0."""
    if contrast > 0:
        return words.say("sikkert over regionen")
    return (
        words.say("sikkert under regionen") if contrast < 0 else words.say("ingen sikker forskel")
    )
