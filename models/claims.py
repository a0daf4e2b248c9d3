"""The claims of a sign-in provider, read strictly: a malformed one gives no access."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from models.access import MAY, Role, Viewer
from models.errors import SteeringError
from survey.plain_text import plain

# The provider's own session may last for weeks; somebody who left must be gone the next day.
LONGEST = timedelta(hours=12)
# Two clocks that follow the same time may differ by this.
CLOCKS_DIFFER = timedelta(seconds=60)


class ClaimMalformed(SteeringError):
    """A claim is there but not in the form that the provider must send it in."""


def viewer(claims: Mapping[str, object]) -> Viewer:
    """Return the person with the claimed role and unit; raises ClaimMalformed.

    Without `groups`, or with groups that are no role, a respondent; of several roles the one with
    most permissions. Without `unit`, the whole region: therefore a blank one is malformed.
    """
    name = _text(claims, "email") or _text(claims, "sub")
    if name is None:
        raise ClaimMalformed(
            "Login-tjenesten siger ikke, hvem du er: oplysningen {claim} mangler.", claim="sub"
        )
    return Viewer(name, _role(claims), _text(claims, "unit"))


def is_recent(claims: Mapping[str, object], now: datetime) -> bool:
    """Whether the person signed in within the last twelve hours, and not in the future."""
    return time_left(claims, now) > timedelta(0)


def time_left(claims: Mapping[str, object], now: datetime) -> timedelta:
    """Return how long the sign-in still counts; nothing of one too old, or from the future."""
    signed_in_at = claims.get("iat")
    if isinstance(signed_in_at, bool) or not isinstance(signed_in_at, int | float):
        return timedelta(0)
    try:
        age = now - datetime.fromtimestamp(signed_in_at, UTC)
    except (OverflowError, ValueError, OSError):
        return timedelta(0)
    return max(LONGEST - age, timedelta(0)) if age >= -CLOCKS_DIFFER else timedelta(0)


def _role(claims: Mapping[str, object]) -> Role:
    groups = claims.get("groups")
    if groups is None:
        return Role.RESPONDENT
    # A text is refused, not searched: "former_steward" contains a role's name.
    if not isinstance(groups, list | tuple) or not all(isinstance(each, str) for each in groups):
        raise ClaimMalformed(
            "Login-tjenesten skal sende oplysningen {claim} som en liste af tekster.",
            claim="groups",
        )
    roles = [role for role in Role if role.value in groups]
    return max(roles, key=lambda role: len(MAY[role]), default=Role.RESPONDENT)


def _text(claims: Mapping[str, object], claim: str) -> str | None:
    """Return a claim's text, None when the claim is not there."""
    text = claims.get(claim)
    if text is None:
        return None
    # Some signs count as printable and have no picture: of a text of them nothing would be left.
    if not isinstance(text, str) or not text.isprintable() or not plain(text).strip():
        raise ClaimMalformed(
            "Login-tjenesten skal sende oplysningen {claim} som en tekst, der ikke er tom.",
            claim=claim,
        )
    return plain(text)
