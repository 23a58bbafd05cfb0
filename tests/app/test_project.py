"""What is open, and what is derived of it."""

from __future__ import annotations

import shutil

import pytest

from procmap.answers.sample import sample_folder, sample_folders
from procmap.app.project import Opened, files_of
from procmap.model import BadInput


def test_all_samples_are_known_the_main_one_first():
    assert next(iter(sample_folders())) == "byggesoknad"
    assert len(sample_folders()) == 6


def test_only_files_that_hold_processes_are_read():
    assert [file.name for file in files_of(sample_folder())] == ["fjordvik.bpmn", "nordas.bpmn", "solhaug.bpmn"]


def test_a_service_is_derived_once_and_again_when_its_files_change(tmp_path):
    folder = tmp_path / "mine"
    shutil.copytree(sample_folder(), folder)
    opened = Opened({"mine": folder})
    first = opened.service("mine")
    assert opened.service("mine") is first
    assert [party.id for party in first.parties] == ["Fjordvik", "Nordås", "Solhaug"]
    (folder / "solhaug.bpmn").unlink()
    (folder / "confirmations.json").unlink()
    second = opened.service("mine")
    assert [party.id for party in second.parties] == ["Fjordvik", "Nordås"]
    assert second.key != first.key


def test_the_common_process_is_there_when_it_is_asked_for():
    derived = Opened({"sample": sample_folder()}).service("sample")
    assert derived.harmonised.common.steps
    assert derived.harmonised is derived.harmonised


def test_what_cannot_be_read_is_told_by_name(tmp_path):
    (tmp_path / "broken.bpmn").write_text("<definitions", "utf-8")
    with pytest.raises(BadInput) as told:
        Opened({"x": tmp_path}).service("x")
    assert "broken.bpmn" in str(told.value.finding.params)


def test_an_empty_folder_says_that_two_processes_are_needed(tmp_path):
    with pytest.raises(BadInput) as told:
        Opened({"x": tmp_path}).service("x")
    assert told.value.finding.code == "too-few-processes"


def test_a_folder_that_is_gone_is_told_of(tmp_path):
    with pytest.raises(BadInput) as told:
        Opened({"x": tmp_path / "gone"}).service("x")
    assert told.value.finding.code == "app-no-folder"
