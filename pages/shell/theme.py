"""The look that a theme file cannot say: contrast, focus and paper."""

from string import Template

import streamlit as st

_INK = {
    "light": {
        "caption": "#44545E",
        "selected": "#0B5563",
        "banner": "#F3F7F8",
        "edge": "#82919A",
        "accent": "#9D5B0B",
    },
    "dark": {
        "caption": "#B9C7CD",
        "selected": "#7FD0DB",
        "banner": "#17252D",
        "edge": "#6C808A",
        "accent": "#F0A857",
    },
}

# Streamlit says captions in ink at 60 %, which is too pale to read (4.30), and puts the
# button colour on selected text, which in the dark is too dark. Petrol and amber: identity.md.
_STYLE = Template("""<style>
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] * {
  color: $caption !important; opacity: 1 !important;
}
[data-testid="stTab"][aria-selected="true"] *, [data-selected="true"] p,
[data-testid="stSliderThumbValue"] * { color: $selected !important; }
:focus-visible {
  outline: 3px solid #FFBF47 !important; outline-offset: 2px; box-shadow: 0 0 0 5px #15232C;
}
/* A field that opens a list is framed as a whole, not its text alone. */
[data-testid="stSelectbox"] input:focus-visible {
  outline: none !important; box-shadow: none !important;
}
[data-testid="stSelectbox"] :has(> input:focus-visible) {
  outline: 3px solid #FFBF47; outline-offset: 2px; box-shadow: 0 0 0 5px #15232C;
}
/* The whole menu and the choices under it fit on a laptop's screen. */
[data-testid="stSidebarNavLinkContainer"] { margin: 0; }
[data-testid="stSidebarNavLink"] { padding-block: 0; }
[data-testid="stSidebarNavLink"] span { line-height: 1.75; }
[data-testid="stSidebarNavSeparator"] { margin-block: .4rem; }
[data-testid="stSidebarUserContent"] { padding-top: .6rem; }
[data-testid="stMainBlockContainer"] { max-width: 76rem; padding-top: 3.5rem; }
[data-testid="stMainBlockContainer"] [data-testid="stMarkdownContainer"] p { max-width: 75ch; }
.pejling-banner { background: $banner; border-radius: 3px; overflow: hidden; }
.pejling-banner p {
  margin: 0; padding: .3rem .9rem; border-left: 4px solid $edge; font-size: .88rem;
}
.pejling-banner p.invented { border-left-color: $accent; font-weight: 600; }
[data-testid="stHeading"] { hyphens: auto; }
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"],
  .pejling-banner .local, .stButton, .stDownloadButton { display: none !important; }
  [data-testid="stMainBlockContainer"] { padding: 0; max-width: none; }
}
</style>""")


def mode() -> str:
    """The viewer's choice of "light" or "dark", as far as the browser has told."""
    return "dark" if st.context.theme.get("type") == "dark" else "light"


def apply() -> None:
    """Dress the page."""
    st.html(_STYLE.substitute(_INK[mode()]))
