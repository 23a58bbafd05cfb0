"""What the first element of an XML file is called, found in its first bytes without parsing it."""

from __future__ import annotations

import re

_PROLOG = re.compile(rb"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)[\s/>]")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def first_element(head: bytes) -> str:
    """Return the name of the first element of a file that begins with `head`, without prefix; empty when none is seen.

    Never fails, whatever the bytes are.
    """
    for bom in _BOMS:
        head = head.removeprefix(bom)
    text = head.replace(b"\0", b"")  # UTF-16: every other byte of names in ASCII
    place = 0
    while found := _PROLOG.match(text, place):
        place = found.end()
    root = _ROOT.match(text, place)
    return root.group(1).decode("ascii", errors="replace") if root is not None else ""
