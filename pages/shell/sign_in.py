"""Signing in through the region's own provider, where the installation has one."""

import sys
from collections.abc import Mapping
from datetime import UTC, datetime

import streamlit as st

from models.claims import is_recent
from models.errors import InputError
from models.secret import is_weak
from models.settings import settings
from models.wording import words
from pages.shell.server import local_key

REQUIRED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")


def provider() -> dict[str, Mapping[str, str]]:
    """Return the provider's settings in the form of Streamlit's secrets; empty in local mode.

    Raises InputError when some are missing or the secret is weak: whoever guesses it can sign a
    cookie as anybody. So it does in local mode for a short key.
    """
    oidc = settings().oidc
    if not oidc:
        local_key.key()
        return {}
    missing = [f"PEJLING_OIDC_{name.upper()}" for name in REQUIRED if name not in oidc]
    if missing:
        raise InputError("Der mangler indstillinger til login: {names}.", names=", ".join(missing))
    if is_weak(oidc["cookie_secret"]):
        raise InputError(
            "PEJLING_OIDC_COOKIE_SECRET skal være mindst 32 tilfældige byte. "
            "Kør `pejling secret`, og sæt den til det, kommandoen skriver."
        )
    return {"auth": {name: oidc[name] for name in REQUIRED}}


def provider_or_stop() -> dict[str, Mapping[str, str]]:
    """As `provider`, but a fault ends the program with a sentence instead of a traceback."""
    try:
        return provider()
    except InputError as problem:
        sys.exit(words(settings().language).error(problem))


def signed_in() -> bool:
    """Whether the viewer has signed in within the last twelve hours; always true in local mode."""
    if settings().local:
        return True
    return st.user.get("is_logged_in") is True and is_recent(st.user, datetime.now(UTC))
