"""Every installed package is pinned by hash, from whichever index it comes."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests import advisories
from tests.test_house import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FILES = advisories.FILES
ENTRY = re.compile(r"([\w.-]+)==([\w.]+)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")
COMMENT = re.compile(r"^\s*#.*\n|^\s*\n", re.MULTILINE)
RUNTIME, DEV = (ROOT / name for name in FILES)


def pins(path):
    return {name: (version, hashes) for name, version, hashes in ENTRY.findall(text(path))}


def text(path):
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [RUNTIME, DEV], ids=FILES)
def test_every_line_is_a_version_with_its_hashes_and_no_address(path):
    assert ENTRY.sub("", text(path)) == ""


@pytest.mark.parametrize(
    ("path", "requirements"),
    [
        (RUNTIME, PROJECT["project"]["dependencies"]),
        (RUNTIME, PROJECT["build-system"]["requires"]),
        (DEV, PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_what_the_project_asks_for_is_pinned_as_it_asks(path, requirements):
    pinned = pins(path)
    for requirement in map(Requirement, requirements):
        assert requirement.specifier.contains(pinned[requirement.name.lower()][0]), requirement


def test_both_files_pin_a_package_alike():
    runtime, dev = pins(RUNTIME), pins(DEV)
    assert {name: dev[name] for name in runtime.keys() & dev} == {
        name: runtime[name] for name in runtime.keys() & dev
    }


@pytest.mark.parametrize("name", ["numpy", "pyarrow", "psycopg-binary", "uvloop"])
def test_compiled_packages_are_pinned_for_more_than_one_platform(name):
    assert pins(RUNTIME)[name][1].count("sha256:") > 20


CLEAN = {"name": "a", "version": "1", "vulns": []}
SKIPPED = {"name": "b", "skip_reason": "not found"}
FAULTY = {"name": "c", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"pypi": [CLEAN]}, advisories.CLEAR),
        ({"pypi": [CLEAN, SKIPPED], "osv": [CLEAN, CLEAN]}, advisories.CLEAR),
        ({"pypi": [CLEAN, FAULTY]}, advisories.VULNERABLE),
        ({"pypi": [FAULTY, SKIPPED], "osv": [CLEAN, CLEAN]}, advisories.VULNERABLE),
        ({"pypi": [CLEAN, SKIPPED]}, advisories.NOT_ASKED),
        ({}, advisories.NOT_ASKED),
    ],
)
def test_a_package_nobody_was_asked_about_is_no_clean_one(answers, code):
    def ask(service, _path):
        return answers.get(service)

    sentences = []
    assert advisories.main(ask, [Path("x")], sentences.append) == code
    assert ("x: every package was asked about." in sentences) == (code != advisories.NOT_ASKED)
