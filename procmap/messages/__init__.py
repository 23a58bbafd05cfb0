"""Findings as sentences: what is wrong or was seen, and what to do."""

from procmap.messages.sentences import sentence

__all__ = ["sentence"]
