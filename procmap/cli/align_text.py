"""The answer of `align` as text for people."""

from __future__ import annotations

from procmap.answers.align import AlignAnswer
from procmap.reports.text import plain


def align_text(answer: AlignAnswer) -> str:
    """Return an alignment as lines: rows of several organisations, then of one alone, then what is not sure."""
    if not answer.rows:
        return ""
    labels = {(process.id, step.id): step for process in answer.processes for step in process.steps}
    shared = [row for row in answer.rows if len({member.process for member in row.steps}) > 1]
    alone = [row for row in answer.rows if row not in shared]
    lines = [f"{len(shared)} rows of several organisations, {len(alone)} of one alone", ""]
    for row in shared:
        lines.append(f"{plain(row.label) or '(no name)'}  ({round(100 * row.confidence)} % sure)")
        for member in row.steps:
            step = labels[member.process, member.step]
            role = f", {plain(step.role)}" if step.role else ""
            lines.append(f"  {plain(member.process)}: {plain(step.label) or step.type}{role}")
    if alone:
        lines += ["", "No counterpart found:"]
        for row in alone:
            member = row.steps[0]
            label = plain(row.label) or labels[member.process, member.step].type
            lines.append(f"  {plain(member.process)}: {label}")
    if answer.doubts:
        lines += ["", "What is not sure:", *(f"  {plain(doubt.text)}" for doubt in answer.doubts)]
    return "".join(f"{line}\n" for line in lines)
