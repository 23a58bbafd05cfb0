"""What the parts of the page work on: one process of a project, and the step of it that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from procmap.app import place, project
from procmap.app.unsent import Unsent
from procmap.editing import Line
from procmap.messages import Translator
from procmap.model import BadInput, Process
from procmap.workspace.commands import EditProcess
from procmap.workspace.parties import drawn_process
from procmap.workspace.values import ProcessEntry

PROCESS = "process"
STEP = "step"
NEW = "new"
"""What the address says instead of a process while a new one is begun."""
Edit = Callable[[Process], Process]


@dataclass(frozen=True)
class Mapped:
    """A process as it was shown: its record, itself, its steps as a list, and the id of the chosen one or nothing.

    `ahead` holds under STEP the step that was added last, until the page has chosen it. Streamlit can break off a
    callback wherever it uses the state of the session, when the next event is there already: what must not be lost
    once a command is done is noted here, which is no such place.
    """

    opened: project.Opened
    entry: ProcessEntry
    process: Process
    lines: tuple[Line, ...]
    step: str
    ahead: dict[str, str]
    say: Translator

    @property
    def chosen(self) -> Line | None:
        """The step that is chosen."""
        return next((line for line in self.lines if line.id == self.step), None)

    @property
    def owner(self) -> str:
        """The name of the organisation."""
        return self.opened.state.organisation(self.entry.organisation).name

    @property
    def roles(self) -> tuple[str, ...]:
        """Who does anything in the process, in the order of the lanes."""
        return tuple(dict.fromkeys(lane.name for lane in self.process.lanes if lane.name))

    def told(self, line: Line) -> str:
        """Return what a step is called; one without a name is called after its kind."""
        return line.label or self.say.text("map-unnamed", type=self.say.word("element", line.type))

    def choose(self, step: str) -> None:
        """Choose a step of the list; nothing, or what is no step, takes the choice away."""
        self.ahead.clear()
        place.keep(STEP, step if any(line.id == step for line in self.lines) else "")

    def form(self, *about: str) -> Unsent:
        """Return a form on something in the process."""
        return Unsent(self.opened, "map", self.entry.id, *about)

    def edit(self, change: Edit, label: str) -> bool:
        """Change the process as it is now, under the name of a step; return whether it is as it was asked for.

        What is on the page may be older: whoever types fast is ahead of it, and others type too. Where a change does
        not fit any more, that is told.
        """
        opened = project.current()
        if opened is None:
            return False
        try:
            entry = opened.state.process(self.entry.id)
            before = drawn_process(opened.project, entry)
            now = change(before)
        except BadInput as error:
            project.tell(error)
            return False
        return now == before or opened.do(EditProcess(process=entry, before=before, now=now, step=label))


def catch_up(ahead: dict[str, str]) -> None:
    """Choose the step that was added last, if the page has not yet."""
    if STEP in ahead:
        place.keep(STEP, ahead[STEP])
        del ahead[STEP]


def last_node(process: Process) -> str | None:
    """Return the node after which a step is added when none is chosen: the last that nothing follows."""
    followed = {flow.source for flow in process.flows}
    ends = [node.id for node in process.nodes if node.parent is None and node.id not in followed]
    return ends[-1] if ends else None
