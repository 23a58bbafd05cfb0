"""Sentences from findings."""

from __future__ import annotations

from procmap.messages import templates, templates_comparison, templates_harmonisation
from procmap.model import Finding

_TEMPLATES = {**templates.TEMPLATES, **templates_comparison.TEMPLATES, **templates_harmonisation.TEMPLATES}


def sentence(finding: Finding) -> str:
    """Return a finding as a sentence or two, on one line: what it is, then what to do."""
    template = _TEMPLATES[finding.code]
    return " ".join(template.format_map(finding.params).split())
