"""The report of a harmonisation: one content model, and the formats that it is written in."""

from procmap.reports.harmonisation.content import harmonisation_report
from procmap.reports.harmonisation.values import HarmonisationReport

__all__ = ["HarmonisationReport", "harmonisation_report"]
