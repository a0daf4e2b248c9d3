"""A unit's released result: nine dimensions beside the region's, in plain figures."""

import pandas as pd
import streamlit as st

from models.services.releases import OwnResult
from pages.parts.plain import plain
from pages.shell.wording import _, language, words
from survey import instrument as instruments
from survey.release import BOTTOM, TOP

INDEX = "index"


def own_result(result: OwnResult, region: pd.DataFrame) -> None:
    """Whose figures these are, what stands highest and lowest, and the table.

    region: the whole region's cells in the same release.
    """
    if result.why:
        named = plain(result.shown.name) if result.shown else ""
        st.info(_(result.why, shown=named), icon=":material/shield_person:")
    if result.shown is None:
        return
    names = _names(result.wave.instrument_id)
    own, whole = result.cells.set_index("measure"), region.set_index("measure")
    _extremes(own, names)
    rows = [
        {
            _("Emne"): names[measure],
            plain(result.shown.name): points(_mean(own, measure)),
            _("Regionen"): points(_mean(whole, measure)),
            _("Antal svar"): words().number(own.loc[measure, "n"], 0)
            if measure in own.index
            else "–",
        }
        for measure in names
    ]
    st.table(pd.DataFrame(rows).set_index(_("Emne")))
    st.caption(_("0 betyder slet ikke, 50 i nogen grad og 100 i meget høj grad. Højere er bedre."))


def points(mean: float | None) -> str:
    """A mean as it may be said: open at both ends, for 100 would tell what everybody answered."""
    if mean is None or pd.isna(mean):
        return _("skjult")
    if mean <= BOTTOM:
        return _("{n} eller mindre", n=BOTTOM)
    if mean >= TOP:
        return _("{n} eller mere", n=TOP)
    return words().number(mean, 0)


def _names(instrument_id: str) -> dict[str, str]:
    dimensions = instruments.load(instrument_id).dimensions
    return {one.id: one.name[language()] for one in dimensions} | {INDEX: _("Samlet")}


def _mean(cells: pd.DataFrame, measure: str) -> float | None:
    return float(cells.loc[measure, "mean"]) if measure in cells.index else None


def _extremes(own: pd.DataFrame, names: dict[str, str]) -> None:
    means = own["mean"].drop(INDEX, errors="ignore").dropna()
    if means.empty:
        return
    st.markdown(
        _(
            "Højest ligger **{high}** med {most}, lavest **{low}** med {least}.",
            high=names[str(means.idxmax())],
            most=points(means.max()),
            low=names[str(means.idxmin())],
            least=points(means.min()),
        )
    )
