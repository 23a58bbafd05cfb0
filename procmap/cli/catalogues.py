"""For developers: keep the catalogues of translations as the texts are. Needs Babel.

    python -m procmap.cli.catalogues update    put new texts into the catalogues, mark those that have changed as fuzzy
    python -m procmap.cli.catalogues check     say what is missing or wrong, and exit with 1 if anything is

A catalogue is `procmap/messages/locale/LANGUAGE/LC_MESSAGES/procmap.po`. A text has its code as context, a help text
the context `help`.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

import typer

from procmap.cli.help import help_texts
from procmap.messages import LANGUAGES
from procmap.messages.sentences import SINGULAR, TEMPLATES
from procmap.messages.translator import HELP

_WIDTH = 110
_ANOTHER = [language for language in LANGUAGES if language != "en"]
_NOT_PROSE = re.compile(r"\{[^}]*\}|--[a-z]+|procmap [a-z]+|\S+\.(?:bpmn|json|html|svg)\b|https?://\S+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Text(NamedTuple):
    """A text to translate: its context, and in English; `many` is empty where there is one form only."""

    context: str
    one: str
    many: str


def texts() -> tuple[Text, ...]:
    """Return all that procmap says, the texts with codes first, then the help of the command line."""
    from procmap.cli.commands import app

    coded = (Text(code, SINGULAR.get(code, text), text if code in SINGULAR else "") for code, text in TEMPLATES.items())
    helping = (Text(HELP, text, "") for text in dict.fromkeys(help_texts(typer.main.get_command(app))) if text)
    return (*coded, *helping)


def path_of(language: str) -> Path:
    """Return where the catalogue of a language lies."""
    return Path(str(files("procmap.messages").joinpath("locale", language, "LC_MESSAGES", "procmap.po")))


def update(language: str) -> None:
    """Put the texts of the program into a catalogue, in their order.

    A text with a code that was changed keeps its translation, marked as fuzzy: somebody has to look at it.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po, write_po

    path = path_of(language)
    with path.open("rb") as file:
        old = read_po(file, locale=language)
    of_code = {entry.context: entry for entry in old if entry.context and entry.context != HELP}
    new = Catalog(locale=language, header_comment=old.header_comment, charset="utf-8", fuzzy=False)
    new.mime_headers = old.mime_headers
    for text in texts():
        wanted = (text.one, text.many) if text.many else text.one
        entry = old.get(text.one, context=text.context) or of_code.get(text.context)
        if entry is None or isinstance(entry.id, tuple) != bool(text.many):
            new.add(wanted, context=text.context)
        else:
            flags = entry.flags | ({"fuzzy"} if entry.id != wanted else set())
            new.add(wanted, entry.string, flags=flags, context=text.context)
    with path.open("wb") as file:
        write_po(file, new, width=_WIDTH)


def problems(language: str) -> Iterator[str]:
    """Yield what is missing or wrong in a catalogue, each with the code of its text."""
    from babel.messages.pofile import read_po

    with path_of(language).open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    wanted = texts()
    same = {(code, each) for code, languages, _ in rows("same.tsv") for each in languages.split()}
    for text in wanted:
        about = f"{language}: {text.context}: {text.one!r}"
        entry = catalogue.get(text.one, context=text.context)
        if entry is None or entry.id != ((text.one, text.many) if text.many else text.one):
            yield f"{about} is not in the catalogue"
            continue
        said = _forms(entry.string)
        if entry.fuzzy:
            yield f"{about} has changed, and its translation was not looked at"
        if not all(said) or len(said) != 1 + bool(text.many):
            yield f"{about} is not translated"
            continue
        key = text.one if text.context == HELP else text.context
        if text.one in said and (key, language) not in same:
            yield f"{about} is as in English"
        for english, translated in zip((text.one, text.many) if text.many else (text.one,), said, strict=True):
            if _fields(english) != _fields(translated):
                yield f"{about} has other parameters: {translated!r}"
        yield from (f"{about} has the word {word!r}" for word in forbidden_in(" ".join(said), language))
    known = {(text.context, text.one) for text in wanted}
    for entry in catalogue:
        one = entry.id[0] if isinstance(entry.id, tuple) else entry.id
        if one and (entry.context, one) not in known:
            yield f"{language}: {entry.context}: {one!r} is no text any more"


def _forms(said: Any) -> tuple[str, ...]:
    """Return what an entry says, by plural form."""
    return tuple(said) if isinstance(said, tuple | list) else (said or "",)


def _fields(text: str) -> set[str]:
    """Return the names of the parameters of a text; how each is shown is a matter of the language."""
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def forbidden_in(text: str, language: str) -> Iterator[str]:
    """Yield the words of a text that the term base forbids in a language; `*` at a word's end stands for any ending."""
    table = rows("terms.tsv", head=True)
    column = table[0].index(f"not_{language}")
    forbidden = [word for row in table[1:] for word in row[column].split(", ") if word]
    whole = {word for word in forbidden if not word.endswith("*") and " " not in word}
    starts = tuple(word.removesuffix("*") for word in forbidden if word.endswith("*"))
    plain = _NOT_PROSE.sub(" ", text).lower()
    yield from (word for word in _WORD.findall(plain) if word in whole or (starts and word.startswith(starts)))
    yield from (words for words in forbidden if " " in words and re.search(rf"\b{re.escape(words)}\b", plain))


def rows(name: str, *, head: bool = False) -> list[list[str]]:
    """Return the rows of a table of `procmap.messages` (tab-separated, nothing quoted), with its first one if asked."""
    content = files("procmap.messages").joinpath(name).read_text("utf-8")
    table = list(csv.reader(content.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    return table if head else table[1:]


def main(arguments: Iterable[str]) -> int:
    """Do what is asked for, and return the exit code."""
    asked: Any = {"update": _update_all, "check": _check_all}.get(" ".join(arguments))
    if asked is None:
        print(__doc__)
        return 2
    return int(asked())


def _update_all() -> int:
    for language in _ANOTHER:
        update(language)
    return 0


def _check_all() -> int:
    found = [problem for language in _ANOTHER for problem in problems(language)]
    print("\n".join(found) or "Nothing is missing.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
