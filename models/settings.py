"""The settings of an installation, read from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

EMBEDDED = Path("var") / "pejling.db"


@dataclass(frozen=True)
class Settings:
    """The installation's choices.

    database_url: SQLAlchemy URL; the embedded SQLite file when nothing is configured.
    language: the language of the command line and of a first visit, one of da, sv, en.
    oidc: the sign-in provider's client settings, empty in local mode.
    local_key: the key to local mode where somebody chose it; else blank.
    smtp_url: the mail server that reminders go through, blank where none is sent. mail_from: the
    address they come from.
    """

    database_url: str
    language: str
    oidc: Mapping[str, str]
    local_key: str = ""
    smtp_url: str = ""
    mail_from: str = ""

    @property
    def local(self) -> bool:
        """Whether nobody can sign in, so that only this machine may be served."""
        return not self.oidc

    def page_address(self, page: str) -> str:
        """Return the address of a page for those who are elsewhere; blank in local mode."""
        home = self.oidc.get("redirect_uri", "").removesuffix("/oauth2callback")
        return f"{home}/{page}" if home else ""


def settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the PEJLING_ variables; missing ones get the defaults of a single machine."""
    variables = os.environ if environment is None else environment
    oidc = {
        name.removeprefix("PEJLING_OIDC_").lower(): value
        for name, value in variables.items()
        if name.startswith("PEJLING_OIDC_") and value
    }
    return Settings(
        database_url=variables.get("PEJLING_DATABASE_URL") or f"sqlite:///{EMBEDDED}",
        language=variables.get("PEJLING_LANGUAGE") or "da",
        oidc=oidc,
        local_key=variables.get("PEJLING_LOCAL_KEY") or "",
        smtp_url=variables.get("PEJLING_SMTP_URL") or "",
        mail_from=variables.get("PEJLING_MAIL_FROM") or "",
    )
