"""The command `harmonise`."""

from __future__ import annotations

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
    decisions: Annotated[
        str, typer.Option("--decisions", metavar="FILE", help="What people decided (XLSX, JSON).")
    ] = "",
    keep: Annotated[
        int | None,
        typer.Option("--keep", metavar="K", min=1, help="Keep what K organisations do; else what more than half do."),
    ] = None,
    questions: Annotated[
        str,
        typer.Option(
            "--questions", metavar="OUT.xlsx|json", help="Write all open questions to a file to answer them in."
        ),
    ] = "",
    override: Annotated[
        str,
        typer.Option("--override", metavar="REASON", help="Call the result ready although something blocks, and why."),
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
    from procmap.answers.harmonise import harmonise_answer, harmonise_files, questions_file, write_common
    from procmap.answers.shapes import as_json
    from procmap.cli.harmonise_text import harmonise_text
    from procmap.formats import write_bytes

    say = speaker(lang, for_machines=output is TextOrJson.JSON)
    harmonised = harmonise_files(
        files,
        process=process,
        confirm=confirm,
        decisions=decisions,
        references=reference or (),
        lexicon=lexicon_files(lexicon),
        keep=keep,
        override=" ".join(override.split()),
        say=say,
    )
    to_answer = questions_file(harmonised, questions, say) if questions else b""
    if harmonised.result is not None:
        language = speaker(lang).language
        write_common(harmonised.result, out, force=force, language=language, mirror=platform(mirror))
    if to_answer:
        write_bytes(questions, to_answer, force=force)
    answer = harmonise_answer(harmonised, out, say)
    typer.echo(as_json(answer) if output is TextOrJson.JSON else harmonise_text(answer, say), nl=False)
    complain(answer.unread)
    if answer.unread:
        return USAGE
    return BLOCKING if strict and answer.status == "draft" else 0
