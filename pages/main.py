"""The script of every page: signs in, builds the menu and runs the page asked for."""

from pathlib import Path

import streamlit as st

from models.access import Permission
from models.errors import DatabaseUnavailable
from models.wording import N_
from pages.shell import banner, sidebar, sign_in, site, theme

STATIC = Path(__file__).parent / "static"
# Under each heading: the page's script, its name in the menu, and the permission it needs.
SITE_MAP = {
    N_("Strategien"): (
        ("leadership/scoreboard.py", N_("Resultattavle"), Permission.SEE_SCOREBOARD),
        ("leadership/criterion.py", N_("Succeskriterium"), Permission.SEE_SCOREBOARD),
        ("leadership/changes.py", N_("Hvad er ændret"), Permission.SEE_SCOREBOARD),
        ("leadership/gaps.py", N_("Mangler"), Permission.SEE_SCOREBOARD),
        ("leadership/my_updates.py", N_("Mine opdateringer"), Permission.UPDATE_PROMISE),
        ("committee/annual_status.py", N_("Årsstatus"), Permission.SEE_ANNUAL_STATUS),
    ),
    N_("Kulturen"): (
        ("department/unit_home.py", N_("Vores enhed"), Permission.ANSWER),
        ("leadership/culture.py", N_("Innovationskultur"), Permission.SEE_CULTURE),
        ("leadership/culture_method.py", N_("Bag kulturtallene"), Permission.SEE_CULTURE),
        ("department/own_culture.py", N_("Vores kultur"), Permission.SEE_OWN_CULTURE),
    ),
    N_("Idéerne"): (
        ("leadership/idea_portfolio.py", N_("Idéporteføljen"), Permission.SEE_IDEAS),
        ("department/own_ideas.py", N_("Vores idéer"), Permission.SUGGEST_IDEA),
    ),
    N_("Tovholder"): (
        ("steward/due_now.py", N_("Det skal gøres nu"), Permission.RUN_WAVE),
        ("steward/targets.py", N_("Mål"), Permission.SET_TARGET),
        ("steward/observations.py", N_("Målinger"), Permission.RECORD_OBSERVATION),
        ("steward/waves.py", N_("Undersøgelser"), Permission.RUN_WAVE),
        ("steward/comments.py", N_("Kommentarer"), Permission.REVIEW_COMMENTS),
        ("steward/idea_clinic.py", N_("Idéklinik"), Permission.GROUP_IDEAS),
        ("steward/registers.py", N_("Registre"), Permission.IMPORT),
        ("steward/trace.py", N_("Log"), Permission.SEE_TRACE),
    ),
}

st.set_page_config(page_title="Pejling", page_icon=str(STATIC / "icon.png"), layout="wide")
sidebar.remember()
theme.apply()
st.logo(str(STATIC / f"logo-{theme.mode()}.png"), size="large")

if not sign_in.signed_in():
    site.ask_to_sign_in()
site.refuse_malformed_claims()
page = site.navigation(SITE_MAP)
try:
    sidebar.sidebar()
    banner.banner()
    site.refuse_unless_admitted(SITE_MAP, page)
    page.run()
except DatabaseUnavailable as problem:
    site.say_unavailable(problem)
