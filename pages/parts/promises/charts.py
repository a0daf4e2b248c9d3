"""Charts in the mode and language of whoever is looking, each with its picture told in words."""

from collections.abc import Sequence

import streamlit as st

from models.charts.promises import bullet as bullets
from models.charts.promises import distribution as heaps
from models.charts.promises import trajectory as trajectories
from models.charts.promises.distribution import ThemeCounts
from models.charts.promises.standing import CriterionStanding
from models.charts.style import unchecked
from models.strategy.observation import Observation
from pages.shell import theme
from pages.shell.wording import words


def distribution(themes: Sequence[ThemeCounts]) -> None:
    """How the promises stand, theme by theme."""
    _show(
        heaps.distribution(themes, mode=theme.mode(), words=words()),
        heaps.alt_text(themes, words()),
    )


def bullet(promises: Sequence[CriterionStanding], *, most: int) -> None:
    """How far the measured promises have come, the farthest behind; nothing when there is none."""
    if bullets.drawable(promises):
        _show(
            bullets.bullet(promises, mode=theme.mode(), words=words(), most=most),
            bullets.alt_text(promises, words(), most=most),
        )


def trajectory(promise: CriterionStanding, observations: Sequence[Observation]) -> None:
    """One promise through time."""
    _show(
        trajectories.trajectory(promise, observations, mode=theme.mode(), words=words()),
        trajectories.alt_text(promise, observations, words()),
    )


def _show(picture: object, told: str) -> None:
    st.altair_chart(unchecked(picture), theme=None, width="stretch", alt=told)
