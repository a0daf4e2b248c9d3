"""Breaks the disclosure rules one place at a time and lists what their tests do not notice.

Each mutant is tried in a process of its own, on a copy of the tree, with the tests of the rules as
in the gate, which must first pass on the tree as it is. One that needs five times the processor's
time of that counts as noticed: a rule that never ends is.
"""

import os
import random
import resource
import shutil
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, run
from tempfile import TemporaryDirectory
from time import monotonic

from tests.proof.mutants import Mutant, mutants
from tests.proof.profile import LIMIT

ROOT = Path(__file__).parents[2]
RULES = "survey/disclosure"
TESTS = (
    "tests/survey/disclosure/choosing",
    "tests/survey/disclosure/auditing",
    "tests/survey/disclosure/attacking",
    "tests/survey/disclosure/test_comments.py",
    "tests/survey/disclosure/test_dimensions_together.py",
    "tests/survey/disclosure/test_participation.py",
    "tests/survey/disclosure/test_threshold.py",
    "tests/survey/release/test_pattern.py",
)
# The conftest of all tests loads half of the program, which these tests do not need.
PYTEST = [
    "-m",
    "pytest",
    "-x",
    "-q",
    "-n",
    "0",
    "--noconftest",
    "-p",
    "tests.proof.profile",
    "-p",
    "no:cacheprovider",
]
LONGER, SHORTEST = 5, 60.0


class Unsound(Exception):
    """The tests of the rules fail without any mistake, so that they would notice each."""


@dataclass(frozen=True)
class Mistake:
    """A mutant of one module, named by its path in the tree."""

    path: str
    mutant: Mutant


@dataclass(frozen=True)
class Mutation:
    """The number of possible mistakes and of those tried, and the mistakes that no test noticed.

    timeouts: how many of the others ran too long.
    """

    possible: int
    tried: int
    timeouts: int
    survivors: tuple[Mistake, ...]


def mistakes():
    """Every mistake that `mutants` can make in the rules, in an order that a seed decides."""
    paths = sorted((ROOT / RULES).rglob("*.py"))
    every = [
        Mistake(str(path.relative_to(ROOT)), mutant)
        for path in paths
        for mutant in mutants(path.read_text(encoding="utf-8"))
    ]
    random.Random(0).shuffle(every)
    return every


def tests_of(path):
    """The tests of the rules, those of the module's own room first: they notice soonest."""
    return sorted(TESTS, key=lambda tests: not tests.endswith(Path(path).parent.name))


def failure(folder, tests, longest=None):
    """Return "failed" or "timeout" where the tests do not pass in a tree, "" where they do.

    longest: how many seconds of the processor they may take.
    """
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    if longest:
        environment[LIMIT] = str(round(longest))
    command = [sys.executable, *PYTEST, *tests]
    done = run(command, cwd=folder, env=environment, stdout=DEVNULL, stderr=DEVNULL, check=False)
    if done.returncode == -signal.SIGXCPU:
        return "timeout"
    return "failed" if done.returncode else ""


def allowed_seconds(folder):
    """Return how long the tests may take with a mistake in the tree; raises Unsound."""
    start = processor_seconds()
    if failure(folder, TESTS):
        raise Unsound("the tests of the rules fail on the tree as it is")
    return max(LONGER * (processor_seconds() - start), SHORTEST)


def processor_seconds():
    """Return the processor's time of all processes that this one has waited for."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def failure_with(folder, mistake, longest):
    """Return how the tests fail on a tree with the mistake; the tree is mended afterwards."""
    path = folder / mistake.path
    sound = path.read_text(encoding="utf-8")
    path.write_text(mistake.mutant.source, encoding="utf-8")
    try:
        return failure(folder, tests_of(mistake.path), longest)
    finally:
        path.write_text(sound, encoding="utf-8")


def try_mistakes(minutes):
    """Try as many mistakes as there is time for; two trees, for two cores. Raises Unsound."""
    every, until = mistakes(), monotonic() + 60 * minutes

    def work(folder, share, longest):
        results = []
        for mistake in share:
            if monotonic() > until:
                break
            results.append((mistake, failure_with(folder, mistake, longest)))
        return results

    cores = os.cpu_count() or 1
    with TemporaryDirectory() as temporary, ThreadPoolExecutor(cores) as pool:
        folders = [Path(temporary) / str(core) for core in range(cores)]
        for folder in folders:
            copy_tree(folder)
        shares = [every[core::cores] for core in range(cores)]
        longest = [allowed_seconds(folders[0])] * cores
        results = [result for part in pool.map(work, folders, shares, longest) for result in part]
    survivors = tuple(mistake for mistake, how in results if not how)
    timeouts = sum(how == "timeout" for _mistake, how in results)
    return Mutation(len(every), len(results), timeouts, survivors)


def copy_tree(folder):
    for name in ("survey", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
