"""Breaks the disclosure rules one place at a time and lists what their tests do not notice.

Each mutant is tried in a process of its own, on a copy of the tree, with the tests of the rules as
in the gate. One that runs longer than five minutes counts as noticed: a rule that never ends is.
"""

import os
import random
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, TimeoutExpired, run
from tempfile import TemporaryDirectory
from time import monotonic

from tests.proof.mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
RULES = "survey/disclosure"
TESTS = (
    "tests/survey/disclosure/choosing",
    "tests/survey/disclosure/auditing",
    "tests/survey/disclosure/attacking",
    "tests/survey/disclosure/test_comments.py",
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
LONGEST = 300


@dataclass(frozen=True)
class Mistake:
    """A mutant of one module, named by its path in the tree."""

    path: str
    mutant: Mutant


@dataclass(frozen=True)
class Mutation:
    """How many mistakes there can be and were tried, and those that no test noticed."""

    possible: int
    tried: int
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


def notices(folder, mistake):
    """Whether a test fails on a tree with the mistake; the tree is mended afterwards."""
    path = folder / mistake.path
    sound = path.read_text(encoding="utf-8")
    path.write_text(mistake.mutant.source, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *PYTEST, *tests_of(mistake.path)]
    try:
        done = run(
            command,
            cwd=folder,
            env=environment,
            stdout=DEVNULL,
            stderr=DEVNULL,
            timeout=LONGEST,
            check=False,
        )
    except TimeoutExpired:
        return True
    finally:
        path.write_text(sound, encoding="utf-8")
    return done.returncode != 0


def try_mistakes(minutes):
    """Try as many mistakes as there is time for; two trees, for two cores."""
    every, until = mistakes(), monotonic() + 60 * minutes

    def work(folder, share):
        results = []
        for mistake in share:
            if monotonic() > until:
                break
            results.append((mistake, notices(folder, mistake)))
        return results

    cores = os.cpu_count() or 1
    with TemporaryDirectory() as temporary, ThreadPoolExecutor(cores) as pool:
        folders = [Path(temporary) / str(core) for core in range(cores)]
        for folder in folders:
            copy_tree(folder)
        shares = [every[core::cores] for core in range(cores)]
        results = [result for part in pool.map(work, folders, shares) for result in part]
    survivors = tuple(mistake for mistake, noticed in results if not noticed)
    return Mutation(len(every), len(results), survivors)


def copy_tree(folder):
    for name in ("survey", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
