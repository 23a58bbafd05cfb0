"""The table in the docs of which fields each choice needs is that of the code."""

from __future__ import annotations

import re
from pathlib import Path

from procmap.formats.people import CHOICES_OF
from procmap.harmonisation.ruling import NEEDED


def test_the_table_of_needed_fields_in_the_docs_is_that_of_the_code(root: Path) -> None:
    told: dict[tuple[str, str], str] = {}
    kind = ""
    for line in (root / "docs" / "people.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|") or len(cells) != 5:
            continue
        kind = next(iter(re.findall(r'`\{"(\w+)"', cells[0])), kind)
        field = next(iter(re.findall(r"`(\w+)`", cells[3])), "")
        told.update({(kind, choice): field for choice in re.findall(r"`([\w-]+)`", cells[1]) if kind})
    assert set(told) == {(about, choice) for about, choices in CHOICES_OF.items() for choice in choices}
    assert {key: field for key, field in told.items() if field} == NEEDED
