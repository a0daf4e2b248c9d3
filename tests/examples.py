"""The number of examples on which a property is tried, in the quick gate and in the thorough proof.

The gate tries few that never change, beside an exhaustive test of small cases where there can be
one; `make prove` runs with `--hypothesis-profile=thorough` and tries many, new ones every time.
"""

from hypothesis import settings


def register_profiles():
    """Register both profiles and load that of the gate; a deadline would measure other programs."""
    settings.register_profile("thorough", deadline=None, max_examples=500)
    settings.register_profile("gate", deadline=None, derandomize=True)
    settings.load_profile("gate")


def examples(gate, *, thorough):
    """Return the first number in the gate, the second in the thorough profile."""
    return thorough if settings.get_current_profile_name() == "thorough" else gate
