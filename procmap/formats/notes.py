"""What is noted while a file is read or written: findings, and how often what has no place was met."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from procmap.model import Finding, Severity


@dataclass
class Notes:
    """Collects findings in the order in which they are made, and counts what is left out by its kind."""

    _findings: list[Finding] = field(default_factory=list)
    _unread: Counter[str] = field(default_factory=Counter)

    def report(self, code: str, *elements: str, severity: Severity = "warning", **params: str | int) -> None:
        """Note a finding about elements."""
        self._findings.append(Finding(code=code, severity=severity, elements=elements, params=params))

    def unread(self, kind: str) -> None:
        """Note that something has no place in the model."""
        self._unread[kind] += 1

    def findings(self) -> tuple[Finding, ...]:
        """Return what was noted, then one finding `not-read` for each kind."""
        counted = (Finding(code="not-read", params={"kind": k, "count": n}) for k, n in sorted(self._unread.items()))
        return (*self._findings, *counted)
