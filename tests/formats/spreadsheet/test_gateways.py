"""Inferring gateways: sheets of any size and form are read in time, and nested splits have nested joins."""

from __future__ import annotations

import pytest

from procmap.formats import read_source
from procmap.formats.spreadsheet.gateways import Arc, Join, Vertex, infer
from tests.formats.spreadsheet.sheets import only

MANY = 20_000


def arcs(text: str) -> list[Arc]:
    """Return arcs written as `a>b:name`."""
    made = []
    for word in text.split():
        ends, _, name = word.partition(":")
        source, _, target = ends.partition(">")
        made.append(Arc(source, target, name))
    return made


def inferred(text: str):
    ways = arcs(text)
    ids = dict.fromkeys(end for arc in ways for end in (arc.source, arc.target))
    return infer([Vertex(each) for each in ids], ways)


def shape(join: Join | int):
    """Return the types of a join and of those in front of it; ways are 0."""
    return (join.type[:3], sorted(map(repr, map(shape, join.parts)))) if isinstance(join, Join) else 0


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("a>b a>c b>d c>d", "d", ("par", ["0", "0"])),
        ("a>b:x a>c:y b>d c>d", "d", ("exc", ["0", "0"])),
        ("a>b a>c a>d b>m c>m m>t d>t", "t", ("par", ["0", "0"])),
        ("a>b a>c b>d:x b>e:y d>t e>t c>t", "t", ("par", ["('exc', ['0', '0'])", "0"])),
        ("a>b:x a>c:y b>d b>e d>t e>t c>t", "t", ("exc", ["('par', ['0', '0'])", "0"])),
        ("a>b b>c:ok b>a:again", "a", ("exc", ["0"])),
        ("s>a a>b:ok a>a:again", "a", ("exc", ["0", "0"])),
        ("a>c b>c", "c", ("exc", ["0", "0"])),
    ],
)  # fmt: skip
def test_a_join_is_of_the_kind_of_the_split_that_it_closes(text, target, expected):
    joins = inferred(text).joins

    assert (shape(joins[target]) if target in joins else ("exc", ["0"])) == expected


@pytest.mark.parametrize(
    "rows",
    [
        [f"{n};Steg {n};{n + 1}; {MANY - 1}" if n % 2 else f"{n};Steg {n};{n + 1}" for n in range(MANY)],
        [f"{n};Steg {n};{n + 1};{max(n - 1, 0)}" for n in range(MANY)],
        [f"{n};Steg {n};{MANY - 1}" for n in range(MANY)],
    ],
    ids=["all-to-one", "all-back", "star"],
)
def test_a_large_sheet_of_any_form_is_read(rows):
    lines = []
    for row in rows:
        number, name, *following = row.split(";")
        inside = "; ".join(text for text in following if int(text) < MANY)
        lines.append(f'{number};{name};"{inside}"')
    process = only(read_source(("Nr;Steg;Neste\n" + "\n".join(lines)).encode(), "x.csv"))

    assert len(process.steps) >= MANY


def test_parts_in_parts_to_any_depth_are_read():
    lines = [f"{n};Steg {n};{n - 1 if n else ''};-" for n in range(MANY)]
    process = only(read_source(("Nr;Steg;Del av;Neste\n" + "\n".join(lines)).encode(), "x.csv"))

    assert sum(node.type == "subProcess" for node in process.nodes) == MANY - 1
