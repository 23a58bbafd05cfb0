"""What stands on paper beside the picture of a process, in one language: legend, foot, and its steps as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from procmap.behaviour import node_order
from procmap.drawing import legend
from procmap.drawing.export import SUBSTITUTE, LegendEntry, Sheet, SheetWords, StepLine, unprintable
from procmap.drawing.svg import written
from procmap.messages import ENGLISH, Translator
from procmap.model import Activity, Diagram, Event, FlowNode, Index, Process, Step

if TYPE_CHECKING:
    from procmap.drawing import Mark

_LONGEST = 200
_MOST_ONWARD = 12
_MOST_LOOKED_AT = 200
"""Nodes that are passed to find what comes after one step: more gateways in a row are no choice that anybody reads."""


def picture_sheet(
    process: Process,
    diagram: Diagram,
    svg: str,
    marks: Sequence[Mark] = (),
    *,
    say: Translator = ENGLISH,
    title: str = "",
    source: str = "",
    draft: str = "",
) -> Sheet:
    """Return the texts of a printed picture.

    `svg` is the drawing of the process as `diagram` places it, with `marks`. `source` is where it comes from, `draft`
    what stands on every page while something is not settled.
    """
    name = next(filter(str.strip, (title, process.name, process.id)), say.text("print-unnamed"))
    signs = legend(process, diagram, marks)
    steps = tuple(_steps(process, say))
    lost = unprintable(written(svg)) + sum(unprintable(step.name) for step in steps)
    return Sheet(
        title=name,
        language=say.language,
        description=say.text("print-description", process=_line(name), steps=len(steps)),
        words=_words(say),
        source=say.text("print-source", source=source) if source else "",
        draft=draft,
        notes=(say.text("characters-replaced", count=lost, shown=SUBSTITUTE),) if lost else (),
        legend=tuple(LegendEntry(sign.picture, sign.word or say.text(f"legend-{sign.code}")) for sign in signs),
        steps=steps,
    )


def _words(say: Translator) -> SheetWords:
    return SheetWords(
        page=say.text("report-page", page="{page}", pages="{pages}"),
        legend=say.text("print-legend"),
        tile=say.text("print-tile", tile="{tile}"),
        part=say.text("print-part", tile="{tile}"),
        overview=say.text("print-overview"),
        glue=say.text("print-glue"),
        goes_on={side: say.text(f"print-goes-on-{side}", tile="{tile}") for side in ("left", "right", "up", "down")},
        steps=say.text("print-steps"),
        columns=(
            say.text("print-column-number"),
            say.text("print-column-step"),
            say.text("print-column-kind"),
            say.text("print-column-role"),
            say.text("print-column-onward"),
        ),
    )


def _steps(process: Process, say: Translator) -> Iterator[StepLine]:
    """Yield the steps in the order of the flow, numbered, each with what comes after it."""
    index = Index(process)
    ordered = [index.nodes[node] for node in node_order(process)]
    steps = [node for node in ordered if isinstance(node, Activity | Event)]
    numbers = {step.id: number for number, step in enumerate(steps, start=1)}
    for step in steps:
        yield StepLine(
            number=numbers[step.id],
            name=_name(step, say),
            kind=_kind(step, say),
            role=_line(index.role(step.id)),
            onward="\n".join(_onward(step, index, numbers, say)),
        )


def _onward(step: FlowNode, index: Index, numbers: dict[str, int], say: Translator) -> Iterator[str]:
    waiting = [(flow, "") for flow in reversed(index.outgoing(step.id))]
    seen: set[str] = set()
    told: set[tuple[str, str]] = set()  # where several organisations go the same way, it is told once
    while waiting and len(seen) < _MOST_LOOKED_AT:
        flow, said = waiting.pop()
        condition = _line(flow.name or said)
        target = index.nodes.get(flow.target)
        if target is None:
            continue
        if target.id in numbers:
            if (target.id, condition) in told:
                continue
            told.add((target.id, condition))
            if len(told) > _MOST_ONWARD:
                yield say.text("print-more")
                return
            code = "print-onward-if" if condition else "print-onward"
            yield say.text(code, condition=condition, number=numbers[target.id], step=_name(target, say))
        elif target.id not in seen:
            seen.add(target.id)
            waiting += [(after, condition) for after in reversed(index.outgoing(target.id))]


def _kind(step: Step, say: Translator) -> str:
    work = say.word("work", step.type)
    return work if work != step.type else say.text(f"legend-{step.type}")


def _name(node: FlowNode, say: Translator) -> str:
    return _line(node.name) or say.text("print-unnamed")


def _line(text: str) -> str:
    """Return a text on one line, as much of it as is read; no string of PDF/A holds more than 32,767 characters."""
    line = " ".join(text.split())
    return f"{line[:_LONGEST]}…" if len(line) > _LONGEST else line
