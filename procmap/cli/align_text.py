"""The answer of `align` as text for people."""

from __future__ import annotations

from procmap.alignment import Member
from procmap.answers.align import AlignAnswer
from procmap.messages import ENGLISH, Translator
from procmap.reports.text import plain


def align_text(answer: AlignAnswer, say: Translator = ENGLISH) -> str:
    """Return an alignment as lines: rows of several organisations, then of one alone, then what is not sure."""
    if not (answer.rows or answer.states):
        return ""
    labels = {(process.id, step.id): step for process in answer.processes for step in process.steps}
    shared = [row for row in answer.rows if len({member.process for member in row.steps}) > 1]
    parts = {(link.a.process, link.a.step): link.b for link in answer.links if link.relation == "part_of"}
    alone = [row for row in answer.rows if row not in shared]
    lines = [say.text("rows-found", shared=len(shared), alone=len(alone)), ""]
    for row in shared:
        sure = say.text("row-how-sure", percent=round(100 * row.confidence))
        lines.append(f"{plain(row.label) or say.text('row-unnamed')}  {sure}")
        for member in row.steps:
            step = labels[member.process, member.step]
            role = f", {plain(step.role)}" if step.role else ""
            lines.append(f"  {plain(member.process)}: {plain(step.label) or say.word('element', step.type)}{role}")

    def called(member: Member) -> str:
        step = labels[member.process, member.step]
        return plain(step.label) or say.word("element", step.type)

    if parts:
        lines += ["", say.text("heading-part-of")]
        for (party, part), whole in parts.items():
            name = called(Member(process=party, step=part))
            told = say.text("part-of", party=party, part=name, whole=called(whole), other=whole.process)
            lines.append(f"  {plain(told)}")
    lonely = [row.steps[0] for row in alone if (row.steps[0].process, row.steps[0].step) not in parts]
    if lonely:
        lines += ["", say.text("heading-alone")]
        lines += (f"  {plain(member.process)}: {called(member)}" for member in lonely)
    states = [row for row in answer.states if len({member.process for member in row.steps}) > 1]
    if states:
        lines += ["", say.text("heading-states")]
        for row in states:
            parties = ", ".join(dict.fromkeys(plain(member.process) for member in row.steps))
            lines.append(f"  {plain(row.label)}: {parties}")
    if answer.doubts:
        lines += ["", f"{say.text('heading-unsure')}:", *(f"  {plain(doubt.text)}" for doubt in answer.doubts)]
    return "".join(f"{line}\n" for line in lines)
