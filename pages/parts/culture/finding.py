"""The finding of a view of Innovationskultur that has no chart, whose title would say it."""

from collections.abc import Collection, Sequence

from models.services.culture.map import CultureMap, Differs, UnitFigures, differing
from models.services.culture.view import CultureView, View
from models.wording.participation import thin_units
from pages.parts.culture.words import under
from pages.shell.wording import _, words
from survey.asking.participation import Coverage
from survey.scoring.scored_responses import INDEX

# More units than this are counted and not named.
MOST_NAMES = 3


def finding(culture: CultureView, view: View) -> str:
    """The finding in a sentence; blank of the views whose chart has it for a title."""
    if culture.map is None:
        return ""
    match view:
        case View.MAP:
            return of_map(culture.map, culture.release.ranked)
        case View.PARTICIPATION:
            return _of_participation(culture.map.rows)
        case _:
            return ""


def of_map(culture: CultureMap, ranked: Collection[str]) -> str:
    """The map in a sentence: the units surely above and below, by name where they are few."""
    above = culture.above.unit.name
    n = sum(INDEX in row.figures for row in culture.rows)
    if not any(row.figures for row in culture.rows):
        return _("Ingen enhed under {unit} har tal, der kan vises.", unit=above)
    if not n and INDEX in culture.above.figures:
        return _("Ingen enhed under {unit} har et samlet indeks, der kan vises.", unit=above)
    if INDEX not in ranked or not n:
        return _("Enhederne under {unit} kan ikke skelnes sikkert fra hinanden.", unit=above)
    return _(
        "{over} af {n} enheder ligger sikkert over {unit} i det samlede indeks{above_names}, og "
        "{under} ligger sikkert under{below_names}.",
        n=n,
        unit=above,
        over=differing(culture.rows, INDEX, Differs.ABOVE),
        under=differing(culture.rows, INDEX, Differs.BELOW),
        above_names=_names(culture, Differs.ABOVE),
        below_names=_names(culture, Differs.BELOW),
    )


def _names(culture: CultureMap, which: Differs) -> str:
    """Return the names of the units that stand so in brackets; blank for none and for many."""
    above = culture.above.unit.name
    names = [under(row.unit.name, above) for row in culture.rows if row.differs.get(INDEX) is which]
    return f" ({words().enumeration(names)})" if 0 < len(names) <= MOST_NAMES else ""


def _of_participation(rows: Sequence[UnitFigures]) -> str:
    visible = [row for row in rows if row.n is not None]
    thin = sum(row.coverage in {Coverage.THIN, Coverage.TOO_FEW} for row in visible)
    return thin_units(thin, len(visible), words())
