"""A wave, one dated round of asking, and the states it passes through."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from survey.errors import SurveyError

# The lowest smallest group; a region may choose a larger one, never a smaller.
SMALLEST_GROUP_FLOOR = 5


class WaveState(StrEnum):
    """The states of a wave, in order. Results exist only from RELEASED on."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    RELEASED = "released"


class WaveClosed(SurveyError):
    """An answer came before a wave opened or after it closed."""


class WaveNotApproved(SurveyError):
    """A wave was to open without the approval of the MED committee."""


class WaveStillOpen(SurveyError):
    """Results were requested while answers may still come."""


class WaveNotDraft(SurveyError):
    """A wave was to open that has been open before."""


class GroupTooSmall(SurveyError):
    """The smallest group of a wave is below the floor."""


@dataclass(frozen=True)
class Wave:
    """One round of asking an instrument.

    smallest_group: k; no published figure concerns fewer respondents, also not by subtraction.
    approved_on, minutes: when MED approved the wave, and the reference of the minutes saying so.
    closes_on: the last day an answer is taken; None while it is open without an end.
    """

    id: str
    name: str
    instrument_id: str
    smallest_group: int = SMALLEST_GROUP_FLOOR
    approved_on: date | None = None
    minutes: str = ""
    state: WaveState = WaveState.DRAFT
    opens_on: date | None = None
    closes_on: date | None = None

    def __post_init__(self) -> None:
        if self.smallest_group < SMALLEST_GROUP_FLOOR:
            raise GroupTooSmall(
                "Den mindste gruppe er {given}, men må ikke være under {floor}.",
                field="smallest_group",
                given=self.smallest_group,
                floor=SMALLEST_GROUP_FLOOR,
            )


def opened(wave: Wave, on: date) -> Wave:
    """Return the wave open from a day; raises WaveNotApproved or WaveNotDraft."""
    if wave.state is not WaveState.DRAFT:
        raise WaveNotDraft("Undersøgelsen {wave} har allerede været åben.", wave=wave.name)
    if wave.approved_on is None or wave.approved_on > on or not wave.minutes.strip():
        raise WaveNotApproved(
            "Undersøgelsen {wave} kan ikke åbnes, før MED har godkendt den: "
            "dato og referat mangler.",
            wave=wave.name,
        )
    return replace(wave, state=WaveState.OPEN, opens_on=on)


def closed(wave: Wave, on: date) -> Wave:
    """Return the wave closed on a day; raises WaveClosed when it was not open."""
    if wave.state is not WaveState.OPEN:
        raise WaveClosed("Undersøgelsen {wave} er ikke åben.", wave=wave.name)
    return replace(wave, state=WaveState.CLOSED, closes_on=on)


def require_open(wave: Wave, on: date) -> None:
    """Raise WaveClosed unless an answer may come on this day."""
    too_early = wave.opens_on is not None and on < wave.opens_on
    too_late = wave.closes_on is not None and on > wave.closes_on
    if wave.state is not WaveState.OPEN or too_early or too_late:
        raise WaveClosed("Undersøgelsen {wave} er ikke åben.", wave=wave.name)


def require_closed(wave: Wave) -> None:
    """Raise WaveStillOpen while answers may still come."""
    if wave.state in {WaveState.DRAFT, WaveState.OPEN}:
        raise WaveStillOpen(
            "Undersøgelsen {wave} har ingen resultater, før den er lukket.", wave=wave.name
        )
