"""Editing an XML file in place: everything that is not edited stays as it was, character by character.

A parser gives the tree; this module finds where each element of it stands in the text, collects edits, and applies
them all at once. The text must be well-formed (a parser has read it) and have no DOCTYPE.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from lxml import etree

_TOKEN = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(?P<close>/?)(?P<name>[^\s/>]+)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL,
)
Markup = Callable[[str], str]
"""Gives mark-up to insert; it is told the white space that will stand before it, empty where the file has none."""

_ATTRIBUTE = re.compile(r"(?P<space>\s+)(?P<name>[^\s=/>]+)\s*=\s*(?P<value>\"[^\"]*\"|'[^']*')")


@dataclass
class Span:
    """Where an element stands: its start tag is [start, inner), its content [inner, outer), all of it [start, end)."""

    start: int
    inner: int
    outer: int
    end: int

    @property
    def closes_itself(self) -> bool:
        """Tell whether the element is one tag `<a/>`."""
        return self.inner == self.end


@dataclass
class _Edits:
    """What is to be done to one element."""

    tag: str | None = None
    attributes: dict[str, str | None] = field(default_factory=dict)
    text: str | None = None
    last: list[Markup] = field(default_factory=list)
    before: list[Markup] = field(default_factory=list)
    after: list[Markup] = field(default_factory=list)
    removed: bool = False


class XmlEditor:
    """Collects edits to the elements of a tree, and applies them to the text that the tree was parsed from."""

    def __init__(self, text: str, root: etree._Element) -> None:
        from lxml import etree

        self._text = text
        self._root = root
        self._elements: list[etree._Element] = list(root.iter(etree.Element))
        self._spans = dict(zip(self._elements, _spans(text), strict=True))
        self._numbers = {element: number for number, element in enumerate(self._elements)}
        self._edits: dict[etree._Element, _Edits] = {}
        end = re.search(r"\r\n?|\n", text)
        self._line_end = end.group(0) if end else "\n"

    def _edit(self, element: etree._Element) -> _Edits:
        return self._edits.setdefault(element, _Edits())

    def rename(self, element: etree._Element, tag: str) -> None:
        """Give an element another tag, with its prefix as it stands in the file."""
        self._edit(element).tag = tag

    def set_attribute(self, element: etree._Element, name: str, value: str | None) -> None:
        """Give an attribute (with its prefix as in the file) a value; None takes it away."""
        self._edit(element).attributes[name] = value

    def set_text(self, element: etree._Element, text: str) -> None:
        """Replace all that is in an element by a text."""
        self._edit(element).text = text

    def append(self, element: etree._Element, markup: Markup) -> None:
        """Put mark-up at the end of an element's content, on a line of its own."""
        self._edit(element).last.append(markup)

    def insert_before(self, element: etree._Element, markup: Markup) -> None:
        """Put mark-up before an element, on a line of its own."""
        self._edit(element).before.append(markup)

    def insert_after(self, element: etree._Element, markup: Markup) -> None:
        """Put mark-up after an element, on a line of its own."""
        self._edit(element).after.append(markup)

    def remove(self, element: etree._Element) -> None:
        """Take an element away with all that is in it, and the line break before it."""
        self._edit(element).removed = True

    def take(self, element: etree._Element) -> Markup:
        """Take an element away, and return its mark-up with the edits to it, to be inserted elsewhere."""
        self.remove(element)
        return lambda _: self._render(self._spans[element], element.iter(), element)

    def result(self) -> str:
        """Return the text with all edits made."""
        whole = Span(0, 0, len(self._text), len(self._text))
        return self._render(whole, self._elements, None)

    def _render(self, span: Span, elements: Iterable[etree._Element], taken: etree._Element | None) -> str:
        """Return a part of the text with the edits to `elements`; of the one that was taken, only those to itself."""
        pieces: list[str] = []
        position = span.start
        for start, end, replacement in self._patches(elements, taken):
            if start < position:
                continue  # inside an element that was removed or whose content was replaced
            pieces += (self._text[position:start], replacement)
            position = end
        pieces.append(self._text[position : span.end])
        return "".join(pieces)

    def _patches(self, elements: Iterable[etree._Element], taken: etree._Element | None) -> list[tuple[int, int, str]]:
        patches: list[tuple[int, int, int, str]] = []
        for element in elements:
            edits = self._edits.get(element)
            if edits is not None:
                number = self._numbers[element]
                found = self._content(element, edits) if element is taken else self._of(element, edits)
                patches += ((start, end, number, text) for start, end, text in found)
        # At one place: insertions first, in the order of the document, then what is replaced there.
        patches.sort(key=lambda patch: (patch[0], patch[1] > patch[0], patch[2]))
        return [(start, end, text) for start, end, _, text in patches]

    def _of(self, element: etree._Element, edits: _Edits) -> Iterator[tuple[int, int, str]]:
        span = self._spans[element]
        space = self._space_before(span.start)
        at = span.start - len(space)
        if edits.before:
            yield at, at, self._inserted(edits.before, space)
        if edits.removed:
            yield at, span.end, ""
        else:
            yield from self._content(element, edits)
        if edits.after:
            yield span.end, span.end, self._inserted(edits.after, space)

    def _inserted(self, markups: Iterable[Markup], space: str) -> str:
        """Return mark-up, each on a line of its own, with the line ends of the file."""
        text = "".join(f"{space}{markup(space)}" for markup in markups)
        return self._with_line_ends(text)

    def _with_line_ends(self, text: str) -> str:
        return re.sub(r"\r\n?|\n", lambda _: self._line_end, text)

    def _content(self, element: etree._Element, edits: _Edits) -> Iterator[tuple[int, int, str]]:
        """Yield the edits to an element's tags and to what is between them."""
        span = self._spans[element]
        space = self._space_before(span.start)
        text = None if edits.text is None else self._with_line_ends(escape(edits.text, {"\r": "&#13;"}))
        tag = edits.tag or self._tag_at(span)
        filled = text is not None or bool(edits.last)
        if edits.tag or edits.attributes or (filled and span.closes_itself):
            start_tag = self._start_tag(span, edits)
            if filled and span.closes_itself:
                last = self._inserted(edits.last, f"{space}  " if space else "")
                start_tag = f"{re.sub(r'[ ]*/>$', '>', start_tag)}{text or ''}{last}{space if last else ''}</{tag}>"
            yield span.start, span.inner, start_tag
        if span.closes_itself:
            return
        if text is not None:
            yield span.inner, span.outer, text + self._inserted(edits.last, "")
        elif edits.last:
            inner = self._inner_space(element, space)
            tail = self._space_before(span.outer)
            at = span.outer - len(tail)
            closing = "" if tail or not space else space
            yield at, at, self._inserted(edits.last, inner) + closing
        if edits.tag:
            yield span.outer, span.end, f"</{tag}>"

    def _inner_space(self, element: etree._Element, space: str) -> str:
        """Return the white space that stands before the children of an element, or would."""
        for child in element:
            if child in self._spans:
                return self._space_before(self._spans[child].start)
        return f"{space}  " if space else ""

    def _space_before(self, position: int) -> str:
        start = position
        while start > 0 and self._text[start - 1] in " \t\r\n":
            start -= 1
        space = self._text[start:position]
        return space if "\n" in space or "\r" in space else ""

    def _tag_at(self, span: Span) -> str:
        token = _TOKEN.match(self._text, span.start)
        return token.group("name") if token is not None else ""

    def _start_tag(self, span: Span, edits: _Edits) -> str:
        text = self._text[span.start : span.inner]
        tag = self._tag_at(span)
        body, end = (text[:-2], "/>") if text.endswith("/>") else (text[:-1], ">")
        rest = body[1 + len(tag) :]
        wanted = dict(edits.attributes)

        def change(found: re.Match[str]) -> str:
            name = found.group("name")
            if name not in wanted:
                return found.group(0)
            value = wanted.pop(name)
            return "" if value is None else f"{found.group('space')}{name}={_quoted(value)}"

        rest = _ATTRIBUTE.sub(change, rest) if wanted else rest
        bare = rest.rstrip()
        added = "".join(f" {name}={_quoted(value)}" for name, value in wanted.items() if value is not None)
        return f"<{edits.tag or tag}{bare}{added}{rest[len(bare) :]}{end}"


def _quoted(value: str) -> str:
    kept = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
    return f'"{escape(value, kept)}"'


def _spans(text: str) -> list[Span]:
    """Return the spans of the elements of a well-formed XML text, in document order."""
    spans: list[Span] = []
    waiting: list[Span] = []
    for token in _TOKEN.finditer(text):
        if token.group("name") is None:
            continue
        if token.group("close"):
            span = waiting.pop()
            span.outer, span.end = token.start(), token.end()
        else:
            span = Span(token.start(), token.end(), token.end(), token.end())
            spans.append(span)
            if not token.group(0).endswith("/>"):
                waiting.append(span)
    return spans
