"""`convert`: from one format to another."""

from __future__ import annotations

from procmap.answers.shapes import Answer, FindingAnswer, names_of, tell
from procmap.formats import read, write, write_bytes


class ConvertAnswer(Answer):
    """What was read and written, and what should be known of it."""

    source: str
    target: str
    processes: int
    warnings: tuple[FindingAnswer, ...] = ()


def convert(source: str, target: str, *, force: bool = False) -> ConvertAnswer:
    """Read the file `source` and write what it holds to `target`, in the format of its name.

    Raises procmap.model.BadInput when the source cannot be used, the target cannot be written in its format, or it is
    there already (unless `force`).
    """
    document = read(source)
    written = write(document.processes, target, like=document)
    write_bytes(target, written.content, force=force)
    names = names_of(document.processes)
    findings = (*document.findings, *written.findings)
    return ConvertAnswer(
        source=source,
        target=target,
        processes=len(document.processes),
        warnings=tuple(tell(finding, names) for finding in findings),
    )
