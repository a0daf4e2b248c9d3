"""A unit's newest released result, and its level and index in two lines."""

from html import escape

import streamlit as st

from models.access import Viewer
from models.report.own_culture.own_culture import OwnCulture
from models.services.culture.own_unit import was_there
from models.services.culture.results import ReleasedWave
from models.wording.figures import mean
from models.wording.levels import level_title
from pages.shell import cache
from pages.shell.database import database
from pages.shell.wording import _, markdown_escaped, words


def newest_release(unit_id: str, *, by: Viewer) -> ReleasedWave | None:
    """The newest released survey that the unit was part of; None without any."""
    with database() as db:
        releases = cache.released_waves(db, by=by)
    return next((release for release in releases if was_there(release.organisation, unit_id)), None)


def newest_culture(unit_id: str, *, by: Viewer) -> OwnCulture | None:
    """The unit's result in that survey; None without any."""
    release = newest_release(unit_id, by=by)
    if release is None:
        return None
    with database() as db:
        return cache.own_culture(db, unit_id, release.wave.id, by=by)


def level_lines(culture: OwnCulture) -> None:
    """Show a unit's level, and its index beside the region's; nothing while they are not shown."""
    if culture.published_unit != culture.unit:
        return
    index, title = culture.index, level_title(culture.index.own, culture.instrument, words())
    st.markdown(f"**{markdown_escaped(title)}**")
    beside = _("af 100 i det samlede indeks")
    if culture.unit != culture.region:
        beside = _("af 100 i det samlede indeks, hele regionen {region}",
                   region=mean(index.region, words()))  # fmt: skip
    big(mean(index.own, words()), beside)


def big(figure: str, meaning: str) -> None:
    """Show a card's figure large, with what it means beside it."""
    st.html(f'<p class="pj-big"><b>{escape(figure)}</b> {escape(meaning)}</p>')
