"""Links to a wave, made to be typed by hand; only their hashes are stored."""

import hashlib
import hmac
import secrets

# Crockford's alphabet: no letter that looks like a figure, and none of them spells anything.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_LOOKS_LIKE = str.maketrans({"o": "0", "i": "1", "l": "1"})
PARTS, PART = 4, 5


def new_token() -> str:
    """A secret of 100 random bits, e.g. 7k3qd-9wz4m-0c5tv-xh2pn."""
    parts = ("".join(secrets.choice(ALPHABET) for _ in range(PART)) for _ in range(PARTS))
    return "-".join(parts)


def token_of(secret: str, wave_id: str, unit_id: str) -> str:
    """Return the token of a unit for those who sign in, the same every time; as `new_token`."""
    number = int(personal_key(secret, "link", wave_id, unit_id), 16)
    letters = [ALPHABET[number >> 5 * place & 31] for place in range(PARTS * PART)]
    return "-".join("".join(letters[at : at + PART]) for at in range(0, PARTS * PART, PART))


def plain(token: str) -> str:
    """The token as it was meant, whatever its capitals and hyphens, with o for 0 or l for 1."""
    meant = token.lower().translate(_LOOKS_LIKE)
    return "".join(letter for letter in meant if letter in ALPHABET)


def token_hash(token: str) -> str:
    """Return the hash of a unit's token, which is all that is stored of it."""
    return hashlib.sha256(plain(token).encode()).hexdigest()


def same(text: str, secret: str) -> bool:
    """Whether two texts are the same; how long it takes does not depend on where they differ."""
    return hmac.compare_digest(text.encode(), secret.encode())


def key_hash(key: str) -> str:
    """Return the hash of a respondent's key, which is all that is stored of it."""
    return hashlib.sha256(key.encode()).hexdigest()


def new_secret() -> str:
    """A wave's own secret, which ends with the wave."""
    return secrets.token_hex(32)


def personal_key(secret: str, *parts: str) -> str:
    """A key only who holds the secret can make again."""
    return hmac.new(bytes.fromhex(secret), "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()
