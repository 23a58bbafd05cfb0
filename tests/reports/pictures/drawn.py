"""What tests of pictures share: parties compared, and what stands in an SVG."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from procmap.alignment import Alignment, Party, align
from procmap.comparison import Comparison, compare
from procmap.model import Bounds, Confirmations
from procmap.reports.pictures import Picture
from tests.alignment.parties import party

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = ("<script>alert(1)</script>", "a\x00b", "x" * 100_000, "]]>&<>\"'", "\u202etxet", "=1+1", "æ" * 300)


def compared(parties: Sequence[Party]) -> Comparison:
    return compare(parties, aligned(parties))


def aligned(parties: Sequence[Party]) -> Alignment:
    return align(list(parties), Confirmations())


def three() -> list[Party]:
    return [
        party("Askvik", "s(start) -> motta -> kontrollere -> vedtak -> e(end)", lanes={"Arkiv": "motta"}),
        party("Bjørnes", "s(start) -> motta -> vedtak -> varsle -> e(end)"),
        party("Dalen", "s(start) -> motta -> kontrollere -> vedtak -> varsle -> e(end)"),
    ]


def drawn(picture: Picture) -> etree._Element:
    return etree.fromstring(picture.svg().encode("utf-8"))


def elements(root: etree._Element, *kinds: str) -> list[str]:
    """Return the ids of the elements that are painted, in their order."""
    return [
        group.get("data-element")
        for group in root.iter(f"{SVG}g")
        if group.get("data-element") and (not kinds or group.get("data-type") in kinds)
    ]


def texts(root: etree._Element) -> list[str]:
    """Return the texts that are written, each with its lines joined."""
    return [" ".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def titles(root: etree._Element) -> list[str]:
    return [title.text or "" for title in root.iter(f"{SVG}title")]


def boxes(picture: Picture) -> dict[str, Bounds]:
    return {shape.element: shape.bounds for shape in picture.diagram.shapes}


def middles(picture: Picture, ids: Iterable[str]) -> set[float]:
    """Return how far right the middles of some shapes are."""
    of = boxes(picture)
    return {round(of[key].x + of[key].width / 2, 3) for key in ids}
