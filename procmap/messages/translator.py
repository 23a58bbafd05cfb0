"""A translator speaks one language. It is a value that is handed down, so that several can speak at the same time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from gettext import NullTranslations
from typing import TYPE_CHECKING

from procmap.messages import writing
from procmap.messages.languages import LanguageCode
from procmap.messages.po import catalogue
from procmap.messages.sentences import SINGULAR, TEMPLATES

if TYPE_CHECKING:
    from procmap.model import Finding

Param = str | int | float | Decimal | Sequence[str]
_SPACES = re.compile(r"[^\S\u00a0]+")
"""Blanks and line ends, without those that hold a number together."""
_QUOTED = re.compile(r'"[^"]*"(?:, "[^"]*")*')
_INNER_CAPITAL = re.compile(r"[a-z]+[A-Z]\w*")
_WORD_FIRST = re.compile(r"\{\w+:")
"""How a text starts that begins with a word of the language: with a capital, then."""
_UNNAMED = "row-unnamed"
"""What is said for an empty label."""
HELP = "help"
"""The context of help texts in catalogues: they have no code, and stand where commands and options are declared."""


@dataclass(frozen=True)
class Translator:
    """Says things in one language; what is not translated it says in English."""

    language: LanguageCode
    _catalogue: NullTranslations = field(repr=False, compare=False)

    def sentence(self, finding: Finding) -> str:
        """Return a finding as a sentence or two, on one line: what it is, then what to do."""
        return self.text(finding.code, **finding.params)

    def text(self, code: str, /, **params: Param) -> str:
        """Return the text that a code stands for, on one line, with its parameters.

        Where the text has a form for one thing, the parameter `count` chooses. Raises KeyError for a code that has no
        text.
        """
        template, one = TEMPLATES[code], SINGULAR.get(code)
        count = params.get("count")
        if one is None:
            said = self._catalogue.pgettext(code, template)
        else:
            said = self._catalogue.npgettext(code, one, template, count if isinstance(count, int) else 2)
        text = _SPACES.sub(" ", said.format_map(_Params(params, self))).strip()
        return text[:1].upper() + text[1:] if _WORD_FIRST.match(said) else text

    def word(self, kind: str, value: str) -> str:
        """Return the word for a value of a kind (such as `severity`, `warning`); the value where it has no word."""
        code = f"{kind}-{value}"
        return self._catalogue.pgettext(code, TEMPLATES[code]) if code in TEMPLATES else value

    def help(self, english: str) -> str:
        """Return a help text of the command line."""
        return self._catalogue.pgettext(HELP, english) if english else ""

    def number(self, value: int | float | Decimal) -> str:
        """Return a number as the language writes it."""
        return writing.number(value, self.language)

    def day(self, value: date) -> str:
        """Return a date as the language writes it."""
        return writing.day(value, self.language)

    def joined(self, items: Sequence[str]) -> str:
        """Return texts as a list in a sentence: `a, b and c`."""
        return writing.joined(items, self.language)

    def quoted(self, text: str) -> str:
        """Return a text between quotation marks."""
        return writing.quoted(text, self.language)

    def labels(self, text: str) -> str:
        """Return labels that are given as `"a", "b"` with the marks and the list of the language; other text as it is.

        A step without a label is cited by the name of its BPMN element, such as `startEvent`.
        """
        if not _QUOTED.fullmatch(text):
            return text
        return self.joined([self._label(label) for label in text[1:-1].split('", "')])

    def _label(self, label: str) -> str:
        if _INNER_CAPITAL.fullmatch(label):
            return self.word("element", label)
        return self.quoted(label or self.text(_UNNAMED))


@cache
def translator(language: LanguageCode) -> Translator:
    """Return the translator into a language."""
    return Translator(language, catalogue(language))


ENGLISH = translator("en")


def sentence(finding: Finding, language: LanguageCode = "en") -> str:
    """Return a finding as a sentence or two in a language."""
    return translator(language).sentence(finding)


class _Params(Mapping[str, "_Shown"]):
    """Parameters of a text, each shown as the text asks for after its colon."""

    def __init__(self, params: Mapping[str, Param], speaker: Translator) -> None:
        self._params, self._speaker = params, speaker

    def __getitem__(self, name: str) -> _Shown:
        value = self._params[name]
        return _Shown(self._speaker.text(_UNNAMED) if name == "label" and value == "" else value, self._speaker)

    def __iter__(self) -> Iterator[str]:
        return iter(self._params)

    def __len__(self) -> int:
        return len(self._params)


@dataclass(frozen=True)
class _Shown:
    """A parameter: `{x}` as it is, `{x:number}`, `{x:list}`, `{x:quoted}`, and `{x:KIND}` as the word for its value."""

    value: Param
    speaker: Translator

    def __format__(self, how: str) -> str:
        value = self.value
        if how == "number" and isinstance(value, int | float | Decimal):
            return self.speaker.number(value)
        if how == "list" and not isinstance(value, str | int | float | Decimal):
            return self.speaker.joined(value)
        if how == "quoted":
            return self.speaker.labels(str(value))
        return self.speaker.word(how, str(value)) if how else str(value)
