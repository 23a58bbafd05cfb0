"""The command `harmonise`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from procmap.cli.app import BLOCKING, USAGE, app, complain
from procmap.cli.options import (
    Confirm,
    Force,
    Format,
    Lang,
    LexiconFiles,
    Mirror,
    Process,
    Processes,
    Reference,
    Strict,
    TextOrJson,
    lexicon_files,
    platform,
)
from procmap.cli.speaking import speaker


@app.command("harmonise")
def harmonise_command(
    files: Processes,
    *,
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT.bpmn", help="The common process to write.")],
    process: Process = "",
    confirm: Confirm = "",
    decisions: Annotated[str, typer.Option("--decisions", metavar="FILE", help="What people decided (JSON).")] = "",
    keep: Annotated[
        int | None,
        typer.Option("--keep", metavar="K", min=1, help="Keep what K organisations do; else what more than half do."),
    ] = None,
    union: Annotated[
        str, typer.Option("--union", metavar="UNION.bpmn", help="Also write all processes as one drawing, undecided.")
    ] = "",
    reference: Reference = None,
    lexicon: LexiconFiles = None,
    mirror: Mirror = None,
    output: Format = TextOrJson.TEXT,
    strict: Strict = False,
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Compose one common process, and say where everything went and what is open."""
    from procmap.answers.harmonise import harmonise_answer, harmonise_files, write_common, write_union
    from procmap.answers.shapes import as_json
    from procmap.cli.harmonise_text import harmonise_text

    say = speaker(lang, for_machines=output is TextOrJson.JSON)
    harmonised = harmonise_files(
        files,
        process=process,
        confirm=confirm,
        decisions=decisions,
        references=reference or (),
        lexicon=lexicon_files(lexicon),
        keep=keep,
        say=say,
    )
    if harmonised.result is not None:
        language = speaker(lang).language
        write_common(harmonised.result, out, force=force, language=language, mirror=platform(mirror))
        if union:
            # Not over the common process that was just written, whatever is forced.
            is_other = Path(union).resolve() != Path(out).resolve()
            write_union(harmonised, union, force=force and is_other, language=language)
    answer = harmonise_answer(harmonised, out, say)
    typer.echo(as_json(answer) if output is TextOrJson.JSON else harmonise_text(answer, say), nl=False)
    complain(answer.unread)
    if answer.unread:
        return USAGE
    return BLOCKING if strict and answer.status == "draft" else 0
