"""How the culture pages' own tables look, in either mode of the screen."""

from models.charts.style import palette
from pages.parts import status_mark
from pages.shell import theme

_LIGHT_TEXT_FROM = 4
_DARK_INK = "#15232C"


def style() -> str:
    """Said once in each block of HTML that needs it."""
    ink = palette(theme.mode())
    filled = "".join(_level(level, tint) for level, tint in enumerate(ink.sequential, start=1))
    return f"""{status_mark.style()}<style>
.pj-scroll {{ overflow-x: auto; }}
.pj-only-read {{ position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }}
table.pj-map {{ font-size: .86rem; border-collapse: separate; border-spacing: 3px; width: auto;
  min-width: 100%; }}
table.pj-map thead th {{ vertical-align: bottom; text-align: center; padding: .3rem .1rem;
  border-bottom: 2px solid {ink.ink}; }}
table.pj-map thead th:first-child {{ text-align: left; }}
.pj-tall {{ writing-mode: vertical-rl; transform: rotate(180deg); text-align: left;
  max-height: 9.5rem; line-height: 1.25; margin: 0 auto; display: inline-block; }}
table.pj-map tbody th {{ position: sticky; left: 0; background: {ink.background}; z-index: 1;
  width: auto; min-width: 8.5rem; max-width: 15rem; padding: .35rem .5rem .35rem 0; border: 0; }}
table.pj-map thead th:first-child {{ position: sticky; left: 0; background: {ink.background};
  z-index: 1; }}
table.pj-map tbody.pj-above th {{ font-weight: 600; }}
table.pj-map td {{ border: 0; padding: .3rem .2rem; text-align: center; min-width: 2.7rem;
  vertical-align: middle; border-radius: 3px; line-height: 1.3; white-space: nowrap; }}
table.pj-map td small {{ display: block; font-size: .8rem; font-weight: 400;
  white-space: nowrap; }}
table.pj-map td b {{ font-size: 1rem; font-weight: 600; }}
table.pj-map td.pj-hollow {{ border: 1px solid {ink.line_strong}; background: {ink.background}; }}
table.pj-map td.pj-hollow b, table.pj-map td.pj-flat b {{ font-weight: 400; }}
table.pj-map td.pj-flat {{ border: 1px solid {ink.line}; }}
table.pj td.pj-hidden {{ border: 1px dashed {ink.line_strong}; color: {ink.ink2};
  font-style: italic; text-align: center; }}
table.pj-map td.pj-side {{ text-align: right; white-space: nowrap; }}
table.pj-map td.pj-side small {{ white-space: normal; max-width: 5.5rem; color: {ink.ink2}; }}
table.pj-map td.pj-forth {{ background: #CFE5E9; color: {_DARK_INK}; }}
table.pj-map td.pj-back {{ background: #F3E3CC; color: {_DARK_INK}; }}
{filled}
.pj-up, .pj-down {{ display: inline-block; width: 0; height: 0; margin-left: .28em;
  border-left: .34em solid transparent; border-right: .34em solid transparent; }}
.pj-up {{ border-bottom: .58em solid currentColor; }}
.pj-down {{ border-top: .58em solid currentColor; }}
.pj-legend {{ display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; font-size: .84rem;
  list-style: none; padding: 0 !important; margin: .2rem 0 .5rem !important; color: {ink.ink2}; }}
.pj-legend li {{ display: inline-flex; align-items: center; gap: .4rem; margin: 0 !important; }}
.pj-legend i.pj-box {{ display: inline-block; width: 1.5rem; height: 1rem; border-radius: 2px;
  border: 1px solid {ink.line_strong}; }}
.pj-legend i.pj-dashed {{ border-style: dashed; }}
.pj-bar {{ display: block; height: 9px; margin-top: .3rem; background: {ink.surface};
  max-width: 16rem; }}
.pj-bar > i {{ display: block; height: 100%; background: {ink.primary}; }}
table.pj.pj-parts tbody th {{ width: 66%; }}
table.pj.pj-narrow tbody th {{ width: 24%; }}
table.pj.pj-narrow .pj-small {{ white-space: nowrap; }}
table.pj td.pj-number, table.pj th.pj-number {{ text-align: right; white-space: nowrap; }}
dl.pj-told {{ display: grid; grid-template-columns: max-content 1fr; gap: .5rem 1.1rem;
  margin: .2rem 0 .6rem !important; padding: 0 !important; font-weight: 400; }}
dl.pj-told dt {{ color: {ink.ink2}; margin: 0 !important; font-weight: 400; }}
dl.pj-told dd {{ margin: 0 !important; font-weight: 600; }}
dl.pj-told dd small {{ font-weight: 400; color: {ink.ink2}; display: block; font-size: .86rem; }}
@media (max-width: 640px) {{
  table.pj-map tbody th {{ min-width: 7.4rem; max-width: 8.4rem; overflow-wrap: anywhere; }}
  dl.pj-told {{ grid-template-columns: 1fr; gap: 0; }}
  dl.pj-told dd {{ margin-bottom: .5rem; }}
}}
</style>"""


def _level(level: int, tint: str) -> str:
    """A filled cell, a hollow one whose lower edge shows the level, and the legend's box."""
    ink = "#FFFFFF" if level >= _LIGHT_TEXT_FROM else _DARK_INK
    return (
        f"table.pj-map td.pj-l{level}, .pj-legend i.pj-l{level} "
        f"{{ background: {tint}; color: {ink}; }}"
        f"table.pj-map td.pj-hollow.pj-h{level} {{ box-shadow: inset 0 -5px 0 {tint}; }}"
    )
