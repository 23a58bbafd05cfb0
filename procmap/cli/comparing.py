"""The commands `align` and `compare`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from procmap.cli.app import USAGE, app, complain
from procmap.cli.options import (
    Confirm,
    Force,
    InProject,
    Lang,
    LexiconFiles,
    Out,
    Process,
    ProcessesOrProject,
    Reference,
    VersionsOf,
    lexicon_files,
)
from procmap.cli.projects import project_instead_of
from procmap.cli.speaking import speaker

if TYPE_CHECKING:
    from procmap.answers.align import Aligned


class AlignFormat(StrEnum):
    """How an alignment is written."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"


class CompareFormat(StrEnum):
    """How a comparison is written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"
    SVG = "svg"


_BY_NAME = "How the answer is written; else as OUT ends, or as text."


@app.command("align")
def align_command(
    files: ProcessesOrProject = None,
    *,
    project: InProject = "",
    process: Process = "",
    confirm: Confirm = "",
    reference: Reference = None,
    lexicon: LexiconFiles = None,
    output: Annotated[AlignFormat | None, typer.Option("--format", metavar="text|json|xlsx", help=_BY_NAME)] = None,
    out: Out = "",
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Show which steps of several organisations belong together."""
    from procmap.answers.align import align_answer, align_files
    from procmap.answers.shapes import as_json
    from procmap.cli.align_text import align_text

    output = output or AlignFormat(_by_name(out, AlignFormat))
    say = speaker(lang, for_machines=output is AlignFormat.JSON)
    _need_file(output is AlignFormat.XLSX, out)
    words = lexicon_files(lexicon)
    opened = project_instead_of(files, project, confirm=confirm, reference=reference)
    if opened is None:
        aligned = align_files(
            files or [], process=process, confirm=confirm, references=reference or (), lexicon=words, say=say
        )
    else:
        from procmap.workspace.answering import derived_of

        aligned = derived_of(opened, process, lexicon=words).aligned
    content: str | bytes
    if output is AlignFormat.XLSX:
        from procmap.answers.comparison_files import alignment_content

        content = alignment_content(aligned, "xlsx", say)
    else:
        answer = align_answer(aligned, say)
        content = as_json(answer) if output is AlignFormat.JSON else align_text(answer, say)
    return _give(content, aligned, out, force=force)


@app.command("compare")
def compare_command(
    files: ProcessesOrProject = None,
    *,
    project: InProject = "",
    process: Process = "",
    confirm: Confirm = "",
    reference: Reference = None,
    lexicon: LexiconFiles = None,
    versions_of: VersionsOf = "",
    output: Annotated[
        CompareFormat | None,
        typer.Option("--format", metavar="text|json|html|xlsx|svg", help=_BY_NAME),
    ] = None,
    severity: Annotated[
        str, typer.Option("--severity", metavar="FILE", help="How grave each kind of difference is (TSV or CSV).")
    ] = "",
    out: Out = "",
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Show how several organisations differ in one process."""
    from procmap.answers.align import align_files
    from procmap.answers.compare import compare_aligned, compare_answer
    from procmap.answers.people import read_severities
    from procmap.answers.shapes import as_json

    output = output or CompareFormat(_by_name(out, CompareFormat))
    severities = read_severities(severity) if severity else None
    say = speaker(lang, for_machines=output is CompareFormat.JSON)
    _need_file(output is CompareFormat.XLSX, out)
    words = lexicon_files(lexicon)
    opened = project_instead_of(files, project, confirm=confirm, reference=reference, versions_of=versions_of)
    if opened is None:
        aligned = align_files(
            files or [],
            process=process,
            confirm=confirm,
            references=reference or (),
            lexicon=words,
            say=say,
            versions_of=versions_of,
        )
    else:
        from procmap.workspace.answering import derived_of

        aligned = derived_of(opened, process, lexicon=words).aligned
    comparison = compare_aligned(aligned, severities)
    content: str | bytes = ""
    if output is CompareFormat.JSON:
        content = as_json(compare_answer(aligned, comparison, say))
    elif comparison is not None:
        from procmap.answers.comparison_files import comparison_content

        content = comparison_content(aligned, comparison, output.value, say)
        if output is not CompareFormat.XLSX:
            content = content.decode("utf-8")
    return _give(content, aligned, out, force=force)


def _by_name(out: str, formats: type[StrEnum]) -> str:
    """Return the format that a file's name asks for; text where it asks for none of these."""
    suffix = PurePath(out).suffix.lower().removeprefix(".")
    return suffix if suffix in tuple(formats) else "text"


def _need_file(is_binary: bool, out: str) -> None:
    """Refuse to print what is no text. Raises BadInput."""
    if is_binary and not out:
        from procmap.model import BadInput

        raise BadInput("binary-needs-out")


def _give(content: str | bytes, aligned: Aligned, out: str, *, force: bool) -> int:
    """Write an answer to its file or to standard output, say what could not be used, and return the exit code."""
    from procmap.formats import write_bytes

    if out and content:
        write_bytes(out, content if isinstance(content, bytes) else content.encode("utf-8", "replace"), force=force)
    elif isinstance(content, str):
        typer.echo(content, nl=False)
    complain(aligned.picked.unread)
    return USAGE if aligned.picked.unread else 0
