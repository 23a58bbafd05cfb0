"""The words by which a routine is read, in Bokmål, Nynorsk, Swedish and English.

The words for properties of a step and for the process card are the headings of a spreadsheet's columns
(`procmap.formats.spreadsheet.columns`); here stand those that only a routine has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from procmap.formats.spreadsheet.columns import PROCESSES, STEPS, Column, plain_heading, words_of
from procmap.formats.spreadsheet.words import ELSE, ENDS

BranchWord = Literal["if", "else", "meanwhile"]

BRANCHES: dict[BranchWord, tuple[str, ...]] = {
    "if": ("hvis", "dersom", "når", "viss", "om", "ifall", "när", "if", "when", "i tilfelle", "in case"),
    "else": tuple(dict.fromkeys(word for words in ELSE.values() for word in words)),
    "meanwhile": ("samtidig", "samstundes", "parallelt", "samtidigt", "meanwhile", "at the same time", "in parallel"),
}
JUMPS = ("gå tilbake til", "gå attende til", "gå tillbaka till", "go back to", "gå til", "gå till", "go to", "goto")
JUMP_NOUNS = ("punkt", "pkt", "pkt.", "steg", "trinn", "step", "nummer", "nr", "nr.", "no.")
"""Words that may stand before the number that a jump names, or before the typed number of an item."""
STOPS = (*ENDS, "avsluttes", "avslutas", "stop", "stopp")
STARTS = ("start", "begin", "begynnelse", "byrjing", "början")
TIES = ("og", "og så", "og deretter", "och", "och sedan", "and", "and then", "så", "then", "deretter", "därefter")
"""Words that may tie a step to the jump or stop at its end."""

_PROPERTIES = (
    "role", "pool", "next", "system", "documents in", "documents out", "work time", "lead time", "deadline", "cost",
    "legal basis", "ROSA", "controls", "risks", "records", "channel", "note",
)  # fmt: skip
"""The columns of the sheet of steps that a line under a step can fill."""
FURTHER: dict[str, tuple[str, ...]] = {
    "deadline": ("tidsfrist",),
    "controls": ("kontrollpunkt", "kontrollmoment"),
    "records": ("arkiv",),
    "note": (
        "merk", "nb", "obs", "tips", "viktig", "viktigt", "eksempel", "døme", "exempel", "important", "example",
    ),
}  # fmt: skip
"""Words for those columns that only lines under a step have."""
_NAMES = ("rutine", "rutin", "routine", "procedure")
ABOUT = (
    "formål", "føremål", "omfang", "ansvar", "definisjoner", "definisjonar", "referanser", "referansar", "vedlegg",
    "hensikt", "bakgrunn", "endringslogg", "revisjonshistorikk", "syfte", "omfattning", "definitioner", "referenser",
    "bilagor", "bakgrund", "purpose", "scope", "responsibility", "responsibilities", "definitions", "references",
    "appendices", "appendix", "background", "change log",
)  # fmt: skip
"""Headings of parts of a routine that tell about it and hold none of its steps."""

STEPS_PART = (
    "fremgangsmåte", "framgangsmåte", "beskrivelse", "skildring", "gjennomføring", "arbeidsgang", "saksgang", "steg",
    "trinn", "tillvägagångssätt", "arbetsgång", "genomförande", "beskrivning", "procedure", "steps", "description",
)  # fmt: skip
"""Headings of the part that holds the steps: no titles."""

_NUMBERED = re.compile(r"^[\d.]+\s*")


def plain(text: str) -> str:
    """Return a text as words are compared: small letters, single blanks, no colon or full stop at its end."""
    return " ".join(text.casefold().split()).rstrip(" .:")


def property_of(text: str) -> Column | None:
    """Return the column of the sheet of steps that a word names, if a line under a step can fill it."""
    word = plain_heading(text)
    keys = (*words_of("steps").get(word, ()), *(key for key, words in FURTHER.items() if word in words))
    return next((STEPS.column(key) for key in keys if key in _PROPERTIES), None)


def card_column(text: str) -> Column | None:
    """Return the column of the sheet of processes that a word names."""
    word = plain_heading(text)
    keys = ("name",) if word in _NAMES else words_of("processes").get(word, ())
    return next((PROCESSES.column(key) for key in keys if key != "id"), None)


def is_about(heading: str) -> bool:
    """Tell whether a heading, its number apart, opens a part that holds no steps."""
    return plain(_NUMBERED.sub("", heading)) in ABOUT


def opens_steps(heading: str) -> bool:
    """Tell whether a heading, its number apart, opens the part that holds the steps."""
    return plain(_NUMBERED.sub("", heading)) in STEPS_PART


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of some words, longest first, blanks as any white space."""
    ordered = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
