import pytest

from procmap.messages import LANGUAGES, translator
from procmap.reports.harmonisation import tables
from procmap.reports.harmonisation.tables import SECTIONS, section_about, section_heading
from tests.alignment.parties import party
from tests.reports.harmonisation.test_word import report_of, sample

TABLES = (
    tables.summary_table, tables.questions_table, tables.matrix_table, tables.differences_table,
    tables.decisions_table, tables.trace_table, tables.attachments_table, tables.laws_table, tables.agreement_table,
    tables.notes_table,
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_has_a_cell_for_each_column_in_every_language(root, language):
    report = sample(root, language)
    for made in (table(report) for table in TABLES):
        assert made.lines
        assert {len(line) for line in made.lines} == {len(made.columns)}
        assert all(column.heading and column.width > 0 for column in made.columns)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_has_a_heading_and_says_what_it_holds(language):
    say = translator(language)
    headings = [section_heading(section, say) for section in SECTIONS]
    assert len(set(headings)) == len(SECTIONS)
    assert all(section_about(section, say).endswith(".") for section in SECTIONS)


def test_the_tables_of_parties_are_the_whole_in_parts(root):
    report = sample(root)
    whole = [line[1:] for line in tables.trace_table(report).lines]
    assert [line for each in report.title.parties for line in tables.trace_table(report, each).lines] == whole
    kinds = dict.fromkeys(line.kind for line in report.attachments)
    parts = [line for kind in kinds for line in tables.attachments_table(report, kind).lines]
    assert parts == [line[1:] for line in tables.attachments_table(report).lines]


def test_a_row_says_what_became_of_it():
    report = report_of([party("Alfa", "a -> b"), party("Beta", "a -> b"), party("Gamma", "a -> b -> c")])
    lines = {line[0]: line[1:] for line in tables.matrix_table(report).lines}
    assert lines[1] == ("a", "a", "a", "1. a")
    assert tables.matrix_table(report).marked == {2}
    assert lines[3] == ("\u2013", "\u2013", "c", "3. c\nnot decided")
    assert [line[1] for line in tables.matrix_table(report, report.title.parties[2:]).lines] == ["a", "b", "c"]
