"""The report as PDF, to keep (PDF/A-2a) and for everyone to read (PDF/UA-1)."""

from procmap.reports.harmonisation.pdf.document import pdf_report

__all__ = ["pdf_report"]
