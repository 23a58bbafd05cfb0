"""Decisions on names count where steps are aligned, and the same file is used for the common process."""

import json

import pytest

from procmap.answers.align import align_files
from procmap.answers.harmonise import harmonise_files


@pytest.fixture
def sources(tmp_path):
    files = []
    for organisation, role in (("Alfa", "Arkivar"), ("Beta", "Byggesaksleder")):
        path = tmp_path / f"{organisation}.csv"
        path.write_text(f"steg;rolle\nRegistrere søknad;{role}\nFatte vedtak;Rådmann\n", encoding="utf-8")
        files.append(str(path))
    return files


def together(alignment):
    return [
        {(named.process, named.name) for named in group.members}
        for group in alignment.names
        if group.kind == "role" and len({named.process for named in group.members}) > 1
    ]


def test_roles_that_were_decided_to_be_one_are_one(tmp_path, sources):
    names = [{"organisation": "Alfa", "name": "Arkivar"}, {"organisation": "Beta", "name": "Byggesaksleder"}]
    decision = {"id": "1", "about": {"names": {"kind": "role", "members": names}}, "choice": "merge", "state": "agreed"}
    decided = tmp_path / "decided.json"
    decided.write_text(json.dumps({"procmap": "decisions/1", "decisions": [decision]}), encoding="utf-8")
    pair = {("Alfa", "Arkivar"), ("Beta", "Byggesaksleder")}
    assert any(pair <= group for group in together(align_files(sources, decisions=str(decided)).alignment))
    assert harmonise_files(sources, decisions=str(decided)).aligned.decisions is not None


def test_decisions_that_cannot_be_read_are_told_and_nothing_is_aligned(tmp_path, sources):
    aligned = align_files(sources, decisions=str(tmp_path / "none.json"))
    assert aligned.alignment is None
    assert [one.source for one in aligned.picked.unread] == [str(tmp_path / "none.json")]
