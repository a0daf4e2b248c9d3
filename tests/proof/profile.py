"""Loads the gate's profile where the conftest of all tests is left out, and limits the time."""

import os
import resource

from tests.examples import register_profiles

# The variable of the environment that limits how many seconds of the processor the tests take.
LIMIT = "PEJLING_PROOF_SECONDS"


def pytest_configure():
    register_profiles()
    if LIMIT in os.environ:
        seconds = int(os.environ[LIMIT])
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
