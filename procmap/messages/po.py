"""Catalogues of translations: PO files read as they are, by the standard library's gettext.

There are no compiled catalogues (MO): a PO file is read in a few milliseconds, and what is not built cannot be stale.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from procmap.messages.languages import LanguageCode

_MO_MAGIC, _MO_HEADER = 0x950412DE, 28
_CONTEXT, _PLURAL = "\x04", "\x00"


class Entry(NamedTuple):
    """One entry of a catalogue; `many` is empty where there is no plural, `said` has a text for each plural form."""

    context: str
    one: str
    many: str
    said: tuple[str, ...]


def catalogue(language: LanguageCode) -> NullTranslations:
    """Return the translations into a language; those of English say everything as it is written in the code."""
    if language == "en":
        return NullTranslations()
    path = files("procmap.messages").joinpath("locale", language, "LC_MESSAGES", "procmap.po")
    return GNUTranslations(BytesIO(as_mo(read_po(path.read_text("utf-8")))))


def read_po(text: str) -> Iterator[Entry]:
    """Yield the entries of a PO file, its head (for an empty text) among them; fuzzy and obsolete ones are left out."""
    fields: dict[str, str] = {}
    field, fuzzy = "", False
    for line in [*text.splitlines(), ""]:
        if line.startswith('"') and field:
            fields[field] += json.loads(line)
        elif line.startswith("msg"):
            field, _, value = line.partition(" ")
            fields[field] = json.loads(value)
        elif not line.strip():
            if "msgid" in fields and not fuzzy:
                yield _entry(fields)
            fields, field, fuzzy = {}, "", False
        elif line.startswith("#,") and "fuzzy" in line:
            fuzzy = True


def _entry(fields: dict[str, str]) -> Entry:
    said = tuple(text for name, text in fields.items() if name.startswith("msgstr"))
    return Entry(fields.get("msgctxt", ""), fields["msgid"], fields.get("msgid_plural", ""), said)


def as_mo(entries: Iterable[Entry]) -> bytes:
    """Return entries as a binary catalogue; those that are not translated are left out.

    Its form: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
    """
    pairs = sorted((_key(entry), _PLURAL.join(entry.said).encode()) for entry in entries if all(entry.said))
    strings = [key for key, _ in pairs] + [said for _, said in pairs]
    place = _MO_HEADER + 8 * len(strings)
    table = b""
    for string in strings:
        table += struct.pack("<II", len(string), place)
        place += len(string) + 1
    originals, translations = _MO_HEADER, _MO_HEADER + 8 * len(pairs)
    head = struct.pack("<7I", _MO_MAGIC, 0, len(pairs), originals, translations, 0, 0)
    return head + table + b"".join(string + b"\0" for string in strings)


def _key(entry: Entry) -> bytes:
    context = entry.context + _CONTEXT if entry.context else ""
    return (context + _PLURAL.join(filter(None, (entry.one, entry.many)))).encode()
