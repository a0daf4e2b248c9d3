from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.access import Role, Viewer
from models.claims import ClaimMalformed, is_recent, viewer

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
THEN = int(NOW.timestamp())
MALFORMED_GROUPS = [
    "steward", "former_steward", "", 7, 0, True, 1.5, {}, {"steward": True},
    {"groups": ["steward"]}, ["steward", 7], ["steward", None], [["steward"]],
]  # fmt: skip
MALFORMED_TEXTS = [
    "", " ", "\n", "a\nb", "a\0", "\ud800", 7, 0, True, [], ["u1"], {}, {"id": "u1"},
    # Printable for Python, and nothing to see: a filler, a joiner, a variant sign.
    "\u3164", "\u034f\ufe0f", "\u115f \u1160",
]  # fmt: skip


def test_role_and_unit_are_what_the_provider_says():
    claims = {"email": "a@region.dk", "groups": ["others", "leadership"], "unit": "u1"}
    assert viewer(claims) == Viewer("a@region.dk", Role.LEADERSHIP, "u1")


def test_of_several_roles_the_widest_counts():
    assert viewer({"sub": "p", "groups": ["department", "steward"]}).role is Role.STEWARD


@pytest.mark.parametrize(
    "groups", [None, [], (), ["Steward"], [" steward"], ["not a steward"], [""]]
)
def test_whoever_has_no_role_is_a_respondent(groups):
    assert viewer({"sub": "p", "groups": groups}).role is Role.RESPONDENT


@pytest.mark.parametrize("groups", MALFORMED_GROUPS, ids=repr)
def test_groups_that_are_no_list_of_texts_are_refused(groups):
    with pytest.raises(ClaimMalformed, match="groups"):
        viewer({"sub": "p", "groups": groups})


@pytest.mark.parametrize("unit", MALFORMED_TEXTS, ids=repr)
def test_a_unit_that_is_no_text_is_refused_for_no_unit_means_the_whole_region(unit):
    with pytest.raises(ClaimMalformed, match="unit"):
        viewer({"sub": "p", "groups": ["department"], "unit": unit})


@pytest.mark.parametrize("claim", ["email", "sub"])
@pytest.mark.parametrize("name", MALFORMED_TEXTS, ids=repr)
def test_a_name_that_is_no_text_is_refused(claim, name):
    with pytest.raises(ClaimMalformed, match=claim):
        viewer({claim: name})


def test_nobody_without_a_name_is_let_in():
    with pytest.raises(ClaimMalformed, match="sub"):
        viewer({"groups": ["steward"]})


@given(
    groups=some.recursive(
        some.none() | some.booleans() | some.integers() | some.sampled_from([*Role, "x steward"]),
        lambda inner: (
            some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=2)
        ),
    )
)
def test_a_role_comes_only_from_its_exact_name_in_a_list(groups):
    try:
        role = viewer({"sub": "p", "groups": groups}).role
    except ClaimMalformed:
        return
    assert role is Role.RESPONDENT or (isinstance(groups, list) and role.value in groups)


@pytest.mark.parametrize(
    ("iat", "recent"),
    [
        (THEN, True),
        (THEN - 12 * 3600 + 1, True),
        (THEN - 12 * 3600, False),
        (THEN + 60, True),
        (THEN + 61, False),
        (THEN + 10 * 365 * 24 * 3600, False),
        (None, False),
        (True, False),
        (str(THEN), False),
        ([THEN], False),
        (float("nan"), False),
        (float("inf"), False),
        (10**30, False),
        (-(10**30), False),
    ],
)
def test_a_sign_in_counts_for_twelve_hours_and_never_from_the_future(iat, recent):
    assert is_recent({"iat": iat}, NOW) is recent


def test_a_unit_is_written_with_composed_letters():
    assert viewer({"sub": "a", "unit": "A\u030a1"}).unit_id == "Å1"
