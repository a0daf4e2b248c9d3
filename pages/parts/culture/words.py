"""How a released figure is said: open at both ends, with its interval, its level and its name."""

from html import escape

from models.services.culture.map import UnitFigures
from models.wording import N_, Words
from pages.shell.wording import _, language, words
from survey.asking.instrument import Instrument
from survey.asking.participation import Band, Coverage
from survey.release.blocks import BOTTOM, TOP
from survey.release.figure import Figure
from survey.scoring.scored_responses import INDEX

BAND_WORD = {
    Band.UNKNOWN: N_("antal ansatte kendes ikke"),
    Band.UNDER_HALF: N_("under halvdelen"),
    Band.HALF_OR_MORE: N_("halvdelen eller flere"),
    Band.THREE_QUARTERS_OR_MORE: N_("tre fjerdedele eller flere"),
}
COVERAGE_WORD = {
    Coverage.FULL: "",
    Coverage.THIN: N_("under halvdelen har svaret: læs tallene med forbehold"),
    Coverage.TOO_FEW: N_("under 30 % har svaret: intet niveau"),
    Coverage.UNKNOWN: N_("antal ansatte kendes ikke"),
}
KIND_WORD = {
    "region": N_("Region"),
    "hospital": N_("Hospitaler"),
    "department": N_("Afdelinger"),
    "section": N_("Afsnit"),
}


def points(value: float | None, said: Words | None = None) -> str:
    """A mean or a share; the outermost say no more than "so or beyond".

    said: the session's words, for whoever has many figures to say.
    """
    if value is None:
        return "–"
    said = said or words()
    if value <= BOTTOM:
        return said.say("højst {n}", n=BOTTOM)
    return said.say("mindst {n}", n=TOP) if value >= TOP else said.number(value, 0)


def percent(value: float | None) -> str:
    """A share in percent, with its sign."""
    return "–" if value is None else f"{points(value)}\u00a0%"


def span(low: float | None, high: float | None, said: Words | None = None) -> str:
    """An interval: "56–60", or "59" when both ends round to it; blank when there is none.

    said: as of `points`.
    """
    if low is None or high is None:
        return ""
    said = said or words()
    ends = [said.number(end, 0) for end in (low, high)]
    return "–".join(dict.fromkeys(ends))


def interval(figure: Figure) -> str:
    """The 90 % interval in words; blank when there is none."""
    if figure.interval and figure.low == figure.high:
        return _("usikkerhed under ét point")
    told = span(figure.low, figure.high)
    return _("90 % interval {span}", span=told) if told else ""


def level_span(figure: Figure) -> str:
    """The level in figures: "3", or "3–4" when the interval crosses a cut; blank when none."""
    low, high = figure.level_low, figure.level_high
    if low is None or high is None:
        return ""
    return f"{low}" if low == high else f"{low}–{high}"


def level_name(figure: Figure, instrument: Instrument) -> str:
    """The level in words: "3 Etableret" or "3 Etableret til 4 Integreret"; blank when none."""
    low, high = figure.level_low, figure.level_high
    if low is None or high is None:
        return ""
    names = instrument.levels.names[language()]
    lowest, highest = names[low - 1], names[high - 1]
    return lowest if low == high else _("{low} til {high}", low=lowest, high=highest)


def measure_name(measure: str, instrument: Instrument) -> str:
    """What a dimension or the index is called."""
    return _("Indeks") if measure == INDEX else instrument.dimension(measure).name[language()]


def rate(row: UnitFigures) -> str:
    """The share of the staff that answered: exact from ten staff on, a band below."""
    if row.n is None:
        return _("skjult")
    if row.rate is None:
        return _(BAND_WORD[row.band])
    return f"{words().number(min(100 * row.rate, 100), 0)}\u00a0%"


def tall_head(name: str) -> str:
    """A column's head, written upwards so that many columns find room; as HTML."""
    told = escape(name.split(":", maxsplit=1)[0]).replace("/", "/<wbr>")
    return f'<th scope="col"><span class="pj-tall">{told}</span></th>'


def under(name: str, above: str) -> str:
    """A unit's name in a list under its parent, without the parent's name before it."""
    own = name.removeprefix(above).lstrip(" ,-–/")
    return own[:1].upper() + own[1:] if own else name


def kind_name(kind: str) -> str:
    """A kind of unit in the plural, as far as its word is known."""
    return _(KIND_WORD[kind]) if kind in KIND_WORD else kind
