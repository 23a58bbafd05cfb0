"""Comparisons as findings, so that `procmap.messages` can say them."""

from __future__ import annotations

from procmap.comparison import Agreement, Difference
from procmap.messages import sentence
from procmap.model import Finding


def say(code: str, **params: str | int) -> str:
    """Return the words of a heading, sign or remark."""
    return sentence(Finding(code=code, severity="info", params=params))


def difference_finding(difference: Difference) -> Finding:
    """Return a difference as a finding."""
    part = difference.params.get("part")
    code = f"difference-{difference.code}-{part}" if part else f"difference-{difference.code}"
    return Finding(code=code, severity=difference.severity, params=difference.params)


def agreement_finding(agreement: Agreement) -> Finding:
    """Return why two parties agree as far as they do, as a finding."""
    counts = {"equal": agreement.equal, "compared": agreement.compared, "shared": agreement.shared}
    if not agreement.compared:
        code = "agreement-none"
    elif agreement.aspect in ("presence", "order"):
        code = f"agreement-{agreement.aspect}"
    else:
        code = "agreement-aspect"
    return Finding(code=code, severity="info", params=dict(counts))
