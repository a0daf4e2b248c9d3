"""Signing in through the region's own provider, where the installation has one."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import streamlit as st

from models.errors import InputError
from models.settings import settings

REQUIRED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
# Streamlit's own cookie lasts thirty days; somebody who left must be gone the next day.
LONGEST = timedelta(hours=12)


def provider() -> dict[str, Mapping[str, str]]:
    """Return the provider's settings in the form of Streamlit's secrets; empty in local mode.

    Raises InputError when some are missing.
    """
    oidc = settings().oidc
    if not oidc:
        return {}
    missing = [f"PEJLING_OIDC_{name.upper()}" for name in REQUIRED if name not in oidc]
    if missing:
        raise InputError("Der mangler indstillinger til login: {names}.", names=", ".join(missing))
    return {"auth": {name: oidc[name] for name in REQUIRED}}


def signed_in() -> bool:
    """Whether the viewer has signed in within the last twelve hours; always true in local mode."""
    return settings().local or (bool(st.user.get("is_logged_in")) and _recently())


def _recently() -> bool:
    signed_in_at = datetime.fromtimestamp(int(st.user.get("iat") or 0), UTC)
    return datetime.now(UTC) - signed_in_at < LONGEST
