"""A respondent's request: the link, the draft's key, the language and the form."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from models.settings import settings
from models.wording import LANGUAGES, Words, words
from pages.respond.limits import address
from pages.respond.link import TOKEN

LINK, LANGUAGE, RECEIPT = "pejling_svar", "pejling_sprog", "pejling_sendt"
MENU_LANGUAGE = "pejling_language"
# `links.personal_key` makes these; those of a browser are shorter.
PERSONAL_KEY = re.compile("[0-9a-f]{64}")
A_MONTH = 30 * 24 * 3600


@dataclass(frozen=True)
class Visit:
    """A respondent's request, read from its cookies, headers and form.

    token: the unit's link, taken out of the address into a cookie; None when there is none.
    key: random, this browser's own; the draft is found by it alone.
    same_site: False when the browser says that another site made the request.
    address: where the request comes from; an IPv6 network counts as one.
    sent_seal: the seal of the forms whose answers this browser sent last; blank when none.
    """

    language: str
    secure: bool
    same_site: bool
    address: str = ""
    token: str | None = None
    sent_seal: str = ""
    key: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> Words:
        """Return the wording of the visit's language."""
        return words(self.language)

    @property
    def seal(self) -> str:
        """Return the token of every form: an HMAC that only the holder of the key can make."""
        return hmac.new(self.key.encode(), b"pejling form", hashlib.sha256).hexdigest()

    @property
    def is_sealed(self) -> bool:
        """Whether the form carries the seal and comes from a page of this site."""
        # As bytes, because letters outside ASCII cannot be compared as text.
        seal = self.form.get("seal", "").encode()
        return self.same_site and hmac.compare_digest(seal, self.seal.encode())

    @property
    def is_sent(self) -> bool:
        """Whether the form belongs to answers that this browser has sent from another tab."""
        seal = self.form.get("seal", "").encode()
        return bool(seal) and self.same_site and hmac.compare_digest(seal, self.sent_seal.encode())

    @property
    def is_personal(self) -> bool:
        """Whether the key is that of somebody signed in, who answers once."""
        return PERSONAL_KEY.fullmatch(self.key) is not None

    def with_own_key(self, token: str, key: str) -> "Visit":
        """Return the visit at a link with the key of somebody signed in."""
        return replace(self, token=token, key=key)

    def after_deleting(self) -> "Visit":
        """Return the visit with a new key, unless personal: then the own draft begins anew."""
        return self if self.is_personal else self.with_new_key()

    def after_sending(self) -> "Visit":
        """Return the visit with the seal of what has been sent, and a new key unless personal."""
        if self.is_personal:
            return replace(self, sent_seal=self.seal)
        return self.with_new_key(sent_seal=self.seal)

    def at_link(self, token: str) -> "Visit":
        """Return the visit at a link; another link gets a new key, so no draft moves to it."""
        return self if token == self.token else self.with_new_key(token=token)

    def with_new_key(self, **changes: str) -> "Visit":
        """Return the visit with a new key, so that no earlier draft is found."""
        return replace(self, key=secrets.token_urlsafe(16), **changes)

    def in_language(self, language: str) -> "Visit":
        """Return the visit in another language."""
        return replace(self, language=language)

    def set_cookies(self, response: Response) -> Response:
        """Set the cookies that the next request needs: language, link and key."""
        cookies = {LANGUAGE: self.language}
        if self.token:
            cookies[LINK] = f"{self.token}.{self.key}"
        if self.sent_seal:
            cookies[RECEIPT] = self.sent_seal
        for name, value in cookies.items():
            response.set_cookie(
                name,
                value,
                # Other tabs live no longer than the browser does.
                max_age=None if name == RECEIPT else A_MONTH,
                path="/svar",
                secure=self.secure,
                httponly=True,
                samesite="lax",
            )
        return response


def read_visit(request: Request, form: Mapping[str, str]) -> Visit:
    """Return the visit of a request; a cookie that does not have the form of ours is ignored."""
    token, _dot, key = request.cookies.get(LINK, "").partition(".")
    fresh = Visit(
        language=_language(request),
        secure=request.scope["scheme"] == "https",
        same_site=_same_site(request),
        address=address(request.client.host if request.client else ""),
        form=form,
        sent_seal=request.cookies.get(RECEIPT, ""),
    )
    if TOKEN.fullmatch(token) and TOKEN.fullmatch(key):
        return replace(fresh, token=token, key=key)
    return fresh


def _same_site(request: Request) -> bool:
    """Whether the browser's headers name no other site as the maker of the request.

    Older browsers, and all of them without HTTPS, send no Sec-Fetch-Site but the Origin of a form.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("cross-site", "same-site")
    origin = request.headers.get("origin")
    host = f"{request.scope['scheme']}://{request.headers.get('host', '')}"
    return origin is None or _place(origin) == _place(host) is not None


def _place(origin: str) -> tuple[str, str, int] | None:
    """Return scheme, host and port; None for what is no origin of a web page."""
    try:
        parts = urlsplit(origin)
        port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    except (ValueError, KeyError):
        return None
    return parts.scheme, (parts.hostname or "").rstrip("."), port


def _language(request: Request) -> str:
    # The choice on these pages, else the one in Pejling's own menu.
    for cookie in (LANGUAGE, MENU_LANGUAGE):
        choice = request.cookies.get(cookie)
        if choice in LANGUAGES:
            return choice
    header = request.headers.get("accept-language", "").lower()
    accepted = re.findall(r"[a-z]{2}(?=[-,;]|$)", header)
    ours = (language for language in accepted if language in LANGUAGES)
    return next(ours, settings().language)
