"""The public functions, and what importing them costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import procmap


@pytest.mark.parametrize("name", procmap.__all__)
def test_what_is_public_is_there_and_documented(name):
    assert getattr(procmap, name).__doc__


def test_nothing_else_is():
    with pytest.raises(AttributeError):
        procmap.frobnicate  # noqa: B018 - that it cannot be had is the test


def test_the_whole_job_by_functions(root):
    names = sorted(root.glob("bpmn_samples/byggesoknad/*.bpmn"))
    parties = [
        procmap.Party(organisation=path.stem, variant="", process=procmap.read(str(path)).processes[0])
        for path in names
    ]
    alignment = procmap.align(parties)
    assert procmap.compare(parties, alignment).differences
    common = procmap.harmonise(parties, alignment).common
    assert procmap.draw(common, procmap.place(common)).startswith("<svg")


@pytest.mark.parametrize("heavy", ["lxml", "pydantic", "typer", "snowballstemmer"])
def test_importing_the_package_imports_nothing_heavy(heavy):
    code = f"import sys, procmap; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("heavy", ["lxml", "snowballstemmer", "networkx", "scipy"])
def test_the_command_starts_without_what_it_does_not_need(heavy):
    code = f"import sys; from procmap.cli import main; main(['--version']); sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
