"""A picture of several organisations: a process that stands for them, its coordinates, and what is to be seen in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from procmap.drawing import Figure, Mark, Share, draw
from procmap.drawing.export import LegendEntry
from procmap.drawing.extent import Extent
from procmap.drawing.figures import Figures
from procmap.drawing.theme import ThemeName
from procmap.model import Bounds, Diagram, Event, Process
from procmap.reports.pictures import legend

_LETTERS = 16.0


@dataclass(frozen=True)
class Bare:
    """A picture as SVG without the heading and legend that it has within it, and that legend by its entries."""

    svg: str
    legend: tuple[LegendEntry, ...]


@dataclass(frozen=True)
class Picture:
    """What `procmap.drawing.draw` paints.

    The name of `process` is the heading, `about` tells what is to be seen, `theme` is what the figures were made for,
    `rows` the number of the row in the matrix that each step stands for. `heading` are those of the figures that are
    its heading and legend, `entries` what the legend tells.
    """

    process: Process
    diagram: Diagram
    about: str = ""
    marks: tuple[Mark, ...] = ()
    shares: tuple[Share, ...] = ()
    figures: tuple[Figure, ...] = ()
    theme: ThemeName = "light"
    rows: Mapping[str, int] = field(default_factory=dict)
    heading: tuple[Figure, ...] = ()
    entries: tuple[legend.Entry, ...] = ()

    def svg(self, *, language: str = "und") -> str:
        """Return the picture as SVG; `language` is the tag of what is written in it."""
        return draw(
            self.process,
            self.diagram,
            self.marks,
            shares=self.shares,
            figures=self.figures,
            rows=self.rows,
            about=self.about,
            language=language,
            theme=self.theme,
        )

    def with_figures(self, figures: Iterable[Figure]) -> Picture:
        """Return the picture with more figures."""
        return replace(self, figures=(*self.figures, *figures))

    def headed(
        self,
        title: str,
        box: Bounds,
        entries: Sequence[Sequence[legend.Entry]],
        made: Figures,
        *,
        walked: bool = False,
    ) -> Picture:
        """Return the picture with a heading and a legend above `box`, as `legend.heading` makes them."""
        heading = tuple(legend.heading(title, box, entries, made, walked=walked))
        told = tuple(entry for group in entries for entry in group)
        return replace(self.with_figures(heading), heading=heading, entries=told)

    def bare(self, *, language: str = "und") -> Bare:
        """Return the picture without its heading, for where sheets of paper would cut it."""
        figures = tuple(figure for figure in self.figures if figure not in self.heading)
        made = Figures(self.theme)
        return Bare(
            svg=replace(self, figures=figures).svg(language=language),
            legend=tuple(legend.printed(entry, made) for entry in self.entries),
        )


def heads(process: Process) -> Mapping[str, float]:
    """Return how much room the letters of organisations take above events, by id: in other nodes they stand inside."""
    return {node.id: _LETTERS for node in process.nodes if isinstance(node, Event)}


def labels_of(diagram: Diagram) -> list[Bounds]:
    """Return the places of the names that stand beside their shapes and edges."""
    labels = [*(shape.label for shape in diagram.shapes), *(edge.label for edge in diagram.edges)]
    return [label for label in labels if label is not None]


def reach(diagram: Diagram, figures: Sequence[Figure] = ()) -> Bounds:
    """Return the rectangle around what is drawn."""
    extent = Extent()
    for shape in diagram.shapes:
        extent.add(shape.bounds)
        extent.add(shape.label)
    for edge in diagram.edges:
        extent.add(edge.label)
        for point in edge.waypoints:
            extent.add(Bounds(x=point.x, y=point.y, width=0, height=0))
    for figure in figures:
        extent.add(figure.box)
    return extent.box(0)
