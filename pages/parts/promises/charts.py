"""Charts in the viewer's mode and language, each with its text alternative."""

from collections.abc import Sequence

import streamlit as st

from models.charts.promises import bullet, distribution, trajectory
from models.charts.promises.distribution import ThemeCounts
from models.charts.promises.standing import CriterionStanding
from models.charts.style import unchecked
from models.strategy.observation import Observation
from pages.shell import theme
from pages.shell.wording import words


def distribution_chart(themes: Sequence[ThemeCounts]) -> None:
    """Draw the number of criteria with each sign, theme by theme."""
    _show(
        distribution.distribution(themes, mode=theme.mode(), words=words()),
        distribution.alt_text(themes, words()),
    )


def bullet_chart(standings: Sequence[CriterionStanding], *, most: int) -> None:
    """Draw the progress of the `most` criteria farthest behind; nothing when none is measured."""
    if bullet.drawable(standings):
        _show(
            bullet.bullet(standings, mode=theme.mode(), words=words(), most=most),
            bullet.alt_text(standings, words(), most=most),
        )


def trajectory_chart(standing: CriterionStanding, observations: Sequence[Observation]) -> None:
    """Draw a criterion's observations against its path to the target."""
    _show(
        trajectory.trajectory(standing, observations, mode=theme.mode(), words=words()),
        trajectory.alt_text(standing, observations, words()),
    )


def _show(picture: object, alt: str) -> None:
    st.altair_chart(unchecked(picture), theme=None, width="stretch", alt=alt)
