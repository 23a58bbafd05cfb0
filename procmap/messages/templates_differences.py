"""The English sentences of conditions, triggers, messages and controls that differ, and of the table of severities."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # The table of severities.
    "severity-columns": (
        "{source}: the table of severities has no column {missing}. Its first row must name the columns: code, "
        "severity, and if you like part and why."
    ),
    "severity-code": '{source}, line {line}: there are no differences "{code}". Use one of: {known}.',
    "severity-part": '{source}, line {line}: {code} has no part "{part}". Leave it empty, or use one of: {known}.',
    "severity-unknown": '{source}, line {line}: "{severity}" is no severity. Use one of: {known}.',
    "severity-twice": "{source}, line {line}: {code} has a severity already. Take one of the lines out.",
    "severity-broken": "{source}, line {line}: the table of severities cannot be read ({detail}). Save it again as CSV.",
    "differences-off": (
        "{count} differences are left out, as the table of severities says: {codes}. Take \"off\" away there to see "
        "them."
    ),
}  # fmt: skip
SINGULAR: dict[str, str] = {
    "differences-off": (
        "{count} difference is left out, as the table of severities says: {codes}. Take \"off\" away there to see it."
    ),
}  # fmt: skip
