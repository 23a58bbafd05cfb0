"""Which characters a font has: the table `cmap` of OpenType, formats 4 and 12 (ISO/IEC 14496-22, 5.2.1)."""

from __future__ import annotations

import struct


def characters(font: bytes) -> frozenset[int]:
    """Return the code points that an OpenType or TrueType font has a glyph for.

    Raises ValueError when it has no table of Unicode characters.
    """
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    found: set[int] = set()
    for place in range(count):
        platform, _, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * place)
        if platform in (0, 3):
            at = start + offset
            (kind,) = struct.unpack_from(">H", font, at)
            if kind == 4:
                found |= _segments(font, at)
            elif kind == 12:
                found |= _groups(font, at)
    if not found:
        raise ValueError("the font has no table of Unicode characters")
    return frozenset(found)


def _table(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for place in range(count):
        name, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * place)
        if name == tag:
            return int(offset)
    raise ValueError("the font has no table of characters")


def _segments(font: bytes, at: int) -> set[int]:
    """Return the characters of format 4: ranges of the basic plane, with glyphs by a shift or a list."""
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + doubled)
    shifts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * doubled)
    lists = at + 16 + 3 * doubled
    offsets = struct.unpack_from(f">{count}H", font, lists)
    found: set[int] = set()
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, end + 1):
            glyph = code + shifts[place]
            if offsets[place]:
                (listed,) = struct.unpack_from(">H", font, lists + 2 * place + offsets[place] + 2 * (code - start))
                glyph = listed + shifts[place] if listed else 0
            if glyph % 0x10000 and code != 0xFFFF:
                found.add(code)
    return found


def _groups(font: bytes, at: int) -> set[int]:
    """Return the characters of format 12: ranges of all planes."""
    (count,) = struct.unpack_from(">L", font, at + 12)
    found: set[int] = set()
    for place in range(count):
        start, end, glyph = struct.unpack_from(">LLL", font, at + 16 + 12 * place)
        found.update(code for code in range(start, end + 1) if glyph + code - start)
    return found
