"""The command line: the verbs, their options, and answers as text."""

from procmap.cli.main import main

__all__ = ["main"]
