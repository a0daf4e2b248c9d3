"""The contents of a database in numbers, for whoever writes or restores a backup."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, inspect, select, table

from models.storage.marks import INVENTED
from models.storage.tables.answers import ResponseRow
from models.storage.tables.installation import MarkRow
from models.storage.tables.waves import WaveRow
from survey.asking.wave import WaveState


@dataclass(frozen=True)
class WaveHolding:
    """A wave and the number of single responses that are stored for it."""

    id: str
    name: str
    state: WaveState
    responses: int


@dataclass(frozen=True)
class Holding:
    """The waves, and the number of releases, comments and spent keys.

    invented: what made the data up, e.g. "demo S"; None: real data.
    """

    waves: tuple[WaveHolding, ...]
    releases: int
    comments: int
    spent_keys: int
    invented: str | None

    def count(self, state: WaveState) -> int:
        """The number of waves in a state."""
        return sum(wave.state is state for wave in self.waves)

    @property
    def responses(self) -> int:
        """The number of single responses of all waves."""
        return sum(wave.responses for wave in self.waves)


def holding(connection: Connection) -> Holding:
    """Return what a database holds, by columns that every revision has."""
    of_wave = ResponseRow.wave_id
    query = select(of_wave, func.count()).group_by(of_wave)
    responses = dict(connection.execute(query).all())
    waves = connection.execute(select(WaveRow.id, WaveRow.name, WaveRow.state).order_by(WaveRow.id))
    return Holding(
        waves=tuple(
            WaveHolding(wave_id, name, WaveState(state), responses.get(wave_id, 0))
            for wave_id, name, state in waves
        ),
        releases=_count(connection, "releases"),
        comments=_count(connection, "comments"),
        spent_keys=_count(connection, "participation"),
        invented=connection.scalar(select(MarkRow.value).where(MarkRow.name == INVENTED)),
    )


def _count(connection: Connection, name: str) -> int:
    # The first revision had no comments.
    if not inspect(connection).has_table(name):
        return 0
    return connection.scalar(select(func.count()).select_from(table(name))) or 0
