"""Seconds and memory of a release: `python -m benchmarks.release` from the root.

Each figure is taken in a process of its own, so that none inherits what another has loaded. A build
is everything `pejling release` does: read the answers, compute, hide, audit, keep.
"""

import json
import os
import platform
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.regions import ADMINISTRATOR, TODAY, with_a_closed_wave
from models.services.demo import region
from models.services.opening import opened
from models.services.release import publish
from models.services.waves import lifecycle
from models.storage.answers import responses
from models.storage.asking import structures
from survey.asking import instruments
from survey.asking.organisation import join_units
from survey.disclosure.choosing import unit_pattern
from survey.disclosure.choosing.crossing_pattern import crossing_pattern
from survey.disclosure.threshold import detail_threshold
from survey.release.pattern import pattern
from survey.scoring.scored_responses import score_responses
from survey.scoring.tally import atoms, tally

SECONDS = {region.Size.L: 60, region.Size.XL: 15 * 60}
GIBIBYTES = {region.Size.L: 2, region.Size.XL: 6}
REPEATS = {region.Size.L: 3, region.Size.XL: 1}
SUPPRESSION = 1


def build(url: str) -> dict[str, object]:
    """Release the one wave there is; when each step began, what it took, and the most memory."""
    start, steps = perf_counter(), []

    def progress(_done: int, _of: int, step: str) -> None:
        steps.append((step, perf_counter() - start))

    with opened(url) as db:
        (wave,) = lifecycle.all_waves(db, by=ADMINISTRATOR)
        count = sum(responses.counts(db, wave.id).values())
        release = publish.release_wave(db, wave.id, by=ADMINISTRATOR, on=TODAY, progress=progress)
    took, cpu = perf_counter() - start, process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    ends = [*(at for _, at in steps[1:]), took]
    parts = {what: end - at for (what, at), end in zip(steps, ends, strict=True) if end > at}
    return {
        "responses": count,
        "published": len(release.published),
        "cells": len(release.cells),
        "seconds": took,
        "of which on a processor, start of the program included": cpu,
        "GiB": peak,
        "steps": {"Svarene læses": steps[0][1], **parts},
    }


def suppress(url: str) -> dict[str, object]:
    """Only what decides which figures may be published, and the auditor's word on it."""
    with opened(url) as db:
        (wave,) = lifecycle.all_waves(db, by=ADMINISTRATOR)
        answers = responses.answers(db, wave.id)
        region = join_units(structures.get(db, wave.id) or ())
    k = wave.smallest_group
    scored = score_responses(answers, region, instruments.load(wave.instrument_id), at_least=k)
    sums, of_atoms = tally(scored, region), atoms(scored)
    own_n = sums.own_n[scored.measures]
    counts = {str(unit_id): int(n) for unit_id, n in own_n.min(axis=1).items()}
    occupied = set(own_n.index[own_n.max(axis=1) > 0])
    start = perf_counter()
    chosen = unit_pattern.optimal_pattern(region, counts, k=k, occupied=occupied)
    tree_done = perf_counter()
    crossing_pattern(region, chosen, of_atoms.own_n[scored.measures], k=k)
    crossing_done = perf_counter()
    pattern(scored, sums, of_atoms, region, k=k, share_k=detail_threshold(k))
    return {
        "the units of means": tree_done - start,
        "the second family": crossing_done - tree_done,
        "every pattern, the second family of each measure, and every audit": perf_counter()
        - crossing_done,
    }


def in_a_process(step: str, url: str) -> dict[str, object]:
    command = [sys.executable, "-m", "benchmarks.release", step, url]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(output)


def main() -> None:
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    for size in map(region.Size, sys.argv[1:] or SECONDS):
        for _ in range(REPEATS[size]):
            with TemporaryDirectory() as folder:
                print(f"{size}, load before {os.getloadavg()[0]:.1f}", flush=True)
                url = with_a_closed_wave(Path(folder), size)
                seconds = in_a_process("suppress", url)
                print(f"  suppression, limit {SUPPRESSION} s: {rounded(seconds)}", flush=True)
                seconds = in_a_process("build", url)
                limits = f"{SECONDS[size]} s, {GIBIBYTES[size]} GiB"
                print(f"  build, limits {limits}: {rounded(seconds)}", flush=True)


def rounded(part: object) -> object:
    if isinstance(part, dict):
        return {name: rounded(value) for name, value in part.items()}
    return round(part, 2) if isinstance(part, float) else part


if __name__ == "__main__":
    if sys.argv[1:2] in (["build"], ["suppress"]):
        print(json.dumps({"build": build, "suppress": suppress}[sys.argv[1]](sys.argv[2])))
    else:
        main()
