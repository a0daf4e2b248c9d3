"""A status as it is always shown: shape, colour and word, in either mode of the screen."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from models.charts.promises.signs import Sign, mark_uri, sign_word
from models.charts.style import palette
from pages.shell import theme
from pages.shell.wording import _, words


def mark(shown: Sign) -> str:
    """The shape as HTML; its word must stand beside it."""
    return f'<img class="pj-mark" src="{mark_uri(shown, mode=theme.mode())}" alt="">'


def badge(shown: Sign) -> str:
    """Shape and word as HTML."""
    ink = palette(theme.mode()).text[shown]
    word = escape(sign_word(shown, words()))
    return f'<span class="pj-badge" style="color:{ink}">{mark(shown)}<span>{word}</span></span>'


def tally(counts: Mapping[Sign, int], targetless: int) -> None:
    """How many promises wear each sign, and how many have no target: counted, never hidden."""
    cards = [
        f"<li><b>{counts[shown]}</b>{badge(shown)}</li>" for shown in Sign if counts.get(shown)
    ]
    told = _("Mål ikke sat: {n}", n=targetless)
    st.html(f'{style()}<ul class="pj-tally">{"".join(cards)}</ul><p class="pj-told">{told}</p>')


def style() -> str:
    """How marks, tables and tallies look; said once in each block of HTML that needs it."""
    ink = palette(theme.mode())
    return f"""<style>
.pj-mark {{ width: .95em; height: .95em; vertical-align: -.1em; }}
.pj-badge {{ display: inline-flex; gap: .4em; align-items: center; font-weight: 600; }}
.pj-marks {{ display: inline-flex; flex-wrap: wrap; gap: 4px; }}
.pj-small {{ color: {ink.ink2}; font-size: .86rem; }}
.pj-told {{ margin: .4rem 0 0; font-weight: 600; }}
.pj-tally {{ list-style: none; display: flex; flex-wrap: wrap; gap: .6rem;
  padding: 0 !important; margin: 0 !important; }}
.pj-tally li {{ border: 1px solid {ink.line}; border-left: 4px solid {ink.line_strong};
  padding: .5rem .9rem; margin: 0 !important; min-width: 8.5rem; }}
.pj-tally b {{ display: block; font-size: 1.7rem; line-height: 1.15; }}
table.pj {{ border-collapse: collapse; width: 100%; font-size: .95rem; margin: .2rem 0 .4rem; }}
table.pj caption {{ text-align: left; color: {ink.ink2}; padding-bottom: .3rem; }}
table.pj th, table.pj td {{ text-align: left; vertical-align: top; font-weight: 400;
  padding: .5rem .9rem .5rem 0; border: 0; border-bottom: 1px solid {ink.line};
  overflow-wrap: break-word; }}
table.pj thead th {{ font-weight: 600; border-bottom: 2px solid {ink.ink}; }}
table.pj tbody th {{ width: 46%; }}
table.pj .pj-small {{ display: block; font-weight: 400; }}
table.pj a {{ color: {ink.primary}; }}
@media (max-width: 640px) {{
  table.pj.wide thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden;
    clip-path: inset(50%); }}
  table.pj.wide, table.pj.wide caption, table.pj.wide tbody, table.pj.wide tr,
  table.pj.wide th, table.pj.wide td {{ display: block; width: 100%; border: 0;
    padding: .1rem 0; }}
  table.pj.wide tr {{ border-bottom: 1px solid {ink.line_strong}; padding: .7rem 0; }}
  table.pj.wide tbody th {{ font-weight: 600; width: 100%; }}
  table.pj.wide td::before {{ content: attr(data-name) ": "; color: {ink.ink2}; }}
}}
</style>"""
