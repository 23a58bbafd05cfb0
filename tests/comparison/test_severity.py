import re
from pathlib import Path

import pytest

from procmap.alignment import align
from procmap.comparison import compare, default_severities, parse_severities
from procmap.comparison.severity import SETTINGS
from procmap.messages import sentence
from procmap.messages.sentences import TEMPLATES
from procmap.model import BadInput
from tests.alignment.parties import party

OF_VARIANTS = {"annotation", "structure"}
"""The codes that are told between variants of one organisation only, of which the golden cases have none."""

A, B = party("A", "x -> y"), party("B", "x")


def told(table):
    comparison = compare([A, B], align([A, B]), parse_severities(table, "t.csv"))
    return [(one.code, one.severity) for one in comparison.differences], [d.finding for d in comparison.doubts]


def test_every_code_of_the_golden_cases_has_a_severity_and_a_reason(root: Path):
    wanted = set(re.findall(r"^\| `(\w+)` \|", (root / "docs" / "cases.md").read_text("utf-8"), re.MULTILINE))
    shipped = (root / "procmap" / "comparison" / "data" / "severity.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in shipped[1:]]
    assert len(wanted) == 23
    assert {code for code, part, _, _ in rows if not part} == wanted | OF_VARIANTS
    assert all(why.endswith(".") for _, _, _, why in rows)


def test_every_part_of_the_table_has_a_sentence():
    for code, part in default_severities().of:
        # The classes that are not told yet have their rows here before they have sentences.
        keys = [key for key in TEMPLATES if key.startswith(f"difference-{code}")]
        assert not (keys and part) or f"difference-{code}-{part}" in TEMPLATES


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_of_ones_own(delimiter):
    table = f"code{delimiter}severity\nstep_missing{delimiter}blocking\n"
    assert told(table)[0] == [("step_missing", "blocking")]


def test_columns_stand_in_any_order_and_others_are_passed_over():
    assert told("why;Severity;CODE\nbecause;Warning;step_missing\n")[0] == [("step_missing", "warning")]


def test_what_the_table_does_not_have_is_as_shipped():
    assert told("code,severity\nrole,info\n")[0] == [("step_missing", "note")]


def test_off_leaves_out_and_says_how_many():
    differences, doubts = told("code,severity\nstep_missing,off\n")
    assert differences == []
    (left,) = [finding for finding in doubts if finding.code == "differences-off"]
    assert left.params == {"count": 1, "codes": "step_missing"}
    assert "1 difference is not shown" in sentence(left)


def test_a_class_says_for_its_parts_and_a_part_for_itself():
    severities = parse_severities("code,part,severity\ndeadline,,blocking\ndeadline,work-time,note\n", "t").of
    assert severities["deadline", ""] == "blocking"
    assert severities["deadline", "work-time"] == "note"
    assert ("deadline", "lead-time") not in severities


@pytest.mark.parametrize(
    ("table", "code", "says"),
    [
        ("", "severity-columns", "code, severity"),
        ("code;why\nrole;x\n", "severity-columns", "severity"),
        ("code;severity\nroles;note\n", "severity-code", "participant_message"),
        ("code;severity\nrole;grave\n", "severity-unknown", ", ".join(SETTINGS)),
        ("code;part;severity\ndocument;up;note\n", "severity-part", "in, out"),
        ("code;severity\nrole;note\n\nrole;info\n", "severity-twice", "line 4"),
        ('code;severity\n"' + "x" * 200_000, "severity-broken", "field limit"),
    ],
)
def test_a_table_that_does_not_fit(table, code, says):
    with pytest.raises(BadInput) as raised:
        parse_severities(table, "grader.csv")
    assert raised.value.finding.code == code
    assert "grader.csv" in sentence(raised.value.finding)
    assert says in sentence(raised.value.finding)
