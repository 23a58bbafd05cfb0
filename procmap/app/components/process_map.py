"""The process map: a picture of a process to walk in, choose from, zoom and move."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from html import unescape
from typing import Literal

from procmap.app.components.mounting import count_event, heard, received, renderer
from procmap.model import Association, DataAssociation, Event, MessageFlow, Process, SequenceFlow
from procmap.reports.pictures.dark_page import in_the_dark

HEIGHT = 560
"""The height of the frame of a map, in pixels of CSS."""
_READ = re.compile(r' data-(?:element|area-of)="([^"]*)"')


@dataclass(frozen=True)
class Connection:
    """A line of a picture, or an event on a border: its id, and the ids of what it connects."""

    id: str
    kind: Literal["flow", "other"]
    source: str
    target: str


@dataclass(frozen=True)
class MapWords:
    """What a map says, in the language of its reader.

    `{name}` in `chosen…` stands for the words of an element, `{size}` in `percent` for a number.
    """

    name: str
    tools: str
    keys: str
    zoom_in: str
    zoom_out: str
    zoom_whole: str
    zoom_chosen: str
    chosen: str
    chosen_faded: str
    none_chosen: str
    unreadable: str
    percent: str


def connections_of(process: Process) -> tuple[Connection, ...]:
    """Return the lines of a process that arrow keys follow (`flow`) or that join what is near (`other`)."""
    return tuple(_connections(process))


def _connections(process: Process) -> Iterator[Connection]:
    for element in process.elements():
        if isinstance(element, SequenceFlow):
            yield Connection(element.id, "flow", element.source, element.target)
        elif isinstance(element, MessageFlow | Association):
            yield Connection(element.id, "other", element.source, element.target)
        elif isinstance(element, DataAssociation):
            if element.type == "output":
                yield Connection(element.id, "other", element.node, element.target)
            else:
                yield from (Connection(element.id, "other", item, element.node) for item in element.sources)
        elif isinstance(element, Event) and element.attached_to:
            yield Connection("", "other", element.attached_to, element.id)


def process_map(
    svg: str,
    *,
    key: str,
    words: MapWords,
    connections: Sequence[Connection] = (),
    selected: str = "",
    faded: bool = True,
    height: int | str = HEIGHT,
    on_choose: Callable[[str], None] | None = None,
) -> None:
    """Show a picture that `procmap.drawing.draw` has made in its light theme; it is recoloured in a dark app.

    `key` names the map on its page. `connections` are those of the process that is drawn. The element `selected` (an
    id; empty: none) is outlined; with `faded`, what is not next to it fades. Where the picture changes, the focus,
    the zoom and what is looked at stay; another element that is chosen is brought into view. `height` is a number of
    pixels, or a length of CSS.

    `on_choose` is called before the script runs again, with the id of an element of the picture that somebody has
    clicked or pressed Enter on, or with an empty text when they have left their choice. It has to keep it: the map
    shows as chosen what the next run gives as `selected`.
    """

    def choose() -> None:
        count_event(key)
        element = received(key, "chosen").get("element")
        if on_choose is not None and isinstance(element, str) and (not element or element in _elements_of(svg)):
            on_choose(element)

    renderer("process_map")(
        key=key,
        data={
            "svg": svg,
            "connections": [[each.id, each.kind, each.source, each.target] for each in connections],
            "selected": selected,
            "faded": faded,
            "height": height,
            "dark": dict(in_the_dark()),
            "words": {name.replace("_", "-"): text for name, text in asdict(words).items()},
            "heard": heard(key),
        },
        on_chosen_change=choose,
    )


def _elements_of(svg: str) -> set[str]:
    return {unescape(each) for each in _READ.findall(svg)}
