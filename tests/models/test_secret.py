import base64
import secrets

import pytest

from models import secret


def test_a_new_secret_is_strong_and_never_the_same():
    tokens = {secret.new() for _ in range(200)}
    assert len(tokens) == 200
    assert not any(map(secret.is_weak, tokens))


@pytest.mark.parametrize("write", [bytes.hex, lambda raw: base64.b64encode(raw).decode()])
def test_other_programs_secrets_are_taken(write):
    assert not secret.is_weak(write(secrets.token_bytes(32)))


@pytest.mark.parametrize(
    "text",
    ["", "secret", "a long secret of somebody's choice, longer than it need be", "a" * 64, "æ" * 64,
     "0123456789abcdef" * 4, "changeme" * 8,
     "Zm9vYmFyYmF6cXV4MDEyMzQ1Njc4OWFiY2RlZmdoaQ", "A" * 43,
     ("pejling" * 7)[:44], ("hemmelige" * 5)[:44], "qwertyuiopasdfghjklzxcvbnm" * 2,
     "correcthorsebatterystaplecorrecthorsebattery",
     "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", bytes(range(32)).hex(),
     base64.b64encode(bytes(range(100, 132))).decode()],
)  # fmt: skip
def test_what_somebody_thought_up_is_weak(text):
    assert secret.is_weak(text)
