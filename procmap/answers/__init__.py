"""The verbs as functions: each takes files and gives an answer, a value that is also its JSON."""

from procmap.answers.check import CheckAnswer, check
from procmap.answers.convert import ConvertAnswer, convert
from procmap.answers.listing import ListAnswer, list_processes

__all__ = ["CheckAnswer", "ConvertAnswer", "ListAnswer", "check", "convert", "list_processes"]
