"""Layers as tables: their columns, and rows that add, state or wait."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language.layers import ALL_COLUMNS, layer_of, layer_of_text
from procmap.language.lexicon import Lexicon, core, core_layer, layered, layered_over
from procmap.language.said import said
from procmap.model import BadInput


def lexicon_of(*texts):
    return layered_over(Lexicon([]), [layer_of_text(text, f"{place}.tsv") for place, text in enumerate(texts)])


def test_headings_may_be_capitals_stand_in_any_order_and_after_empty_rows():
    layer = layer_of([(1, ["", ""]), (3, ["NB", " Kind ", "Id"]), (4, ["sende", "action", "send"]), (5, [""])], "x")
    assert [(row.line, dict(row.cells)) for row in layer.rows] == [(4, {"nb": "sende", "kind": "action", "id": "send"})]


@pytest.mark.parametrize("headings", [["id", "nb"], ["id", "kind"], []])
def test_what_is_no_layer_is_refused(headings):
    with pytest.raises(BadInput) as caught:
        layer_of([(1, headings)], "x.csv")
    assert caught.value.finding.code == "lexicon-columns"


def test_a_row_without_a_kind_adds_to_a_concept_of_its_layer_or_below():
    ground = "id\tkind\tnb\nsend\taction\tsende\n"
    above = "id\tkind\tnb\nsend\t\tsvarute\nsend\t\tekspedere\nnew\t\tny\nnew\tobject\tnytt\n"
    lexicon = lexicon_of(ground, above)
    assert lexicon.concepts["send"].forms["nb"] == ("sende", "svarute", "ekspedere")
    assert lexicon.concepts["new"].forms["nb"] == ("ny", "nytt")


def test_a_candidate_is_passed_over():
    assert lexicon_of("id\tkind\tnb\n\t\ttakoverbygg\nroof\tobject\ttak\n").concepts.keys() == {"roof"}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("send\tobject\tbrev", "lexicon-kind-other"),
        ("unheard\t\tbrev", "lexicon-kind"),
        ("\taction\tbrev", "lexicon-id"),
        ("x\tverb\tbrev", "lexicon-kind"),
    ],
)
def test_what_a_row_may_not_say_is_told_with_its_line(row, code):
    with pytest.raises(BadInput) as caught:
        layered_over(core(), [layer_of_text(f"id\tkind\tnb\n{row}\n", "my.tsv")])
    assert caught.value.finding.code == code
    assert caught.value.finding.params["line"] == 2
    assert caught.value.finding.params["source"] == "my.tsv"


def test_a_form_without_letters_does_no_harm():
    lexicon = lexicon_of("id\tkind\tnb\na\taction\t—;!;sende\n")
    assert said("Sende", "no", lexicon).actions == ("a",)


def test_the_lexicon_below_is_not_changed():
    before = dict(core().concepts)
    local = layered_over(core(), [layer_of_text("id\tkind\tnb\nsend\t\tsvarute\n", "x")])
    assert dict(core().concepts) == before
    assert "send" in said("Svarute brev", "no", local).actions
    assert "send" not in said("Svarute brev", "no", core()).actions


def test_a_layer_twice_is_as_once():
    twice = layered([core_layer(), core_layer()])
    assert {key: one.forms for key, one in twice.concepts.items()} == {
        key: one.forms for key, one in core().concepts.items()
    }


@given(st.lists(st.lists(st.text(max_size=8), max_size=5), max_size=6))
def test_any_rows_make_a_layer_or_are_refused(rows):
    numbered = list(enumerate([list(ALL_COLUMNS), *rows], start=1))
    with contextlib.suppress(BadInput):
        lexicon = layered_over(core(), [layer_of(numbered, "x")])
        assert set(core().concepts) <= set(lexicon.concepts)
