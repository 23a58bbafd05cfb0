"""A project with a sample in it has all that the sample holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.answers.sample import SAMPLE, sample_folders
from procmap.model import BadInput
from procmap.workspace import Deriver
from procmap.workspace.sampling import sample_project
from tests.workspace.conftest import LEADER


@pytest.mark.parametrize("sample", list(sample_folders()))
def test_every_sample_makes_a_project_of_three_processes(sample: str, tmp_path: Path) -> None:
    state = sample_project(str(tmp_path / "a.procmap"), sample, "Øving", LEADER).state()
    assert [one.name for one in state.services] == ["Øving"]
    assert (len(state.organisations), len(state.processes)) == (3, 3)
    assert bool(state.confirmations) == (sample == SAMPLE)


def test_what_was_confirmed_of_the_sample_counts(tmp_path: Path) -> None:
    made = sample_project(str(tmp_path / "a.procmap"), SAMPLE, "Øving", LEADER)
    state = made.state()
    rows = Deriver().derived(made, state, state.services[0].id).aligned.alignment.rows
    assert any(row.confidence == 1 for row in rows)


def test_nothing_is_put_in_the_place_of_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.procmap").write_bytes(b"mine")
    with pytest.raises(BadInput):
        sample_project(str(tmp_path / "a.procmap"), SAMPLE, "Øving", LEADER)
    assert (tmp_path / "a.procmap").read_bytes() == b"mine"
