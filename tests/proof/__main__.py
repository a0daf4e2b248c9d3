"""`make prove`: many examples, a region of size XL, and the disclosure rules broken one by one.

Each part writes its section of docs/proof.md. `python -m tests.proof mutation 30` runs one part;
minutes end the mutation early.
"""

import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from subprocess import PIPE, STDOUT, run
from time import monotonic

from tests.proof.mutation import try_mistakes

ROOT = Path(__file__).parents[2]
PROOF = ROOT / "docs" / "proof.md"
TITLE = "# The last thorough proof\n\nWritten by `make prove`; do not edit.\n"
PROPERTIES = [
    "pytest",
    "-q",
    "-n",
    "auto",
    "--dist",
    "loadfile",
    "--no-loadscope-reorder",
    "--hypothesis-profile=thorough",
    "--timeout=7200",
    "tests/survey",
    "tests/models",
]
XL = ("benchmarks.release", "XL")


def output_of(*module):
    """The code with which a module ends, and what it writes as a block of text."""
    start = monotonic()
    done = run(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        stdout=PIPE,
        stderr=STDOUT,
        text=True,
        check=False,
    )
    took = f"`{' '.join(module)}` ended with {done.returncode} after {monotonic() - start:.0f} s:"
    last = done.stdout.strip().splitlines()[-12:]
    return done.returncode, "\n".join([took, "", "```", *last, "```"])


def mutation(minutes=240.0):
    """Whether every mistake was noticed is for a person to judge: some change nothing."""
    start = monotonic()
    result = try_mistakes(minutes)
    survivors = [
        f"- `{mistake.path}`, line {mistake.mutant.line}: `{mistake.mutant.change}`"
        for mistake in result.survivors
    ]
    summary = (
        f"Of {result.possible} mistakes {result.tried} were tried in {monotonic() - start:.0f} s, "
        f"and the tests, which pass without any, noticed {result.tried - len(survivors)} "
        f"({result.timeouts} by running too long). Not noticed:"
    )
    return 0, "\n".join([summary, "", *(survivors or ["None."])])


PARTS = {
    "examples": ("Many examples", lambda *_: output_of(*PROPERTIES)),
    "size": ("A region of size XL", lambda *_: output_of(*XL)),
    "mutation": ("The disclosure rules, broken one place at a time", mutation),
}


def write(heading, text):
    """Put a section in the place of the one with its heading."""
    old = PROOF.read_text(encoding="utf-8").split("\n## ")[1:] if PROOF.exists() else []
    sections = {heading: "" for heading, _ in PARTS.values()}
    sections |= {section.partition("\n")[0]: section.partition("\n")[2] for section in old}
    where = f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, Python {sys.version.split()[0]}."
    sections[heading] = f"\n{where} {text}\n"
    parts = [f"## {heading}\n{body}".rstrip() for heading, body in sections.items() if body]
    PROOF.write_text("\n\n".join([TITLE.rstrip(), *parts]) + "\n", encoding="utf-8")


def main(names, minutes):
    codes = []
    for name in names or PARTS:
        heading, prove = PARTS[name]
        code, text = prove(*minutes)
        write(heading, text)
        codes.append(code)
    return max(codes)


sys.exit(main(sys.argv[1:2], [float(word) for word in sys.argv[2:3]]))
