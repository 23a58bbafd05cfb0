"""The one safe entrance for XML: no DOCTYPE, no entities, no network, and limits that are said aloud."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from procmap.formats.encoding import SourceText, decode_xml
from procmap.model import BadInput, Finding

if TYPE_CHECKING:
    from lxml import etree

MAX_BYTES = 100_000_000
MAX_ELEMENTS = 1_000_000
MAX_DEPTH = 200
MAX_ATTRIBUTES = 200
MAX_TEXT = 10_000_000
"""The longest text or attribute, in bytes: a limit of libxml2 itself (XML_MAX_TEXT_LENGTH)."""

_PROLOG = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)
_DECLARATION = re.compile(r"\s*<\?xml\s[^>]*\?>")
_NAMESPACE_DOMAIN = "NAMESPACE"
_UNDECLARED = "NS_ERR_UNDEFINED_NAMESPACE"
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[1245-9]|2[0-9]|3[01])|[xX]0*(?:[0-8bceBCEfF]|1[0-9a-fA-F]));"
)


@dataclass(frozen=True)
class ParsedXml:
    """A parsed file: its root element, its text, and what had to be overlooked to read it."""

    root: etree._Element
    text: SourceText
    findings: tuple[Finding, ...] = ()


def parse(source: bytes, name: str) -> ParsedXml:
    """Parse XML from bytes; `name` is what errors cite.

    Raises BadInput: empty, too large (MAX_BYTES, MAX_ELEMENTS, MAX_DEPTH, MAX_ATTRIBUTES), a DOCTYPE, an unknown or
    broken encoding, not well-formed XML. A namespace that is no URI is overlooked, with a finding.
    """
    if len(source) > MAX_BYTES:
        raise too_large(name, len(source))
    if not source.strip():
        raise BadInput("empty", source=name)
    text = decode_xml(source, name)
    prolog = _PROLOG.match(text.text)
    if prolog is not None and text.text[prolog.end() : prolog.end() + 9].upper() == "<!DOCTYPE":
        raise BadInput("doctype", source=name)
    root, findings = _parse_text(text, name)
    _check_limits(root, name)
    return ParsedXml(root, text, (*text.findings, *findings))


def too_large(name: str, size: int) -> BadInput:
    """Return the error for a file of `size` bytes."""
    return BadInput("too-large", source=name, size=size // 1_000_000, limit=MAX_BYTES // 1_000_000)


def _parse_text(text: SourceText, name: str) -> tuple[etree._Element, tuple[Finding, ...]]:
    from lxml import etree

    # The declaration goes, since what follows is UTF-8 whatever it says.
    declaration = _DECLARATION.match(text.text)
    body = text.text[declaration.end() :] if declaration else text.text
    try:
        return etree.fromstring(body.encode("utf-8"), _parser(recover=False)), ()
    except etree.XMLSyntaxError as error:
        first = error
    if "Excessive depth" in first.msg:
        raise BadInput("too-deep", source=name, limit=MAX_DEPTH)
    if "huge text node" in first.msg or "too long" in first.msg:
        raise BadInput("text-too-long", source=name, line=first.lineno or 0, limit=MAX_TEXT // 1_000_000)
    body, findings = _without_forbidden(body)
    lenient = _parser(recover=True)
    try:
        root = etree.fromstring(body.encode("utf-8"), lenient)
    except etree.XMLSyntaxError:
        root = None
    if root is None or any(entry.domain_name != _NAMESPACE_DOMAIN for entry in lenient.error_log):
        line = first.lineno or 0
        raise BadInput("not-xml", source=name, line=line, column=first.position[1], detail=_plain(first.msg))
    seen = dict.fromkeys(
        (("undeclared-prefix", "prefix", _prefix(entry.message)))
        if entry.type_name == _UNDECLARED
        else ("namespace-not-uri", "detail", _plain(entry.message))
        for entry in lenient.error_log
    )
    return root, (*findings, *(Finding(code=code, params={key: value}) for code, key, value in seen))


def _prefix(message: str) -> str:
    """Return the prefix of "Namespace prefix camunda for assignee on userTask is not defined"."""
    found = re.match(r"Namespace prefix (\S+)", message)
    return found.group(1) if found else message


def _without_forbidden(body: str) -> tuple[str, tuple[Finding, ...]]:
    """Return a text with a blank for every character that XML forbids, as long as it was, so that places stay."""
    blank, count = _FORBIDDEN.subn(lambda found: " " * len(found.group(0)), body)
    if not count:
        return body, ()
    first = _FORBIDDEN.search(body)
    line = 1 + body.count("\n", 0, first.start() if first else 0)
    return blank, (Finding(code="invalid-character", params={"count": count, "line": line}),)


def _parser(*, recover: bool) -> etree.XMLParser:
    from lxml import etree

    return etree.XMLParser(recover=recover, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _plain(message: str) -> str:
    """Return a parser's message without the position, which is told apart."""
    return re.sub(r", line \d+, column \d+.*$", "", message)


def _check_limits(root: etree._Element, name: str) -> None:
    if root.xpath(f"count(//*) > {MAX_ELEMENTS}"):
        raise BadInput("too-many-elements", source=name, limit=MAX_ELEMENTS)
    if root.xpath("boolean(" + "/*" * (MAX_DEPTH + 1) + ")"):
        raise BadInput("too-deep", source=name, limit=MAX_DEPTH)
    if root.xpath(f"boolean(//*[count(@*) > {MAX_ATTRIBUTES}])"):
        crowded = next(element for element in root.iter() if len(element.attrib) > MAX_ATTRIBUTES)
        line = crowded.sourceline if isinstance(crowded.sourceline, int) else 0
        raise BadInput("too-many-attributes", source=name, line=line, limit=MAX_ATTRIBUTES)
