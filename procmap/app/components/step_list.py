"""The step list: the steps of a process below each other, to choose one from, also where there are hundreds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from procmap.app.components.mounting import count_event, heard, received, renderer

HEIGHT = 400
"""The height of the frame of a list, in pixels of CSS."""


@dataclass(frozen=True)
class StepLine:
    """A step: its id, its number in the list, and texts: what is done, by whom, of what kind, when, and what is next.

    All but the label may be empty. `depth` is how many sub-processes it lies in.
    """

    id: str
    number: int
    label: str
    role: str = ""
    kind: str = ""
    when: str = ""
    next: str = ""
    depth: int = 0


@dataclass(frozen=True)
class ListWords:
    """What a list says, in the language of its reader: its name, and its keys."""

    name: str
    keys: str


def step_list(
    lines: Sequence[StepLine],
    *,
    key: str,
    words: ListWords,
    selected: str = "",
    height: int = HEIGHT,
    on_choose: Callable[[str], None] | None = None,
) -> None:
    """Show steps; the one whose id is `selected` (empty: none) is marked and kept in view.

    `key` names the list on its page. `on_choose` is called before the script runs again, with the id of a step that
    somebody has clicked or pressed Enter on, or with an empty text when they have left their choice. It has to keep it.
    """

    def choose() -> None:
        count_event(key)
        step = received(key, "chosen").get("step")
        if on_choose is not None and (step == "" or any(line.id == step for line in lines)):
            on_choose(str(step))

    renderer("step_list")(
        key=key,
        data={
            "lines": [asdict(line) for line in lines],
            "selected": selected,
            "height": height,
            "words": asdict(words),
            "heard": heard(key),
        },
        on_chosen_change=choose,
    )
