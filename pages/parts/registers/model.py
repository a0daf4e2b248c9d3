"""The strategy's model of innovation: frames by focus areas, stages, kinds and support."""

import pandas as pd
import streamlit as st

from models.strategy.paper.strategy import Strategy
from pages.parts.markdown_escaped import markdown_escaped
from pages.parts.promises.paper_words import entry, paper_text, place, point_list
from pages.shell.wording import _, words


def matrix(strategy: Strategy) -> None:
    """Frames by focus areas, and how many initiatives and criteria meet in each cell."""
    if strategy.matrix is None:
        st.info(_("Strategien har ikke en matrix af rammer og indsatsområder."))
    else:
        st.markdown(f"**{_('Rammer og indsatsområder')}**")
        titles = {theme.id: paper_text(theme.title) for theme in strategy.themes}
        rows = {
            titles.get(frame, frame): {
                titles.get(focus, focus): _bridges(strategy, frame, focus)
                for focus in strategy.matrix.focus_areas
            }
            for frame in strategy.matrix.frames
        }
        st.table(pd.DataFrame.from_dict(rows, orient="index"))
        st.caption(
            _("I felterne står de initiativer, der binder en ramme og et indsatsområde sammen.")
            + f" {place(strategy.matrix.source)}"
        )
        if strategy.matrix.note and words().language == "en":
            st.caption(markdown_escaped(strategy.matrix.note))
    _stages(strategy)
    _norms(strategy)
    _support(strategy)


def _bridges(strategy: Strategy, frame: str, focus: str) -> str:
    """The initiatives of one that serve a criterion of the other."""
    crossing = [
        one.id
        for one in strategy.initiatives
        if one.theme_id in {frame, focus}
        and any(
            strategy.criterion(name).theme_id == ({frame, focus} - {one.theme_id}).pop()
            for name in one.criteria
        )
    ]
    return markdown_escaped(", ".join(crossing)) or _("Ingen")


def _stages(strategy: Strategy) -> None:
    point_list(
        _("Idéens skridt"),
        (
            entry(
                f"{stage.id}: {stage.text}",
                stage.source,
                gloss=stage.gloss,
                more=_("Færdig, når idéen er: {done}", done=", ".join(stage.exit_criteria)),
            )
            for stage in sorted(strategy.stages, key=lambda one: one.order)
        ),
    )


def _norms(strategy: Strategy) -> None:
    if not strategy.innovation_types:
        return
    st.markdown(f"**{_('Slags innovation, og hvor længe den må tage')}**")
    rows = [
        {
            _("Slags"): paper_text(one.id, one.gloss),
            _("Tid"): markdown_escaped(one.lead_time),
            _("Højst"): _months(one.max_months),
            _("Penge"): markdown_escaped(one.financing),
            _("Forankring"): markdown_escaped(one.anchoring),
            _("Kilde"): place(one.source),
        }
        for one in strategy.innovation_types
    ]
    st.table(pd.DataFrame(rows).set_index(_("Slags")))


def _months(most: int | None) -> str:
    return _("flere år") if most is None else _("{n} måneder", n=most)


def _support(strategy: Strategy) -> None:
    if strategy.support_process is None:
        return
    st.markdown(f"**{_('Støtten undervejs')}**")
    rows = [
        {
            _("Skridt"): markdown_escaped(one.step),
            _("Lokalt"): markdown_escaped(one.local) or "–",
            _("Regionalt"): markdown_escaped(one.regional) or "–",
        }
        for one in strategy.support_process.steps
    ]
    st.table(pd.DataFrame(rows).set_index(_("Skridt")))
    st.caption(place(strategy.support_process.source))
