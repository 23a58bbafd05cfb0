"""The answers about the lexicon, and layers on their way to the alignment."""

from __future__ import annotations

import json

import jsonschema
import pytest

from procmap.answers import align as answers_align
from procmap.answers.align import align_answer, align_files
from procmap.answers.harmonise import harmonise_files
from procmap.answers.lexicon import check_layers, cover, export_lexicon, write_candidates
from procmap.answers.schemas import schema
from procmap.answers.shapes import UnreadFile, as_json
from procmap.formats.lexicon import read_layer, read_layers
from procmap.language.lexicon import core
from procmap.model import BadInput


@pytest.fixture
def local(tmp_path):
    file = tmp_path / "local.csv"
    file.write_text("id;kind;nb;nn;native\nsend;;svarute;svarute;nn\nroof;object;møne;;\n;;xyzzy;;\n", "utf-8")
    return str(file)


@pytest.fixture
def samples(root):
    return [str(path) for path in sorted(root.glob("bpmn_samples/byggesoknad/*.bpmn"))]


def test_a_layer_is_counted(local):
    (layer,) = check_layers([local]).files
    assert (layer.concepts, layer.candidates) == (2, 1)
    assert [(found.column, found.forms, found.unseen) for found in layer.forms] == [("nb", 3, 0), ("nn", 1, 1)]
    assert [finding.code for finding in layer.findings] == ["lexicon-candidate"]


def test_one_bad_layer_does_not_hide_the_others(local, tmp_path):
    answer = check_layers(["none.csv", local])
    assert isinstance(answer.files[0], UnreadFile)
    assert answer.files[1].source == local
    assert not answer.blocking
    bad = tmp_path / "bad.csv"
    bad.write_text("id;kind;nb\nx;verb;y\n", "utf-8")
    assert check_layers([str(bad)]).blocking


def test_answers_are_as_their_schemas_say(local, samples):
    for name, answer in {
        "lexicon-check": check_layers([local, "none.csv"]),
        "lexicon-coverage": cover([*samples, "none.bpmn"], [local]),
    }.items():
        jsonschema.validate(json.loads(as_json(answer)), json.loads(schema(name)))


def test_unknown_words_are_counted_over_all_files(samples):
    answer = cover(samples)
    alone = [cover([name]) for name in samples]
    assert answer.processes == tuple(process for one in alone for process in one.processes)
    assert sum(word.labels for word in answer.unknown) == sum(word.labels for one in alone for word in one.unknown)


@pytest.mark.parametrize("suffix", [".tsv", ".xlsx"])
def test_unknown_words_are_written_to_fill_in_and_make_words_known(samples, tmp_path, suffix):
    answer = cover(samples)
    target = str(tmp_path / f"words{suffix}")
    write_candidates(answer, target)
    layer, _ = read_layer(target)
    assert [row.is_candidate for row in layer.rows] == [True] * len(answer.unknown)
    assert all(word.label in row["note"] for word, row in zip(answer.unknown, layer.rows, strict=True))
    assert read_layers([target]).concepts == core().concepts
    with pytest.raises(BadInput):
        write_candidates(answer, target)

    filled = tmp_path / "filled.tsv"
    rows = "".join(f"all\t\t{row['nb']}\t{row['nn']}\n" for row in layer.rows)
    filled.write_text(f"id\tkind\tnb\tnn\nall\tobject\tallting\t\n{rows}", "utf-8")
    assert all(process.share == 1 for process in cover(samples, [str(filled)]).processes)


def test_the_exported_lexicon_is_the_lexicon(local, tmp_path):
    target = str(tmp_path / "all.xlsx")
    assert export_lexicon(target, [local]) == len(core().concepts) + 1
    assert read_layers([target]).concepts == read_layers([local]).concepts


def test_layers_reach_the_alignment(local, samples, monkeypatch):
    reached = []
    aligned = answers_align.align

    def noting(*args, lexicon):
        reached.append(lexicon)
        return aligned(*args, lexicon=lexicon)

    monkeypatch.setattr(answers_align, "align", noting)
    align_files(samples)
    harmonise_files(samples, lexicon=[local])
    assert reached[0] is None
    assert reached[1].concepts["roof"].forms == {"nb": ("møne",)}


def test_a_layer_that_cannot_be_used_stops_the_alignment(samples):
    aligned = align_files(samples, lexicon=["none.csv"])
    assert aligned.alignment is None
    assert [file.source for file in align_answer(aligned).unread] == ["none.csv"]
