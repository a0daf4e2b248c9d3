"""Computes something in a process without threads, which may therefore fork.

A test run has threads. The process is forked from a server that has imported the program already,
which is three seconds sooner there than in a program of its own.
"""

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from types import ModuleType
from unittest.mock import patch

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    ["tests.models.storage.migrating", "tests.models.services.upkeep.stopping"]
)


def without_threads(function, *arguments):
    """Return what a function of a module returns; an exception in it is raised here too."""
    # A page that a test has opened left its script as the main module, which would run again.
    main = patch.dict(sys.modules, {"__main__": ModuleType("__main__")})
    with main, ProcessPoolExecutor(1, mp_context=FORKS) as pool:
        return pool.submit(function, *arguments).result()
