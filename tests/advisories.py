"""Asks whether a fault is known of a package that Pejling installs: `make audit`.

Ends with 0 when every package was asked about and nothing is known, 1 when a fault is known, and 3
when the advisories could not be asked about each package, which is no all-clear.
"""

import json
import subprocess
import sys
from pathlib import Path

CLEAR, VULNERABLE, NOT_ASKED = 0, 1, 3
FILES = ("requirements.txt", "tests/requirements.txt")
SERVICES = ("pypi", "osv")


def report(program, service, path):
    """The report of pip-audit on the packages of a file; None when it writes none."""
    command = [program, "--vulnerability-service", service, "--requirement", str(path),
               "--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner",
               "off"]  # fmt: skip
    # It ends with 1 both when it knows of a fault and when it cannot ask.
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return json.loads(answer.stdout)["dependencies"]
    except (ValueError, KeyError):
        return None


def faults(packages):
    """One line for each fault that is known."""
    for package in packages:
        for fault in package.get("vulns", []):
            mended = ", ".join(fault.get("fix_versions", [])) or "nowhere yet"
            yield f"{package['name']} {package['version']}: {fault['id']}, mended in {mended}"


def not_asked(packages):
    """The names of the packages that the service does not have: it passes them over as clean."""
    return [package["name"] for package in packages if "skip_reason" in package]


def audited(ask, path):
    """(faults, names not asked about) of a file, by the first service that answers for every one.

    ask: gives the packages by service and file, or None.
    """
    answers = [answer for service in SERVICES if (answer := ask(service, path)) is not None]
    if not answers:
        return [], ["all of them"]
    best = min(answers, key=lambda packages: len(not_asked(packages)))
    return [line for packages in answers for line in faults(packages)], not_asked(best)


def main(ask, paths, say=print):
    """Say what is known of the packages of the files; return the code to end with."""
    outcomes = {path: audited(ask, path) for path in paths}
    faults = sorted({line for lines, _ in outcomes.values() for line in lines})
    for line in faults:
        say(line)
    for path, (_, names) in outcomes.items():
        if names:
            listed = ", ".join(names[:3])
            say(
                f"{path}: NOT audited, no advisories were reached about {len(names)} ({listed} ...)"
            )
        else:
            say(f"{path}: every package was asked about.")
    if faults:
        return VULNERABLE
    return NOT_ASKED if any(names for _, names in outcomes.values()) else CLEAR


if __name__ == "__main__":
    program = sys.argv[1]
    sys.exit(main(lambda *question: report(program, *question), [Path(name) for name in FILES]))
