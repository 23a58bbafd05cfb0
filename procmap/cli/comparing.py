"""The commands `align` and `compare`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from procmap.cli.app import USAGE, app, complain
from procmap.cli.options import Confirm, Force, Format, Lang, Out, Process, Processes, Reference, TextOrJson, VersionsOf
from procmap.cli.speaking import speaker

if TYPE_CHECKING:
    from procmap.answers.align import Aligned


class CompareFormat(StrEnum):
    """How a comparison is written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


@app.command("align")
def align_command(
    files: Processes,
    *,
    process: Process = "",
    confirm: Confirm = "",
    reference: Reference = None,
    output: Format = TextOrJson.TEXT,
    out: Out = "",
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Show which steps of several organisations belong together."""
    from procmap.answers.align import align_answer, align_files
    from procmap.answers.shapes import as_json
    from procmap.cli.align_text import align_text

    say = speaker(lang, for_machines=output is TextOrJson.JSON)
    aligned = align_files(files, process=process, confirm=confirm, references=reference or (), say=say)
    answer = align_answer(aligned, say)
    text = as_json(answer) if output is TextOrJson.JSON else align_text(answer, say)
    return _give(text, aligned, out, force=force)


@app.command("compare")
def compare_command(
    files: Processes,
    *,
    process: Process = "",
    confirm: Confirm = "",
    reference: Reference = None,
    versions_of: VersionsOf = "",
    output: Annotated[
        CompareFormat | None,
        typer.Option(
            "--format", metavar="text|json|html", help="How the answer is written; else as OUT ends, or as text."
        ),
    ] = None,
    out: Out = "",
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Show how several organisations differ in one process."""
    from procmap.answers.align import align_files
    from procmap.answers.compare import compare_aligned, compare_answer
    from procmap.answers.shapes import as_json

    output = output or _by_name(out)
    say = speaker(lang, for_machines=output is CompareFormat.JSON)
    aligned = align_files(
        files, process=process, confirm=confirm, references=reference or (), say=say, versions_of=versions_of
    )
    comparison = compare_aligned(aligned)
    if output is CompareFormat.JSON:
        text = as_json(compare_answer(aligned, comparison, say))
    elif comparison is None:
        text = ""
    else:
        from procmap.reports import matrix_report, matrix_text, page

        report = matrix_report(aligned.parties, comparison, say)
        text = page(report) if output is CompareFormat.HTML else matrix_text(report)
    return _give(text, aligned, out, force=force)


def _by_name(out: str) -> CompareFormat:
    """Return the format that a file's name asks for."""
    suffix = PurePath(out).suffix.lower().removeprefix(".")
    return CompareFormat(suffix) if suffix in (CompareFormat.JSON, CompareFormat.HTML) else CompareFormat.TEXT


def _give(text: str, aligned: Aligned, out: str, *, force: bool) -> int:
    """Write an answer to its file or to standard output, say what could not be used, and return the exit code."""
    from procmap.formats import write_bytes

    if out and text:
        write_bytes(out, text.encode("utf-8", "replace"), force=force)
    else:
        typer.echo(text, nl=False)
    complain(aligned.picked.unread)
    return USAGE if aligned.picked.unread else 0
