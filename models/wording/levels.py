"""A level of maturity in words: its range, its names, and what holds it back."""

from models.wording import Words
from models.wording.figures import mean, span
from models.wording.measures import dimension_name
from survey.asking.instrument import Instrument
from survey.release.figure import Figure, WhyHidden
from survey.scoring.maturity import Bound


def level_range(figure: Figure, words: Words) -> str:
    """The level in figures: "3", or "3–4" where the interval crosses a cut; a dash without one."""
    return span(figure.level_low, figure.level_high, words)


def level_name(figure: Figure, instrument: Instrument, words: Words) -> str:
    """The level with its name: "3 Etableret", "3 Etableret til 4 Integreret"; or blank."""
    if figure.levels is None:
        return ""
    names = words.of(instrument.levels.names)
    lowest, highest = (names[level - 1] for level in figure.levels)
    return lowest if lowest == highest else words.say("{low} til {high}", low=lowest, high=highest)


def level_title(figure: Figure, instrument: Instrument, words: Words) -> str:
    """The level as a headline: "Niveau 3: Etableret", "Niveau 3–4: Etableret til Integreret"."""
    if figure.levels is None:
        return words.say("Der er ikke noget samlet niveau")
    low, high = figure.levels
    steps = level_steps(instrument, words)
    first, last = (steps[level - 1][1] for level in figure.levels)
    if low == high:
        return words.say("Niveau {n}: {name}", n=low, name=first)
    return words.say("Niveau {low}–{high}: {first} til {last}", low=low, high=high,
                     first=first, last=last)  # fmt: skip


def level_steps(instrument: Instrument, words: Words) -> list[tuple[str, str]]:
    """Each level's number and name apart, lowest first: ("3", "Etableret")."""
    parts = (name.partition(" ") for name in words.of(instrument.levels.names))
    return [(number, name) for number, _gap, name in parts]


def level_meaning(figure: Figure, instrument: Instrument, words: Words) -> tuple[str, ...]:
    """The instrument's description of each level of the range; none without a level."""
    if figure.levels is None:
        return ()
    low, high = figure.levels
    return tuple(words.of(instrument.levels.descriptions)[low - 1 : high])


def between_levels(low: int, high: int, instrument: Instrument, words: Words) -> str:
    """A range of levels as many units have it: the level's name, or between which it lies."""
    if low == high:
        return words.of(instrument.levels.names)[low - 1]
    return words.say("{low}–{high}: mellem to niveauer", low=low, high=high)


def without_level(words: Words) -> str:
    """The name of the group of units with figures but no level."""
    return words.say("Intet niveau: under 30 % har svaret")


def hidden_units(words: Words) -> str:
    """The name of the group of units without figures."""
    return words.say("Skjult: for få har svaret")


def cuts(instrument: Instrument, words: Words) -> str:
    """The lowest score of each level but the first, as a list: "20, 40, 60, 80"."""
    return ", ".join(words.number(cut, 0) for cut in instrument.levels.cuts)


def gate_sentences(gate: Bound, instrument: Instrument, words: Words) -> tuple[str, ...]:
    """The unmet requirements of the level above, one sentence each."""
    sentences = []
    if gate.met < gate.needed:
        sentences.append(
            words.say(
                "Niveau {n} kræver også, at mindst {needed} af {all} emner er på niveau "
                "{at_least} eller højere. Her er {met} det.",
                n=gate.level, needed=gate.needed, all=len(instrument.dimensions),
                at_least=gate.at_least, met=gate.met,
            )
        )  # fmt: skip
    if gate.below:
        names = (dimension_name(instrument.dimension(below), words) for below in gate.below)
        sentences.append(
            words.say(
                "Niveau {n} kræver også, at intet emne er under niveau {floor}. Her er det: "
                "{names}.",
                n=gate.level, floor=gate.none_below, names=", ".join(names),
            )
        )  # fmt: skip
    return tuple(sentences)


def held_back(ungated: int, gate: Bound, instrument: Instrument, words: Words) -> str:
    """The reason for an index below the level of its figure alone, in sentences.

    ungated: the level by the cuts alone.
    """
    first = words.say(
        "Hvorfor ikke højere? Tallet alene ville give {ungated}.",
        ungated=words.of(instrument.levels.names)[ungated - 1],
    )
    return " ".join([first, *gate_sentences(gate, instrument, words)])


def why_level(
    index: Figure, gate: Bound | None, instrument: Instrument, words: Words
) -> tuple[str, ...]:
    """The reasons for a level, one sentence each: the cuts, the interval, and the gate that binds.

    gate: what holds the index below the level of its score, None when nothing does.
    """
    if index.hidden is WhyHidden.TOO_FEW:
        return (
            words.say(
                "Der er intet samlet tal: så få har svaret på et af emnerne, at nogen kunne "
                "genkendes, hos jer eller hos en enhed ved siden af."
            ),
        )
    if index.mean is None:
        return (words.say("Der er for få emner med tal til at regne et samlet tal ud."),)
    if index.level is None or index.levels is None:
        return (
            words.say("Under 30 % har svaret. Det er for få til at sætte et niveau på enheden."),
        )
    sentences = [_cut(index, gate, instrument, words)]
    if index.undecided:
        sentences.append(
            words.say(
                "Usikkerheden går fra {low} til {high}. Derfor vises niveauet som et spænd.",
                low=words.number(index.low, 0),
                high=words.number(index.high, 0),
            )
        )
    if gate is not None:
        sentences += gate_sentences(gate, instrument, words)
    elif index.level <= len(instrument.levels.cuts):
        sentences.append(
            words.say(
                "Niveau {n} begynder ved {cut}.",
                n=index.level + 1,
                cut=words.number(instrument.levels.cuts[index.level - 1], 0),
            )
        )
    return tuple(sentences)


def _cut(index: Figure, gate: Bound | None, instrument: Instrument, words: Words) -> str:
    cut = (0, *instrument.levels.cuts, 100)
    reached = gate.level if gate else index.level or 1
    low, high = cut[reached - 1 : reached + 1]
    ends = {"low": words.number(low, 0), "high": words.number(high, 0)}
    if gate or low <= (index.mean or 0) < high:
        return words.say(
            "Det samlede tal er {mean}. Niveau {n} går fra {low} til {high}.",
            mean=mean(index, words), n=reached, **ends,
        )  # fmt: skip
    return words.say(
        "Det samlede tal er {mean}, og niveau {n} går fra {low} til {high}. Niveauet regnes for "
        "hele enheden: de, der ikke svarede, regnes lidt tættere på regionen.",
        mean=mean(index, words), n=reached, **ends,
    )  # fmt: skip
