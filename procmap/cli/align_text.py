"""The answer of `align` as text for people."""

from __future__ import annotations

from procmap.answers.align import AlignAnswer
from procmap.messages import ENGLISH, Translator
from procmap.reports.text import plain


def align_text(answer: AlignAnswer, say: Translator = ENGLISH) -> str:
    """Return an alignment as lines: rows of several organisations, then of one alone, then what is not sure."""
    if not answer.rows:
        return ""
    labels = {(process.id, step.id): step for process in answer.processes for step in process.steps}
    shared = [row for row in answer.rows if len({member.process for member in row.steps}) > 1]
    alone = [row for row in answer.rows if row not in shared]
    lines = [say.text("rows-found", shared=len(shared), alone=len(alone)), ""]
    for row in shared:
        sure = say.text("row-how-sure", percent=round(100 * row.confidence))
        lines.append(f"{plain(row.label) or say.text('row-unnamed')}  {sure}")
        for member in row.steps:
            step = labels[member.process, member.step]
            role = f", {plain(step.role)}" if step.role else ""
            lines.append(f"  {plain(member.process)}: {plain(step.label) or say.word('element', step.type)}{role}")
    if alone:
        lines += ["", say.text("heading-alone")]
        for row in alone:
            member = row.steps[0]
            label = plain(row.label) or say.word("element", labels[member.process, member.step].type)
            lines.append(f"  {plain(member.process)}: {label}")
    if answer.doubts:
        lines += ["", f"{say.text('heading-unsure')}:", *(f"  {plain(doubt.text)}" for doubt in answer.doubts)]
    return "".join(f"{line}\n" for line in lines)
