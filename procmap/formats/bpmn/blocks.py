"""Putting the lines that people read into the documentation of steps, in a new file and in one that is edited."""

from __future__ import annotations

from procmap.formats.bpmn.readable import lines_by_step, part, with_block
from procmap.formats.measure_texts import Language
from procmap.model import Process


def with_blocks(process: Process, language: Language) -> Process:
    """Return a process whose steps tell in their documentation what is known of them."""
    lines = lines_by_step(process, language)
    nodes = tuple(
        node.replace(documentation=with_block(node.documentation, lines[node.id], language))
        if lines.get(node.id)
        else node
        for node in process.nodes
    )
    return process.replace(nodes=nodes)


def with_blocks_as_in(written: Process, read: Process, edited: Process) -> Process:
    """Return an edited process with blocks where its file has them.

    `written` is the process as it stands in the file, `read` as it was read from there. A step that is as it was read
    stays as it was written; another gets its block anew, and so does a new one, if the file has blocks at all.
    """
    languages = {node.id: block.language for node in written.nodes for block in [part(node.documentation)[1]] if block}
    if not languages:
        return edited
    usual = next(iter(languages.values()))
    raw = {node.id: node for node in written.nodes}
    known = {node.id: node for node in read.nodes}
    was = {language: lines_by_step(read, language) for language in set(languages.values())}
    now = {language: lines_by_step(edited, language) for language in set(languages.values())}
    nodes = []
    for node in edited.nodes:
        before = known.get(node.id)
        language = languages.get(node.id, usual)
        lines = now[language].get(node.id, ())
        if before == node and was[language].get(node.id, ()) == lines:
            nodes.append(raw[node.id])
        elif before is None or node.id in languages:
            nodes.append(node.replace(documentation=with_block(node.documentation, lines, language)))
        else:
            nodes.append(node)
    attached = written.attached if edited.attached == read.attached else edited.attached
    return edited.replace(nodes=tuple(nodes), attached=attached)
