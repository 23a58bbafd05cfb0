"""The one safe entrance for files that are ZIP archives (XLSX, DOCX): limits that are said aloud, before unpacking.

Sizes are those that the archive states. Python unpacks no more of an entry than it states, so they are limits indeed.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from procmap.formats.xml_input import MAX_BYTES, too_large
from procmap.model import BadInput

MAX_ENTRIES = 10_000
MAX_UNPACKED = 400_000_000
"""The most bytes of all entries together."""
MAX_RATIO = 300
"""How many bytes one byte may unpack to. Sheets full of empty rows reach about 100, bombs about 1000."""
_RATIO_COUNTS_FROM = 10_000_000
_HEAD = 4_096

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: Office before 2007, and what a password protects."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACROS = "vbaproject.bin"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class ZipInput(Mapping[str, bytes]):
    """An archive that keeps the limits: the bytes of its entries by their names, unpacked when they are asked for."""

    def __init__(self, source: bytes, name: str, archive: zipfile.ZipFile) -> None:
        self.source = source
        self.name = name
        self.archive = archive
        self.names = tuple(info.filename for info in archive.infolist() if not info.is_dir())
        self._known = frozenset(self.names)

    def __getitem__(self, entry: str) -> bytes:
        return self.read(entry)

    def __contains__(self, entry: object) -> bool:
        return entry in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def has_macros(self) -> bool:
        """Tell whether the file holds macros (VBA). Nothing of them is ever run."""
        return any(name.casefold().endswith(_MACROS) for name in self.names)

    def read(self, entry: str, most: int = MAX_BYTES) -> bytes:
        """Return the bytes of an entry.

        Raises BadInput when it has more than `most`, or is damaged; KeyError when there is no such entry.
        """
        info = self.archive.getinfo(entry)
        if info.file_size > most:
            raise too_large(self.name, info.file_size)
        try:
            return self.archive.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise BadInput("zip-damaged", source=self.name, entry=entry, detail=str(error)) from None


def is_ole(head: bytes) -> bool:
    """Tell whether a file begins as a compound file."""
    return head.startswith(OLE)


def old_office(source: bytes, name: str) -> BadInput:
    """Return the error for a compound file: one that a password protects, or one of Office before 2007."""
    return BadInput("office-password" if _ENCRYPTED in source else "office-old", source=name)


def open_zip(source: bytes, name: str) -> ZipInput:
    """Return the archive that bytes hold; `name` is what errors cite.

    Raises BadInput: protected by a password, an old Office file, no ZIP archive or a damaged one, too many entries
    (MAX_ENTRIES), too large unpacked (MAX_UNPACKED, MAX_RATIO), an entry named twice, a DOCTYPE in its XML.
    """
    if is_ole(source):
        raise old_office(source, name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(source))
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise BadInput("not-zip", source=name, detail=str(error)) from None
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise BadInput("zip-too-many-entries", source=name, limit=MAX_ENTRIES)
    unpacked = sum(entry.file_size for entry in entries)
    # Entries may lie over each other, so that each alone looks harmless: together they count as well.
    crowded = unpacked > _RATIO_COUNTS_FROM and unpacked > MAX_RATIO * len(source)
    if unpacked > MAX_UNPACKED or crowded or any(map(_is_bomb, entries)):
        raise BadInput("zip-bomb", source=name, size=unpacked // 1_000_000, limit=MAX_UNPACKED // 1_000_000)
    seen: set[str] = set()
    for entry in entries:
        if entry.flag_bits & 1:
            raise BadInput("zip-encrypted", source=name, entry=entry.filename)
        if entry.filename in seen:
            raise BadInput("zip-damaged", source=name, entry=entry.filename, detail="it is there twice")
        seen.add(entry.filename)
    opened = ZipInput(source, name, archive)
    for entry in entries:
        if entry.filename.casefold().endswith((".xml", ".rels", ".vml")):
            _refuse_doctype(opened, entry)
    return opened


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _RATIO_COUNTS_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)


def _refuse_doctype(opened: ZipInput, entry: zipfile.ZipInfo) -> None:
    """Refuse an entry with a document type at its beginning, the only place where XML allows one."""
    try:
        with opened.archive.open(entry) as file:
            head = file.read(_HEAD)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise BadInput("zip-damaged", source=opened.name, entry=entry.filename, detail=str(error)) from None
    if head.startswith(_UTF_16):
        head = head.replace(b"\x00", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise BadInput("doctype", source=opened.name)
