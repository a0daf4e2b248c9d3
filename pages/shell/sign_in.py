"""Signing in through the region's own provider, once the installation names one."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import streamlit as st

from models.errors import InputError
from models.settings import settings

NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
# Streamlit's own cookie lasts thirty days; somebody who left must be gone the next day.
LONGEST = timedelta(hours=12)


def provider() -> dict[str, Mapping[str, str]]:
    """The provider's settings as Streamlit wants them; nothing in local mode.

    Raises InputError when only some are there: half a lock would open the house.
    """
    known = settings().oidc
    if not known:
        return {}
    missing = [f"PEJLING_OIDC_{name.upper()}" for name in NEEDED if name not in known]
    if missing:
        raise InputError("Der mangler indstillinger til login: {names}.", names=", ".join(missing))
    return {"auth": {name: known[name] for name in NEEDED}}


def signed_in() -> bool:
    """Whether somebody is there to be shown anything; in local mode the operator always is."""
    return settings().local or (bool(st.user.get("is_logged_in")) and _recently())


def _recently() -> bool:
    signed_in_at = datetime.fromtimestamp(int(st.user.get("iat") or 0), UTC)
    return datetime.now(UTC) - signed_in_at < LONGEST
