"""Bytes to text and back, so that a file can be written again as it was: encoding, byte order mark and all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from procmap.model import BadInput, Finding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


@dataclass(frozen=True)
class SourceText:
    """A file as text: `text` without its byte order mark `bom`, and the Python name of its `encoding`."""

    text: str
    encoding: str
    bom: bytes
    findings: tuple[Finding, ...] = ()

    def encode(self, text: str) -> bytes:
        """Return `text` as bytes in this file's encoding; characters that it lacks become character references."""
        errors = _HOLES if self.encoding == "cp1252" else "xmlcharrefreplace"
        return self.bom + text.encode(self.encoding, errors=errors)


def decode_xml(source: bytes, name: str) -> SourceText:
    """Return the text of an XML file, by its byte order mark, its declaration, or as UTF-8.

    Many tools declare UTF-8 and write Windows-1252: such a file is read so, with the finding `wrong-encoding`.
    Raises BadInput where the declared encoding is unknown or the bytes fit no encoding.
    """
    bom, encoding = _detect(source, name)
    body = source[len(bom) :]
    if not bom and encoding.startswith(("utf-16", "utf-32")) and b"\x00" not in source[:4]:
        # The declaration could be read, so it cannot be true: text of a .NET string, written as UTF-8.
        return _decoded(body, "utf-8", bom, encoding, name)
    if encoding == "iso8859-1" and _WINDOWS_ONLY.search(body):
        return _decoded(body, "cp1252", bom, "ISO-8859-1", name)
    try:
        return SourceText(body.decode(encoding), encoding, bom)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise BadInput("encoding-broken", source=name, encoding=encoding, position=error.start) from None
        return _decoded(body, "cp1252", bom, "UTF-8", name)


def decode_lines(source: bytes) -> tuple[str, tuple[int, ...], bool]:
    """Return text whose lines are UTF-8 or Windows-1252, the numbers of the latter, and whether both occur.

    Files that were put together from others, or edited in two programs, are so.
    """
    texts: list[str] = []
    other: list[int] = []
    mixed = False
    for number, line in enumerate(source.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True), start=1):
        try:
            texts.append(line.decode("utf-8"))
            mixed = mixed or not line.isascii()
        except UnicodeDecodeError:
            texts.append(line.decode("cp1252", errors="replace"))
            other.append(number)
    return "".join(texts), tuple(other), mixed and bool(other)


def _decoded(body: bytes, encoding: str, bom: bytes, declared: str, name: str) -> SourceText:
    used = {"cp1252": "Windows-1252", "utf-8": "UTF-8"}[encoding]
    finding = Finding(code="wrong-encoding", params={"declared": declared.upper(), "used": used})
    try:
        text = body.decode(encoding, errors=_HOLES if encoding == "cp1252" else "strict")
    except UnicodeDecodeError as error:
        raise BadInput("encoding-broken", source=name, encoding=used, position=error.start) from None
    return SourceText(text, encoding, bom, (finding,))


def _fill_holes(error: UnicodeError) -> tuple[str | bytes, int]:
    """Fill the five holes of Python's cp1252 as Windows does: with the control character of the same number.

    What cannot be encoded and is no such character becomes a character reference.
    """
    if isinstance(error, UnicodeDecodeError):
        return "".join(map(chr, error.object[error.start : error.end])), error.end
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return b"".join(bytes([ord(c)]) if c in "\x81\x8d\x8f\x90\x9d" else b"&#%d;" % ord(c) for c in lacking), error.end


_HOLES = "procmap-cp1252"
codecs.register_error(_HOLES, _fill_holes)

_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")


def _detect(source: bytes, name: str) -> tuple[bytes, str]:
    for bom, encoding in _BOMS:
        if source.startswith(bom):
            return bom, encoding
    if source.startswith(b"<\x00"):
        return b"", "utf-16-le"
    if source.startswith(b"\x00<"):
        return b"", "utf-16-be"
    declared = _DECLARED.match(source[:400])
    if declared is None:
        return b"", "utf-8"
    label = declared.group(1).decode("ascii")
    try:
        encoding = codecs.lookup(label).name
        plain = encoding.startswith(("utf-16", "utf-32")) or b"<?xml".decode(label) == "<?xml"
    except (LookupError, UnicodeError):
        plain = False
    if not plain:  # no encoding of texts at all, or not the one in which the declaration itself is written
        raise BadInput("encoding-unknown", source=name, encoding=label)
    return b"", "utf-8" if encoding == "utf-8-sig" else encoding
