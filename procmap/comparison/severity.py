"""How grave each class of differences is: a table that people can edit, read once and used in one place.

A table has a first row of headings: `code`, `severity`, and, as wanted, `part` (what of a class it is, where a class
has several) and `why` (for readers). Cells are parted by tabs, `;` or `,`. A row without a part is for every part that
has no row of its own. The severity `off` leaves the differences out.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, get_args

from procmap.alignment import Doubt
from procmap.comparison.values import Difference
from procmap.model import BadInput, Finding, Severity

Setting = Severity | Literal["off"]
SETTINGS: tuple[Setting, ...] = (*get_args(Severity), "off")
_DELIMITERS = ("\t", ";", ",")
_LONGEST_CELL = 100_000


@dataclass(frozen=True)
class Severities:
    """The setting of each class and part. `of`: by code and part; a part that has none is as its class."""

    of: Mapping[tuple[str, str], Setting]

    def over(self, other: Severities) -> Severities:
        """Return these settings, and those of `other` where these have none.

        What is said of a class goes for its parts too, but where a part has a setting of its own in the same table.
        """
        classes = {code for code, part in self.of if not part}
        below = {key: setting for key, setting in other.of.items() if key[0] not in classes}
        return Severities(below | dict(self.of))

    def setting(self, difference: Difference) -> Setting:
        """Return the setting for a difference."""
        part = str(difference.params.get("part", ""))
        key = (difference.code, part)
        return self.of[key] if key in self.of else self.of[difference.code, ""]


def graded(differences: Iterable[Difference], severities: Severities) -> tuple[list[Difference], list[Doubt]]:
    """Return the differences with their severity, and a doubt that tells how many of which classes are left out."""
    kept, left = [], Counter[str]()
    for difference in differences:
        setting = severities.setting(difference)
        if setting == "off":
            part = str(difference.params.get("part", ""))
            of_part = part and (difference.code, part) in severities.of
            left[f"{difference.code} ({part})" if of_part else difference.code] += 1
        else:
            kept.append(difference.replace(severity=setting))
    if not left:
        return kept, []
    params: dict[str, str | int] = {"count": left.total(), "codes": ", ".join(sorted(left))}
    return kept, [Doubt(finding=Finding(code="differences-off", severity="info", params=params))]


def parse_severities(text: str, source: str, known: Severities | None = None) -> Severities:
    """Return the settings of a table; those that it does not have are as in the shipped table.

    `known`: the codes and parts that there are (default: those of the shipped table). Raises BadInput where a heading
    is missing, a code, part or severity is none, or a class stands twice.
    """
    known = known or default_severities()
    return _parsed(text, source, known).over(known)


@cache
def default_severities() -> Severities:
    """Return the shipped table."""
    text = (resources.files("procmap.comparison") / "data" / "severity.tsv").read_text(encoding="utf-8")
    return _parsed(text, "severity.tsv", None)


def _parsed(text: str, source: str, known: Severities | None) -> Severities:
    found: dict[tuple[str, str], Setting] = {}
    for line, row in _rows(text, source):
        code, part = row["code"], row.get("part", "")
        if known is not None:
            _check(code, part, source, line, known)
        setting = next((one for one in SETTINGS if one == row["severity"].casefold()), None)
        if setting is None:
            allowed = ", ".join(SETTINGS)
            raise BadInput("severity-unknown", source=source, line=line, severity=row["severity"], known=allowed)
        if (code, part) in found:
            raise BadInput("severity-twice", source=source, line=line, difference=f"{code} {part}".strip())
        found[code, part] = setting
    return Severities(found)


def _check(code: str, part: str, source: str, line: int, known: Severities) -> None:
    codes = sorted({code for code, _ in known.of})
    if code not in codes:
        raise BadInput("severity-code", source=source, line=line, wrong=code, known=", ".join(codes))
    parts = sorted({of_part for of_code, of_part in known.of if of_code == code and of_part})
    if part and part not in parts:
        raise BadInput(
            "severity-part", source=source, line=line, difference=code, part=part, known=", ".join(parts) or "\u2013"
        )


def _rows(text: str, source: str) -> Iterable[tuple[int, dict[str, str]]]:
    """Yield the rows that say anything, by headings, with their numbers of line."""
    csv.field_size_limit(_LONGEST_CELL)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    headings: list[str] = []
    try:
        for cells in reader:
            told = [cell.strip() for cell in cells]
            if not any(told):
                continue
            if headings:
                yield reader.line_num, dict(zip(headings, told + [""] * len(headings), strict=False))
                continue
            headings = [cell.casefold() for cell in told]
            missing = [name for name in ("code", "severity") if name not in headings]
            if missing:
                raise BadInput("severity-columns", source=source, missing=", ".join(missing))
    except csv.Error as error:
        raise BadInput("severity-broken", source=source, line=reader.line_num, detail=str(error)) from None
    if not headings:
        raise BadInput("severity-columns", source=source, missing="code, severity")
