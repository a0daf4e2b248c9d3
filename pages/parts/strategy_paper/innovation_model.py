"""The strategy's model of innovation: frames by focus areas, stages, kinds and support."""

import streamlit as st

from models.strategy.paper.crossing import Crossing, crossings
from models.strategy.paper.strategy import Strategy
from pages.parts.promises.paper_words import entry, paper_text, place, point_list
from pages.parts.text_table import text_table
from pages.shell.wording import _, markdown_escaped, ngettext, words


def matrix(strategy: Strategy) -> None:
    """Show frames by focus areas with their initiatives, then stages, kinds and support."""
    if strategy.matrix is None:
        st.info(_("Strategien har ikke en matrix af rammer og indsatsområder."))
    else:
        st.markdown(f"**{_('Rammer og indsatsområder')}**")
        cells = crossings(strategy)
        titles = {theme.id: theme.title for theme in strategy.themes}
        rows = [
            {"": titles.get(frame, frame)}
            | {
                titles.get(focus, focus): _bridges(cells.get((frame, focus)))
                for focus in strategy.matrix.focus_areas
            }
            for frame in strategy.matrix.frames
        ]
        text_table(rows, first="")
        st.caption(
            _("I felterne står de initiativer, der binder en ramme og et indsatsområde sammen.")
            + f" {place(strategy.matrix.source)}"
        )
        if strategy.matrix.note and words().language == "en":
            st.caption(markdown_escaped(strategy.matrix.note))
    _stages(strategy)
    _norms(strategy)
    _support(strategy)


def _bridges(crossing: Crossing | None) -> str:
    """Return the ids of the initiatives that tie a frame and a focus area together."""
    return ", ".join(crossing.initiatives) if crossing else _("Ingen")


def _stages(strategy: Strategy) -> None:
    point_list(
        _("Idéens skridt"),
        (
            entry(
                stage.text,
                stage.source,
                gloss=stage.gloss,
                more=_("Færdig, når idéen er: {done}", done=", ".join(stage.exit_criteria))
                + f" · {stage.id}",
            )
            for stage in sorted(strategy.stages, key=lambda stage: stage.order)
        ),
    )


def _norms(strategy: Strategy) -> None:
    if not strategy.innovation_types:
        return
    st.markdown(f"**{_('Slags innovation, og hvor længe den må tage')}**")
    rows = [
        {
            _("Slags"): paper_text(kind.id, kind.gloss),
            _("Tid"): kind.lead_time,
            _("Højst"): _months(kind.max_months),
            _("Penge"): kind.financing,
            _("Forankring"): kind.anchoring,
            _("Kilde"): place(kind.source),
        }
        for kind in strategy.innovation_types
    ]
    text_table(rows, first=_("Slags"))


def _months(months: int | None) -> str:
    if months is None:
        return _("flere år")
    return ngettext("{n} måned", "{n} måneder", months)


def _support(strategy: Strategy) -> None:
    if strategy.support_process is None:
        return
    st.markdown(f"**{_('Støtten undervejs')}**")
    rows = [
        {
            _("Skridt"): step.step,
            _("Lokalt"): step.local or "–",
            _("Regionalt"): step.regional or "–",
        }
        for step in strategy.support_process.steps
    ]
    text_table(rows, first=_("Skridt"))
    st.caption(place(strategy.support_process.source))
