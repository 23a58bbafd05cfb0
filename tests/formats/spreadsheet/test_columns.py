"""The table of sheets, columns and words: the page in the docs is compared with the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap import model
from procmap.formats.spreadsheet.columns import LANGUAGES, SHEETS, assign, language_of, plain_heading, words_of
from procmap.formats.spreadsheet.losses import DRAWING, LOSSES
from procmap.formats.spreadsheet.words import FIELDS, LETTERS, MARKS, TRIGGERS, TYPES
from procmap.messages.sentences import SINGULAR, TEMPLATES
from procmap.model.elements import FlowNode, SequenceFlow

PAGE = Path(__file__).parents[3] / "docs" / "spreadsheets.md"
TABLES = {**FIELDS, "type": TYPES, "trigger": TRIGGERS, "mark": MARKS, "responsibility": LETTERS}


def column_lines() -> list[str]:
    """Return the lines of the page that tell of columns."""
    lines: list[str] = []
    for sheet in SHEETS:
        lines += ["", f"### {' / '.join(dict.fromkeys(sheet.titles.values()))}", ""]
        lines += ["| key | " + " | ".join(LANGUAGES) + " | fills |", "|---" * (len(LANGUAGES) + 2) + "|"]
        for column in sheet.columns:
            words = (", ".join(column.headings[language]) for language in LANGUAGES)
            mark = "**" if column.key in sheet.needs else ""
            lines.append(f"| {mark}{column.key}{mark} | " + " | ".join(words) + f" | `{column.field}` |")
    return lines


def word_lines() -> list[str]:
    """Return the lines of the page that tell of words."""
    lines: list[str] = []
    for name, table in TABLES.items():
        lines += ["", f"`{name}`", "", "| value | " + " | ".join(LANGUAGES) + " |", "|---" * (len(LANGUAGES) + 1) + "|"]
        for value, by_language in table.values.items():
            lines.append(
                f"| {value} | " + " | ".join(", ".join(by_language[language]) for language in LANGUAGES) + " |"
            )
    return lines


def loss_lines() -> list[str]:
    """Return the lines of the page that tell of what a spreadsheet cannot hold."""
    codes = [(DRAWING, "note"), *((loss.code, loss.severity) for loss in LOSSES)]
    return [f"* `{code}` ({severity}): {TEMPLATES[code].replace('{count} ', '… ')}" for code, severity in codes]


@pytest.mark.parametrize("lines", [column_lines, word_lines, loss_lines])
def test_the_page_says_what_the_code_does(lines):
    assert "\n".join(lines()).strip() in PAGE.read_text(encoding="utf-8")


def test_every_column_fills_a_field_that_is_there():
    classes = {**vars(model), "FlowNode": FlowNode, "SequenceFlow": SequenceFlow}
    for sheet in SHEETS:
        for column in sheet.columns:
            for field in column.field.split(", "):
                cls, _, name = field.partition(".")
                assert cls in classes, field
                assert not name or name in classes[cls].model_fields, field


def test_headings_as_agreed_are_read():
    for sheet in SHEETS:
        for language in LANGUAGES:
            headings = [column.heading(language) for column in sheet.columns]
            assert list(assign(sheet, headings).values()) == [column.key for column in sheet.columns]
            assert language_of(sheet, headings) in (language, *LANGUAGES[:2]) or language == "nn"
            assert len({plain_heading(heading) for heading in headings}) == len(headings)


def test_a_word_of_several_columns_means_the_first_free_one():
    risks = next(sheet for sheet in SHEETS if sheet.key == "risks")

    assert assign(risks, ["Navn", "Sannsynlighet", "Konsekvens"])[2] == "impact"
    assert assign(risks, ["Navn", "Konsekvens", "Alvorlighet"])[1] == "consequence"
    assert assign(risks, ["Konsekvens", "Konsekvensbeskrivelse"]) == {0: "impact", 1: "consequence"}


def test_words_of_one_table_mean_one_value_each():
    for table in TABLES.values():
        seen: dict[str, str] = {}
        for value, by_language in table.values.items():
            for words in by_language.values():
                for word in words:
                    assert table.value(word) == value or seen.setdefault(plain_heading(word), value) == value, word
    assert words_of("steps")["aktivitet"] == ("step",)


def test_every_loss_has_its_sentence():
    for loss in LOSSES:
        assert loss.code in TEMPLATES
        assert ("{count}" in TEMPLATES[loss.code]) == (loss.code in SINGULAR)
