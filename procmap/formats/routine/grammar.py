"""What one line of a routine says: a branch, a property, a jump, an end, or a step with its role."""

from __future__ import annotations

import re
from dataclasses import dataclass

from procmap.formats.routine.words import (
    BRANCHES,
    JUMP_NOUNS,
    JUMPS,
    STARTS,
    STOPS,
    TIES,
    BranchWord,
    any_of,
    plain,
    property_of,
)
from procmap.formats.spreadsheet.columns import Column

ROLE_WORDS = 5
"""The most words that are taken for a role before a colon."""
_ROLE_LETTERS = 60

_JUMP = rf"(?:(?:{any_of(JUMPS)})\s+|(?:→|[-=]>)\s*)(?:(?:{any_of(JUMP_NOUNS)})\s+)?"
_NUMBER = r"\d{1,4}(?:\.\d{1,4})*[a-zæøåäö]?"
_STOP = rf"(?:{any_of(STOPS)})"
_QUOTES = "«»\"'“”„ "
_ELSE = rf"(?:{any_of(BRANCHES['else'])})"
_FLAGS = re.IGNORECASE
_IF = re.compile(
    rf"(?:{_ELSE}\s+)?(?:{any_of(BRANCHES['if'])})\s+(?P<condition>\S.*?)"
    rf"(?:\s*:(?:\s+|$)(?P<rest>.*)|[,;]?\s+(?P<way>{_JUMP}\S.*|{_STOP})\.?)$",
    _FLAGS,
)
_IF_WORD = re.compile(rf"(?:{any_of(BRANCHES['if'])})\s", _FLAGS)
_ELSE_LINE = re.compile(
    rf"(?P<word>{_ELSE})(?:\s*[:,](?:\s+|$)(?P<rest>.*)|\s+(?P<way>{_JUMP}\S.*|{_STOP})\.?)$", _FLAGS
)
_MEANWHILE = re.compile(rf"(?:{any_of(BRANCHES['meanwhile'])})\s*:(?:\s+|$)(?P<rest>.*)$", _FLAGS)
_WHOLE_JUMP = re.compile(rf"{_JUMP}(?P<target>\S.*)$", _FLAGS)
_WHOLE_STOP = re.compile(rf"{_STOP}\s*(?:$|[.!]$|:\s+(?P<name>\S.*)$)", _FLAGS)
_TAIL = re.compile(
    rf"(?:\s*[,;.(]\s*(?:(?:{any_of(TIES)})\s+)?|\s+(?:{any_of(TIES)})\s+|\s+[–—-]\s+|\s+(?=→|[-=]>))"  # noqa: RUF001
    rf"(?:{_JUMP}(?P<target>{_NUMBER})|(?P<stop>{_STOP}))\s*\)?\s*\.?$",
    _FLAGS,
)
_COLON = re.compile(r"\s*:\s+")


@dataclass(frozen=True)
class Branch:
    """A line that opens a branch: its word, its condition (the word itself for `ellers`), what follows the colon."""

    word: BranchWord
    condition: str
    rest: str


@dataclass(frozen=True)
class Tail:
    """What a step's text ends with: a jump to the item `target`, or the end of the process."""

    text: str
    target: str = ""
    stop: bool = False


def branch(text: str) -> Branch | None:
    """Return the branch that a line opens: `hvis <condition>: <step>`, `ellers: <step>`, `samtidig: <step>`."""
    found = _IF.match(text)
    if found:
        return Branch("if", found["condition"].strip(" ,;"), (found["rest"] or found["way"] or "").strip())
    found = _ELSE_LINE.match(text)
    if found:
        return Branch("else", " ".join(found["word"].casefold().split()), (found["rest"] or found["way"] or "").strip())
    found = _MEANWHILE.match(text)
    return Branch("meanwhile", "", found["rest"].strip()) if found else None


def prop(text: str) -> tuple[Column, str] | None:
    """Return the column that a line fills for its step, and the value: `frist: 3 uker`."""
    left, colon, right = _parted(text)
    column = property_of(left) if colon else None
    return (column, right) if column is not None else None


def jump(text: str) -> str:
    """Return what a line that is nothing but a jump leads to; empty when it is none."""
    found = _WHOLE_JUMP.match(text)
    return found["target"].strip(_QUOTES).rstrip(".").strip(_QUOTES) if found else ""


def stop(text: str) -> str | None:
    """Return the name of the end that a line makes (may be empty); None when it makes none."""
    found = _WHOLE_STOP.match(text)
    return (found["name"] or "").strip() if found else None


def start(text: str) -> str | None:
    """Return the name of the start event that a line makes; None when it makes none."""
    left, colon, right = _parted(text)
    return right if colon and right and plain(left) in STARTS else None


def tail(text: str) -> Tail:
    """Return a step's text with what it ends with taken off: `Send brev, gå til 7` or `Send avslag og avslutt`."""
    found = _TAIL.search(text)
    if found is None or not text[: found.start()].strip():
        return Tail(text)
    return Tail(text[: found.start()].strip(), found["target"] or "", bool(found["stop"]))


def role(text: str) -> tuple[str, str]:
    """Return the role before a text's first colon, and what follows; without one: empty, and the text.

    A role has at most ROLE_WORDS words, a letter, and a text after its colon.
    """
    left, colon, right = _parted(text)
    short = len(left.split()) <= ROLE_WORDS and len(left) <= _ROLE_LETTERS
    if not colon or not right or not short or not any(map(str.isalpha, left)) or any(sign in left for sign in ".?!;"):
        return "", text
    return left, right


def is_end(target: str) -> bool:
    """Tell whether a jump leads to the end of the process."""
    return plain(target) in (*STOPS, "slutet", "the end")


def opens_condition(text: str) -> bool:
    """Tell whether a line begins with a word of condition, whether or not it goes on as a branch does."""
    return _IF_WORD.match(text) is not None


def says_more(text: str) -> bool:
    """Tell whether a line without a marker belongs to the step above by its first words."""
    return branch(text) is not None or prop(text) is not None or bool(jump(text)) or stop(text) is not None


def _parted(text: str) -> tuple[str, bool, str]:
    """Return a text's part before its first colon, whether there is one, and the part after it."""
    found = _COLON.search(f"{text} ")
    if found is None:
        return text, False, ""
    return text[: found.start()].strip(), True, text[found.end() :].strip()
