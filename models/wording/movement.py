"""Changes since the wave before in words: what rose, what fell, and what may be chance."""

from collections.abc import Sequence
from enum import StrEnum
from typing import assert_never

from models.wording import N_, Words
from survey.statistics.change import SMALLEST_ARROW


class Movement(StrEnum):
    """The kinds of change, by size and by how sure they are."""

    ROSE = "rose"
    FELL = "fell"
    ROSE_SLIGHTLY = "rose_slightly"
    FELL_SLIGHTLY = "fell_slightly"
    UNSURE = "unsure"


_SURE = tuple(movement for movement in Movement if movement is not Movement.UNSURE)
MOVEMENT_WORD = {
    Movement.ROSE: N_("steget"),
    Movement.FELL: N_("faldet"),
    Movement.ROSE_SLIGHTLY: N_("steget lidt"),
    Movement.FELL_SLIGHTLY: N_("faldet lidt"),
    Movement.UNSURE: N_("usikkert"),
}
_WHOLE = {
    Movement.ROSE: N_("Det samlede tal er steget"),
    Movement.FELL: N_("Det samlede tal er faldet"),
    Movement.ROSE_SLIGHTLY: N_("Det samlede tal er steget lidt"),
    Movement.FELL_SLIGHTLY: N_("Det samlede tal er faldet lidt"),
    Movement.UNSURE: N_("Det samlede tal er ikke ændret sikkert"),
}
_NAMED = {
    Movement.ROSE: N_("{names} er steget"),
    Movement.FELL: N_("{names} er faldet"),
    Movement.ROSE_SLIGHTLY: N_("{names} er steget lidt"),
    Movement.FELL_SLIGHTLY: N_("{names} er faldet lidt"),
}
_COUNTED = {
    Movement.ROSE: N_("{n} af {all} emner er steget"),
    Movement.FELL: N_("{n} af {all} emner er faldet"),
    Movement.ROSE_SLIGHTLY: N_("{n} af {all} emner er steget lidt"),
    Movement.FELL_SLIGHTLY: N_("{n} af {all} emner er faldet lidt"),
}
# More names than this are counted instead.
_MOST_NAMES = 3
# The rule behind the words, wherever they stand.
RULE = N_(
    "Steget og faldet betyder, at ændringen er sikker, også når alle ændringerne ses på én gang, "
    "og mindst {n} point. Steget lidt og faldet lidt er også sikkert, men under {n} point. Resten "
    "kan være tilfældige udsving."
)

# Which changes are looked at together decides how sure each must be.
OF_ALL_UNITS = N_(
    "Her er alle emner i alle de viste enheder set på én gang. På en enheds egen side er kun dens "
    "egne emner set sammen, så en ændring kan være sikker dér og usikker her."
)
OF_OWN_UNIT = N_(
    "Her er kun enhedens egne emner set på én gang. På siden Innovationskultur er de set sammen "
    "med andre enheders, så en ændring kan være sikker her og usikker dér."
)


def movement(difference: float, *, arrow: float, significant: float) -> Movement:
    """The kind of a change; arrow, significant: as in `survey.statistics.change.changes`."""
    if arrow:
        return Movement.ROSE if arrow > 0 else Movement.FELL
    if not significant or not difference:
        return Movement.UNSURE
    return Movement.ROSE_SLIGHTLY if difference > 0 else Movement.FELL_SLIGHTLY


def rule_of_words(words: Words) -> str:
    """The rule behind the words, in sentences."""
    return words.say(RULE, n=SMALLEST_ARROW)


def size_in_words(movement: Movement, difference: float, words: Words) -> str:
    """A change with its size: "steget 8 point", "faldet lidt: 3 point"; or that it is unsure."""
    n = abs(round(difference))
    match movement:
        case Movement.ROSE:
            return words.say("steget {n} point", n=words.number(n, 0))
        case Movement.FELL:
            return words.say("faldet {n} point", n=words.number(n, 0))
        case Movement.ROSE_SLIGHTLY:
            return words.ngettext("steget lidt: {n} point", "steget lidt: {n} point", n)
        case Movement.FELL_SLIGHTLY:
            return words.ngettext("faldet lidt: {n} point", "faldet lidt: {n} point", n)
        case Movement.UNSURE:
            return words.say("ingen sikker ændring")
        case _:
            assert_never(movement)


def movements(whole: Movement | None, topics: Sequence[tuple[str, Movement]], words: Words) -> str:
    """The rises and falls, in sentences.

    whole: of the index, None where it is not compared. topics: each topic's name and movement.
    """
    by_movement = {
        movement: [name for name, own in topics if own is movement] for movement in _SURE
    }
    if whole in {None, Movement.UNSURE} and not any(by_movement.values()):
        return words.say("Ingen ændring er sikker: alle kan være tilfældige udsving.")
    moves = [
        _names(names, movement, len(topics), words)
        for movement, names in by_movement.items()
        if names
    ]
    sentences = [words.say(_WHOLE[whole])] if whole else []
    sentences += [", ".join(moves)] if moves else []
    unsure = any(movement is Movement.UNSURE for _name, movement in topics)
    if moves and unsure:
        sentences.append(words.say("Resten kan være tilfældige udsving"))
    elif unsure:
        sentences.append(words.say("Emnerne hver for sig er ikke ændret sikkert"))
    return " ".join(f"{sentence}." for sentence in sentences)


def _names(names: Sequence[str], movement: Movement, n: int, words: Words) -> str:
    if len(names) > _MOST_NAMES:
        return words.say(_COUNTED[movement], n=len(names), all=n)
    return words.say(_NAMED[movement], names=words.enumeration(names))
