"""Routines: a numbered list or a table of steps, as people write them in text or Word (docs/routines.md)."""

from procmap.formats.document import Format
from procmap.formats.routine.reader import read_text, read_word
from procmap.formats.routine.text_lines import could_be_routine
from procmap.formats.routine.word_package import looks_like_word


def _never(head: bytes) -> bool:  # noqa: ARG001 - any text could be a routine: only its name tells
    return False


ROUTINE = Format(name="routine", suffixes=(".txt", ".md"), recognises=_never, read=read_text)
WORD = Format(name="word", suffixes=(".docx", ".docm", ".dotx", ".doc"), recognises=looks_like_word, read=read_word)

__all__ = ["ROUTINE", "WORD", "could_be_routine", "read_text", "read_word"]
