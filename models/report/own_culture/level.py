"""Which level a unit stands at, what it means, and why not the next one."""

from models.report.own_culture.own_culture import OwnCulture
from models.report.own_culture.phrases import name_of, points
from models.wording import Words
from survey.release.figure import Figure
from survey.scoring.maturity import Bound


def level_title(culture: OwnCulture, words: Words) -> str:
    """The level or its range with the names: "Niveau 3–4: Etableret til Integreret"."""
    own = culture.index.own
    if own.level_low is None or own.level_high is None:
        return words.say("Der er ikke noget samlet niveau")
    names = [name.split(" ", 1)[-1] for name in _names(culture, words)]
    low, high = own.level_low, own.level_high
    if low == high:
        return words.say("Niveau {n}: {name}", n=low, name=names[low - 1])
    return words.say(
        "Niveau {low}–{high}: {first} til {last}",
        low=low,
        high=high,
        first=names[low - 1],
        last=names[high - 1],
    )


def level_meaning(culture: OwnCulture, words: Words) -> tuple[str, ...]:
    """What each level of the range means, in the instrument's own words; none without a level."""
    own = culture.index.own
    if own.level_low is None or own.level_high is None:
        return ()
    texts = culture.instrument.levels.descriptions
    told = texts.get(words.language) or texts["da"]
    return tuple(told[own.level_low - 1 : own.level_high])


def why_level(culture: OwnCulture, words: Words) -> tuple[str, ...]:
    """Why this level and not the next: the cuts, the interval, and the gate that binds."""
    own, say = culture.index.own, words.say
    if own.mean is None:
        return (say("Der er for få emner med tal til at regne et samlet tal ud."),)
    if own.level is None or own.level_low is None or own.level_high is None:
        return (say("Under 30 % har svaret. Det er for få til at sætte et niveau på enheden."),)
    told = [_cut(culture, own, words)]
    if own.level_low != own.level_high:
        told.append(
            say(
                "Usikkerheden går fra {low} til {high}. Derfor vises niveauet som et spænd.",
                low=own.low,
                high=own.high,
            )
        )
    if culture.gate is not None:
        told += _gate(culture, culture.gate, words)
    elif own.level < len(culture.instrument.levels.cuts) + 1:
        told.append(
            say(
                "Niveau {n} begynder ved {cut}.",
                n=own.level + 1,
                cut=words.number(culture.instrument.levels.cuts[own.level - 1], 0),
            )
        )
    return tuple(told)


def _cut(culture: OwnCulture, own: Figure, words: Words) -> str:
    cuts = (0, *culture.instrument.levels.cuts, 100)
    reached = own.level or 1
    if culture.gate is not None:
        reached = culture.gate.level
    low, high = (words.number(cut, 0) for cut in cuts[reached - 1 : reached + 1])
    mean = points(own.mean, words)
    if cuts[reached - 1] <= (own.mean or 0) < cuts[reached] or culture.gate is not None:
        return words.say(
            "Det samlede tal er {mean}. Niveau {n} går fra {low} til {high}.",
            mean=mean, n=reached, low=low, high=high,
        )  # fmt: skip
    return words.say(
        "Det samlede tal er {mean}, og niveau {n} går fra {low} til {high}. Niveauet regnes for "
        "hele enheden: de, der ikke svarede, regnes lidt tættere på regionen.",
        mean=mean, n=reached, low=low, high=high,
    )  # fmt: skip


def _gate(culture: OwnCulture, gate: Bound, words: Words) -> list[str]:
    say, told = words.say, []
    if gate.met < gate.needed:
        told.append(
            say(
                "Niveau {n} kræver også, at mindst {needed} af {all} emner er på niveau "
                "{at_least} eller højere. Her er {met} det.",
                n=gate.level, needed=gate.needed, all=len(culture.topics),
                at_least=gate.at_least, met=gate.met,
            )
        )  # fmt: skip
    if gate.below:
        named = [t for t in culture.topics if t.dimension.id in gate.below]
        told.append(
            say(
                "Niveau {n} kræver også, at intet emne er under niveau {floor}. Her er det: "
                "{names}.",
                n=gate.level,
                floor=gate.none_below,
                names=", ".join(name_of(topic, words) for topic in named),
            )
        )
    return told


def _names(culture: OwnCulture, words: Words) -> tuple[str, ...]:
    names = culture.instrument.levels.names
    return names.get(words.language) or names["da"]
