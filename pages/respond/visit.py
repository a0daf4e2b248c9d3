"""One request of a respondent: which link, whose draft, in which language, and is it meant."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from starlette.requests import Request
from starlette.responses import Response

from models.settings import settings
from models.wording import LANGUAGES, Words, words

WAY, LANGUAGE = "pejling_svar", "pejling_sprog"
A_MONTH = 30 * 24 * 3600
TOKEN = re.compile(r"[A-Za-z0-9_-]{4,128}")


@dataclass(frozen=True)
class Visit:
    """What the browser brought along.

    token: the unit's link, taken out of the address into a cookie; None when there is none.
    key: random, this browser's own; only who has it finds the draft. A new one begins afresh.
    """

    language: str
    secure: bool
    same_site: bool
    token: str | None = None
    key: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> Words:
        """How to say something to this visitor."""
        return words(self.language)

    @property
    def seal(self) -> str:
        """What every form carries: nobody can make it who does not hold the key in the cookie."""
        return hmac.new(self.key.encode(), b"pejling form", hashlib.sha256).hexdigest()

    @property
    def meant(self) -> bool:
        """Whether the form came from a page of ours, in this browser."""
        return self.same_site and hmac.compare_digest(self.form.get("seal", ""), self.seal)

    def through(self, token: str) -> "Visit":
        """The same visitor at a link. A draft begun through another link stays with that link."""
        return self if token == self.token else self.afresh(token=token)

    def afresh(self, **changes: str) -> "Visit":
        """The same visitor with a new key, so that nothing earlier is found again."""
        return replace(self, key=secrets.token_urlsafe(16), **changes)

    def speaking(self, language: str) -> "Visit":
        """The same visitor, spoken to in another language."""
        return replace(self, language=language)

    def leave(self, response: Response) -> Response:
        """Let the browser keep what the next request needs, and nobody else see it."""
        marks = {LANGUAGE: self.language}
        if self.token:
            marks[WAY] = f"{self.token}.{self.key}"
        for name, value in marks.items():
            response.set_cookie(
                name,
                value,
                max_age=A_MONTH,
                path="/svar",
                secure=self.secure,
                httponly=True,
                samesite="lax",
            )
        return response


def visit(request: Request, form: Mapping[str, str]) -> Visit:
    """Read a request; whatever does not look like ours is as good as absent."""
    token, _dot, key = request.cookies.get(WAY, "").partition(".")
    arrived = Visit(
        language=_language(request),
        secure=request.url.scheme == "https",
        same_site=request.headers.get("sec-fetch-site") not in ("cross-site", "same-site"),
        form=form,
    )
    if TOKEN.fullmatch(token) and TOKEN.fullmatch(key):
        return replace(arrived, token=token, key=key)
    return arrived


def _language(request: Request) -> str:
    chosen = request.cookies.get(LANGUAGE)
    if chosen in LANGUAGES:
        return chosen
    wished = re.findall(r"[a-z]{2}(?=[-,;]|$)", request.headers.get("accept-language", "").lower())
    known = [language for language in wished if language in LANGUAGES]
    return known[0] if known else settings().language
