"""What is composed is shown by bpmn-js without an error or a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.alignment import Party, align
from procmap.formats import read, write
from procmap.harmonisation import aligned_union, harmonise
from tests.bpmn_js import imports_of
from tests.cases.gold import FOLDERS, Case
from tests.harmonisation.test_real import NAMES, municipalities

pytestmark = [pytest.mark.npm, pytest.mark.browser]


@pytest.mark.shared
def test_the_common_processes_of_the_municipalities(
    shared: Path, tmp_path: Path, chromium: str, node_modules: Path
) -> None:
    parties = {name: municipalities(shared, name) for name in NAMES}
    shown = imports_of({name: _composed(parties[name]) for name in NAMES}, tmp_path, chromium, node_modules)
    assert shown == {name: [] for name in NAMES}


def test_the_common_processes_of_the_cases(tmp_path: Path, chromium: str, node_modules: Path) -> None:
    files = {folder.name: _composed(list(Case(folder).parties)) for folder in FOLDERS}
    assert imports_of(files, tmp_path, chromium, node_modules) == {name: [] for name in files}


def test_the_unions_of_the_cases(tmp_path: Path, chromium: str, node_modules: Path) -> None:
    parties = {folder.name: list(Case(folder).parties) for folder in FOLDERS}
    files = {name: write((aligned_union(each, align(each)),), "union.bpmn").content for name, each in parties.items()}
    assert imports_of(files, tmp_path, chromium, node_modules) == {name: [] for name in files}


@pytest.mark.shared
def test_the_common_processes_of_other_tools(shared: Path, tmp_path: Path, chromium: str, node_modules: Path) -> None:
    files = {}
    for path in sorted((shared / "data" / "interop" / "Reference").glob("*.bpmn")):
        for number, one in enumerate(read(str(path)).processes):
            if one.nodes:
                files[f"{path.stem} {number}"] = _composed([Party(organisation=name, process=one) for name in "AB"])
    assert imports_of(files, tmp_path, chromium, node_modules) == {name: [] for name in files}


def _composed(parties: list) -> bytes:
    return write((harmonise(parties, align(parties)).common,), "common.bpmn").content
