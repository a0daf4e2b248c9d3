"""Computes something in a process without threads, which may therefore fork.

A test run has threads. The process is forked from a server that has imported the program already,
which is three seconds sooner there than in a program of its own.
"""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    ["tests.models.storage.migrating", "tests.models.services.upkeep.stopping"]
)


def without_threads(function, *arguments):
    """Return what a function of a module returns; an exception in it is raised here too."""
    with ProcessPoolExecutor(1, mp_context=FORKS) as pool:
        return pool.submit(function, *arguments).result()
