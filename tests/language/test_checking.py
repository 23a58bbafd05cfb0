"""What is wrong with layers, and that the shipped one is clean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language.checking import faults
from procmap.language.layers import ALL_COLUMNS, layer_of, layer_of_text
from procmap.language.lexicon import Lexicon, core, core_table

HEAD = "id\tkind\tbroader\tcontrast\tnb\tnn\tnative\n"


def found(*rows, ground=None):
    layer = layer_of_text(HEAD + "".join(f"{row}\n" for row in rows), "my.tsv")
    return [
        (finding.code, finding.severity, finding.params.get("line"), finding.params.get("form"))
        for finding in faults([layer], core() if ground is None else ground)
    ]


def test_every_shipped_row_is_clean():
    worse = [finding for finding in faults([core_table()], Lexicon([])) if finding.severity not in ("note", "info")]
    assert [(finding.code, finding.params) for finding in worse] == []


def test_clean_rows_have_no_findings():
    assert found("send\t\t\t\tsvarute", "roof\tobject\tbuilding\t\ttakoverbygg\ttakoverbygg\tnn") == []


@pytest.mark.parametrize(
    ("row", "code", "severity", "form"),
    [
        ("\taction\t\t\tx", "lexicon-id", "blocking", None),
        ("x\tverb\t\t\tx", "lexicon-kind", "blocking", None),
        ("x\t\t\t\txx", "lexicon-kind", "blocking", None),
        ("send\tobject\t\t\tpakke", "lexicon-kind-other", "blocking", None),
        ("x\taction\tnope\t\txe", "lexicon-cites-nothing", "blocking", None),
        ("x\taction\t\tnope\txe", "lexicon-cites-nothing", "blocking", None),
        ("x\taction\tx\t\txe", "lexicon-cites-itself", "blocking", None),
        ("x\taction\t\tx\txe", "lexicon-cites-itself", "blocking", None),
        ("x\taction\t\tletter\txe", "lexicon-contrast-kind", "warning", None),
        ("reject\t\t\t\tgodkjenne", "lexicon-opposed", "blocking", "godkjenne"),
        ("x\taction\t\tapprove\tgodkjenne", "lexicon-opposed", "blocking", "godkjenne"),
        ("pay\t\t\t\tgodkjenner", "lexicon-ambiguous", "note", "godkjenner"),
        ("send\t\t\t\t!tulle", "lexicon-takes-out-nothing", "warning", "tulle"),
        ("x\taction\t\t\t!sende", "lexicon-takes-out-nothing", "warning", "sende"),
        ("send\t\t\t\tetter", "lexicon-stop-word", "warning", "etter"),
        ("send\t\t\t\tikke til", "lexicon-stop-word", "warning", "ikke til"),
        ("send\t\t\t\t—", "lexicon-form-empty", "warning", "—"),
        ("x\tobject", "lexicon-row-empty", "warning", None),
        ("send\t\t\t\tsvarute\t\txx", "lexicon-native", "warning", None),
        ("\t\t\t\ttakoverbygg", "lexicon-candidate", "info", "takoverbygg"),
    ],
)
def test_each_fault_is_told_once_with_its_line(row, code, severity, form):
    assert found(row) == [(code, severity, 2, form)]


def test_a_concept_that_is_stated_twice_is_told():
    assert found("x\taction\t\t\txe", "x\taction\t\t\tye") == [("lexicon-id", "blocking", 3, None)]


def test_a_circle_is_told_at_each_row_that_makes_it():
    rows = ["a\tobject\tb\t\tax", "b\tobject\tc\t\tbx", "c\tobject\ta\t\tcx", "d\tobject\ta\t\tdx"]
    assert [(code, line) for code, _, line, _ in found(*rows)] == [("lexicon-circle", line) for line in (2, 3, 4)]


def test_a_form_that_was_taken_out_below_means_nothing_more():
    assert found("approve\t\t\t\t!godkjenne;!godkjenning\t!godkjenne;!godkjenning", "reject\t\t\t\tgodkjenne") == []


def test_a_form_in_two_columns_of_one_language_is_told_once():
    assert [line for _, _, line, _ in found("pay\t\t\t\tgodkjenner\tgodkjenner")] == [2]


def test_what_a_concept_has_below_is_not_told_again():
    assert found("assess\t\t\t\tvurdere") == []


def test_a_column_that_is_not_read_is_told():
    layer = layer_of_text("id\tkind\tnb\tcolour\nx\tobject\txe\tred\n", "my.tsv")
    (finding,) = faults([layer], core())
    assert (finding.code, finding.params["column"]) == ("lexicon-column-unknown", "colour")


def test_later_layers_are_looked_at_over_the_earlier():
    first = layer_of_text("id\tkind\tnb\nroof\tobject\ttakoverbygg\n", "a.tsv")
    second = layer_of_text("id\tkind\tnb\nroof\t\t!takoverbygg;tak\n", "b.tsv")
    assert faults([first, second], core()) == ()
    assert {finding.params["source"] for finding in faults([second, first], core())} == {"b.tsv"}


CELLS = st.sampled_from(["", "a", "b", "send", "approve", "action", "object", "!a;b", "ikke", "—", "godkjenne"])


@given(st.lists(st.lists(CELLS, max_size=len(ALL_COLUMNS)), max_size=8))
def test_any_rows_are_looked_at_to_the_end(rows):
    layer = layer_of(enumerate([list(ALL_COLUMNS), *rows], start=1), "x")
    told = faults([layer], core())
    assert [finding.params["line"] for finding in told] == sorted(finding.params["line"] for finding in told)
