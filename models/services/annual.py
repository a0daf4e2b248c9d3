"""The year of a strategy, gathered for the committee: how it stood on its last day."""

from datetime import date

from models.report import annual
from models.report.annual import AnnualStatus, year_end
from models.report.culture import Culture, culture_of
from models.services.releases import results
from models.services.scoreboard import scoreboard
from models.services.units import organisation
from models.storage import Db
from survey import instrument as instruments


def annual_status(db: Db, strategy_id: str, year: int, *, known: date) -> AnnualStatus:
    """One year as data; page and paper are made from it alone."""
    board = scoreboard(db, strategy_id, as_of=year_end(year), known=known)
    culture = _culture(db, until=min(known, year_end(year)))
    labels = {standing.theme.id: standing.label for standing in board.themes}
    return annual.build(
        board.strategy, board.standings, labels, year=year, known=known, culture=culture
    )


def _culture(db: Db, *, until: date) -> Culture | None:
    """The region's published figures of the newest wave that had closed by then."""
    tree = organisation(db)
    if tree is None:
        return None
    for wave, made in results(db):
        if wave.closes_on is not None and wave.closes_on <= until:
            dimensions = instruments.load(wave.instrument_id).dimensions
            return culture_of(
                made.cells,
                {one.id: one.name for one in dimensions},
                unit_id=tree.root.id,
                wave_name=wave.name,
                closes_on=wave.closes_on,
            )
    return None
