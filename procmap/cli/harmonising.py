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
    decisions: Annotated[str, typer.Option("--decisions", metavar="FILE", help="What people decided (JSON).")] = "",
    keep: Annotated[
        int | None,
        typer.Option("--keep", metavar="K", min=1, help="Keep what K organisations do; else what more than half do."),
    ] = None,
    reference: Reference = None,
    lexicon: LexiconFiles = None,
    mirror: Mirror = None,
    report: Annotated[
        list[str] | None,
        typer.Option(
            "--report", metavar="OUT", help="A file for the report (.docx, .html, .xlsx); can be given several times."
        ),
    ] = None,
    date: Annotated[str, typer.Option("--date", metavar="DATE", help="A date for the report; else it has none.")] = "",
    output: Format = TextOrJson.TEXT,
    strict: Strict = False,
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Compose one common process, and say where everything went and what is open."""
    from procmap.answers.harmonise import harmonise_answer, harmonise_files, write_common
    from procmap.answers.reporting import check_reports, write_reports
    from procmap.answers.shapes import as_json
    from procmap.cli.harmonise_text import harmonise_text

    say = speaker(lang, for_machines=output is TextOrJson.JSON)
    reports = report or []
    check_reports(reports, beside=out, force=force)
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
        write_reports(harmonised, reports, speaker(lang), date=date, force=force)
    answer = harmonise_answer(harmonised, out, say)
    typer.echo(as_json(answer) if output is TextOrJson.JSON else harmonise_text(answer, say), nl=False)
    if output is TextOrJson.TEXT and harmonised.result is not None:
        typer.echo("".join(f"{say.text('report-written', target=target)}\n" for target in reports), nl=False)
    complain(answer.unread)
    if answer.unread:
        return USAGE
    return BLOCKING if strict and answer.status == "draft" else 0
