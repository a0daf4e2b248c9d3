"""Starts Pejling: the dashboard, the respondents' plain pages and their files, in one process."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from streamlit.runtime.pages_manager import PagesManager

from pages.respond import own_answer
from pages.respond import routes as respond
from pages.respond.addresses import OddAddresses
from pages.respond.html import notice
from pages.shell import reconnect
from pages.shell.front_page import FrontPage
from pages.shell.headers import SecurityHeaders
from pages.shell.local_mode import LocalMode
from pages.shell.readiness import health, lifespan, ready
from pages.shell.server import connections, fault, uploads
from pages.shell.server.sign_in_wall import SIGN_IN, SignInWall, to_provider, viewer_of
from pages.shell.sign_in import provider_or_stop

PAGES = Path(__file__).resolve().parent / "pages"

# Streamlit must never run a page's file without the front door: no folder `pages` lies beside
# pages/main.py, and the old way of finding pages is shut besides.
PagesManager.uses_pages_directory = False
reconnect.mend()
connections.mend(unreadable=notice(422), crowded=notice(429))
uploads.mend()

app = st.App(
    PAGES / "main.py",
    secrets=provider_or_stop(),
    lifespan=lifespan,
    routes=[
        Route("/health", health),
        Route("/ready", ready),
        Route(SIGN_IN, to_provider),
        Route(f"{own_answer.PLACE}/{{wave_id}}", own_answer.endpoint(viewer_of)),
        Mount("/filer", StaticFiles(directory=PAGES / "static")),
        *respond.ROUTES,
    ],
    exception_handlers={Exception: fault.answering(notice(500))},
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(OddAddresses),
        Middleware(LocalMode),
        Middleware(SignInWall),
        Middleware(uploads.FewAtOnce),
        Middleware(FrontPage),
    ],
)

if __name__ == "__main__":
    app.run()
