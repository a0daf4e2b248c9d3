from datetime import timedelta

import pytest

from survey.asking.wave import (
    GroupTooSmall,
    WaveClosed,
    WaveNotApproved,
    WaveNotDraft,
    WaveState,
    WaveStillOpen,
    closed,
    opened,
    require_closed,
    require_open,
)
from tests.survey.builders import DAY, a_wave

YESTERDAY, TOMORROW = DAY - timedelta(days=1), DAY + timedelta(days=1)


def test_the_smallest_group_can_be_raised_but_not_lowered():
    assert a_wave(smallest_group=10).smallest_group == 10
    with pytest.raises(GroupTooSmall, match="4"):
        a_wave(smallest_group=4)


def test_an_approved_draft_opens_on_a_day():
    wave = opened(a_wave(WaveState.DRAFT), DAY)
    assert (wave.state, wave.opens_on) == (WaveState.OPEN, DAY)


@pytest.mark.parametrize("missing", [{"approved_on": None}, {"minutes": " "}])
def test_a_wave_does_not_open_without_approval(missing):
    with pytest.raises(WaveNotApproved):
        opened(a_wave(WaveState.DRAFT, **missing), DAY)


def test_a_wave_does_not_open_before_its_approval():
    with pytest.raises(WaveNotApproved):
        opened(a_wave(WaveState.DRAFT), YESTERDAY)


def test_a_closed_wave_does_not_open_again():
    with pytest.raises(WaveNotDraft):
        opened(a_wave(WaveState.CLOSED), DAY)


def test_an_open_wave_closes_on_a_day():
    wave = closed(a_wave(WaveState.OPEN), DAY)
    assert (wave.state, wave.closes_on) == (WaveState.CLOSED, DAY)


def test_only_an_open_wave_closes():
    with pytest.raises(WaveClosed):
        closed(a_wave(WaveState.DRAFT), DAY)


def test_an_open_wave_takes_answers_from_its_first_day_to_its_last():
    wave = a_wave(WaveState.OPEN, opens_on=DAY, closes_on=DAY)
    require_open(wave, DAY)
    for day in (YESTERDAY, TOMORROW):
        with pytest.raises(WaveClosed):
            require_open(wave, day)


@pytest.mark.parametrize("state", [WaveState.DRAFT, WaveState.CLOSED, WaveState.RELEASED])
def test_no_other_wave_takes_answers(state):
    with pytest.raises(WaveClosed, match="Efterår"):
        require_open(a_wave(state), DAY)


@pytest.mark.parametrize("state", [WaveState.DRAFT, WaveState.OPEN])
def test_there_are_no_results_while_answers_may_still_come(state):
    with pytest.raises(WaveStillOpen):
        require_closed(a_wave(state))
