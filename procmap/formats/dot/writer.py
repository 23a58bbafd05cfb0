"""Writing processes as DOT, and as a picture of it; what neither holds is told."""

from __future__ import annotations

from collections import Counter

from procmap.formats.document import Writing, Written
from procmap.formats.dot.containers import containers_of
from procmap.formats.dot.rendering import svg
from procmap.formats.dot.source import counted, source_of
from procmap.model import Finding

_CODES = (
    "dot-no-attached", "dot-no-details", "dot-no-card", "dot-no-group", "dot-one-lane", "dot-loose-end",
    "dot-no-coordinates",
)  # fmt: skip


def write(writing: Writing) -> Written:
    """Return processes as a DOT file (UTF-8). Coordinates are left out: Graphviz finds its own."""
    source = source_of(writing.processes)
    diagrams = writing.diagrams or (writing.like.diagrams if writing.like is not None else ())
    lost: Counter[str] = Counter()
    for process in writing.processes:
        lost += counted(process, containers_of(process))
    lost["dot-loose-end"] = source.loose_ends
    lost["dot-no-coordinates"] = len(diagrams)
    findings = (Finding(code=code, severity="note", params={"count": lost[code]}) for code in _CODES if lost[code])
    return Written(content=source.text.encode("utf-8"), findings=tuple(findings))


def write_overview(writing: Writing) -> Written:
    """Return a picture (SVG) of processes as Graphviz lays them out.

    Raises BadInput `no-graphviz` where there is no Graphviz, `graphviz-failed` where it gives up.
    """
    written = write(writing)
    return written.replace(content=svg(written.content.decode("utf-8")))
