"""`convert`: from one format to another."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from procmap.answers.shapes import Answer, FindingAnswer, names_of, tell
from procmap.answers.understood import UnderstoodTable, understood
from procmap.formats import Document, read, write, write_bytes
from procmap.formats.document import Platform
from procmap.formats.sidecar import reattach
from procmap.messages import ENGLISH, LanguageCode, Translator
from procmap.model import BadInput, Finding, Process


class ConvertAnswer(Answer):
    """What was read and written, what should be known of it, and the steps as a table where people wrote them.

    `sidecar`: what was done with the sidecar that was named, if one was.
    """

    source: str
    target: str
    processes: int
    sidecar: Literal["", "written", "put back", "nothing missing"] = ""
    warnings: tuple[FindingAnswer, ...] = ()
    understood: tuple[UnderstoodTable, ...] = ()


def convert(
    source: str,
    target: str,
    *,
    sidecar: str = "",
    mirror: Platform | None = None,
    csv_dialect: Literal["", "rfc4180"] = "",
    force: bool = False,
    language: LanguageCode = "en",
    say: Translator = ENGLISH,
) -> ConvertAnswer:
    """Read the file `source` and write what it holds to `target`, in the format of its name.

    `sidecar` names a model file: where it is there, what it holds and `source` lacks is put back, else it is written.
    `mirror`, `csv_dialect` and `language` (of headings and of lines that people read): see
    `procmap.formats.document.Writing`.

    Raises procmap.model.BadInput when the source or the sidecar cannot be used, the target cannot be written in its
    format, or it is there already (unless `force`).
    """
    document = read(source)
    processes, findings = document.processes, document.findings
    done: Literal["", "written", "put back", "nothing missing"] = "written" if sidecar else ""
    if sidecar and Path(sidecar).exists():
        processes, told = _put_back(document, sidecar)
        findings = (*findings, *told)
        done = "put back" if processes != document.processes else "nothing missing"
    written = write(processes, target, like=document, language=language, csv_dialect=csv_dialect, platform=mirror)
    write_bytes(target, written.content, force=force)
    if done == "written":
        write_bytes(sidecar, write(processes, "sidecar.json", diagrams=document.diagrams).content)
    names = names_of(processes)
    return ConvertAnswer(
        source=source,
        target=target,
        processes=len(processes),
        sidecar=done,
        warnings=tuple(tell(finding, names, say) for finding in (*findings, *written.findings)),
        understood=understood(document, say.language),
    )


def _put_back(document: Document, sidecar: str) -> tuple[tuple[Process, ...], tuple[Finding, ...]]:
    kept = read(sidecar)
    if kept.format != "json":
        raise BadInput("not-a-model", source=sidecar)
    return reattach(document.processes, kept.processes)
