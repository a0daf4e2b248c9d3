"""Released culture results as figures in coloured cells; what is hidden says so."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from models.charts.style import palette
from pages.parts.status_mark import style
from pages.shell import theme
from pages.shell.wording import _, language, words
from survey.instrument import Dimension
from survey.release import BOTTOM, TOP, Release
from survey.unit import Organisation, Unit
from survey.valued import INDEX

_LIGHT_TEXT_FROM = 3
_HIGHEST = 4
Cell = Mapping[str, Any]


def region_bars(release: Release, root: Unit, dimensions: Sequence[Dimension]) -> None:
    """The whole region, the strongest dimension first."""
    cells = _cells(release)
    shown = [(one, cells[root.id, one.id]) for one in dimensions if (root.id, one.id) in cells]
    if not shown:
        st.info(_("Så få har svaret, at ingen tal kan vises, uden at nogen kunne kendes."))
        return
    shown.sort(key=lambda pair: -pair[1]["mean"])
    index = cells.get((root.id, INDEX))
    if index is not None:
        st.markdown(_("Samlet kulturindeks: **{mean}** af 100, {n} svar.",
                      mean=_coded(index["mean"]), n=words().number(index["n"], 0)))  # fmt: skip
    rows = "".join(_bar(_name(one), cell) for one, cell in shown)
    st.html(
        f'{style()}{_style()}<table class="pj"><caption>'
        f"{escape(_('Gennemsnit for hver dimension, 0 til 100'))}</caption><thead><tr>"
        f'<th scope="col">{escape(_("Dimension"))}</th>'
        f'<th scope="col">{escape(_("Gennemsnit"))}</th>'
        f'<th scope="col">{escape(_("Svar"))}</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def unit_picker(organisation: Organisation) -> Unit:
    """A unit that has others under it; the whole region to begin with."""
    above = [unit for unit in organisation.units if organisation.children(unit.id)]
    return st.selectbox(
        _("Vis enhederne under"),
        sorted(above, key=lambda unit: [one.name for one in organisation.path(unit.id)]),
        format_func=lambda unit: " › ".join(one.name for one in organisation.path(unit.id)),
        key="under",
    )


def culture_table(
    release: Release, organisation: Organisation, dimensions: Sequence[Dimension], unit: Unit
) -> None:
    """A unit and those directly under it, dimensions across, each cell with its number."""
    cells = _cells(release)
    head = "".join(f'<th scope="col">{escape(_name(one))}</th>' for one in dimensions)
    rows = "".join(
        _unit_row(one, int(one != unit), dimensions, cells)
        for one in (unit, *map(organisation.unit, organisation.children(unit.id)))
    )
    caption = escape(_("Innovationskulturen i hver enhed; farven følger tallet"))
    st.html(
        f"{style()}{_style()}"
        f'<div class="pj-scroll" role="region" tabindex="0" aria-label="{caption}">'
        f'<table class="pj pj-culture"><caption>{caption}</caption><thead><tr>'
        f'<th scope="col">{escape(_("Enhed"))}</th>'
        f'<th scope="col">{escape(_("Svar"))}</th>'
        f'<th scope="col">{escape(_("Indeks"))}</th>{head}'
        f"</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cells(release: Release) -> dict[tuple[str, str], Cell]:
    shown = release.cells[(release.cells["group"] == "") & release.cells["mean"].notna()]
    return {(cell["unit_id"], cell["measure"]): cell for cell in shown.to_dict("records")}


def _unit_row(
    unit: Unit, depth: int, dimensions: Sequence[Dimension], cells: Mapping[tuple[str, str], Cell]
) -> str:
    name = f'<th scope="row" style="padding-left:{0.9 * depth}rem">{escape(unit.name)}</th>'
    index = cells.get((unit.id, INDEX))
    own = [cells.get((unit.id, one.id)) for one in dimensions]
    if index is None and not any(own):
        hidden = escape(_("skjult"))
        return f'<tr>{name}<td class="pj-hidden" colspan="{2 + len(own)}">{hidden}</td></tr>'
    most = max(int(cell["n"]) for cell in (index, *own) if cell is not None)
    return f"<tr>{name}<td>{words().number(most, 0)}</td>{''.join(map(_cell, (index, *own)))}</tr>"


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return f'<td class="pj-hidden">{escape(_("skjult"))}</td>'
    level = min(int(cell["mean"] // 20), _HIGHEST)
    ink = "#FFFFFF" if level >= _LIGHT_TEXT_FROM else "#15232C"
    tint = palette(theme.mode()).sequential[level]
    return f'<td class="pj-value" style="background:{tint};color:{ink}">{_coded(cell["mean"])}</td>'


def _bar(name: str, cell: Cell) -> str:
    return (
        f'<tr><th scope="row">{escape(name)}<span class="pj-bar" aria-hidden="true">'
        f'<i style="width:{cell["mean"]:.0f}%"></i></span></th>'
        f"<td>{_coded(cell['mean'])}</td><td>{words().number(cell['n'], 0)}</td></tr>"
    )


def _coded(mean: float) -> str:
    """The outermost figures say no more than "so or beyond"."""
    if mean <= BOTTOM:
        return _("højst {n}", n=BOTTOM)
    return _("mindst {n}", n=TOP) if mean >= TOP else f"{mean:.0f}"


def _name(dimension: Dimension) -> str:
    return dimension.name.get(language()) or dimension.name["da"]


def _style() -> str:
    ink = palette(theme.mode())
    return f"""<style>
.pj-scroll {{ overflow-x: auto; }}
.pj-bar {{ display: block; height: 10px; margin-top: .35rem; background: {ink.surface}; }}
.pj-bar > i {{ display: block; height: 100%; background: {ink.primary}; }}
table.pj-culture {{ font-size: .86rem; border-collapse: separate; border-spacing: 2px; }}
table.pj-culture thead th {{ vertical-align: bottom; min-width: 5.6rem; hyphens: auto;
  overflow-wrap: normal; text-align: center; border-bottom: 2px solid {ink.ink}; }}
table.pj-culture thead th:first-child, table.pj-culture tbody th {{ position: sticky; left: 0;
  background: {ink.background}; min-width: 9rem; width: auto; }}
table.pj-culture td {{ border: 0; padding: .4rem .5rem; text-align: center; }}
table.pj-culture td.pj-value {{ font-weight: 600; }}
table.pj-culture td.pj-hidden {{ border: 1px dashed {ink.line_strong}; color: {ink.ink2};
  font-style: italic; text-align: left; }}
</style>"""
