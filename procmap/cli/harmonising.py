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
    InProject,
    Lang,
    LexiconFiles,
    Mirror,
    Process,
    ProcessesOrProject,
    Reference,
    Strict,
    TextOrJson,
    lexicon_files,
    platform,
)
from procmap.cli.projects import project_instead_of
from procmap.cli.speaking import speaker


@app.command("harmonise")
def harmonise_command(
    files: ProcessesOrProject = None,
    *,
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT.bpmn", help="The common process to write.")],
    project: InProject = "",
    process: Process = "",
    confirm: Confirm = "",
    decisions: Annotated[
        str, typer.Option("--decisions", metavar="FILE", help="What people decided (XLSX, JSON).")
    ] = "",
    keep: Annotated[
        int | None,
        typer.Option("--keep", metavar="K", min=1, help="Keep what K organisations do; else what more than half do."),
    ] = None,
    union: Annotated[
        str, typer.Option("--union", metavar="UNION.bpmn", help="Also write all processes as one drawing, undecided.")
    ] = "",
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
    report: Annotated[
        list[str] | None,
        typer.Option(
            "--report",
            metavar="OUT",
            help="A file for the report (.docx, .html, .pdf, .xlsx); can be given several times.",
        ),
    ] = None,
    date: Annotated[str, typer.Option("--date", metavar="DATE", help="A date for the report; else it has none.")] = "",
    output: Format = TextOrJson.TEXT,
    strict: Strict = False,
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Compose one common process, and say where everything went and what is open."""
    from procmap.answers.harmonise import (
        harmonise_answer,
        harmonise_files,
        questions_file,
        write_common,
        write_union,
    )
    from procmap.answers.reporting import check_reports, make_reports, told_of_reports
    from procmap.answers.shapes import as_json
    from procmap.cli.harmonise_text import harmonise_text
    from procmap.formats import write_bytes

    say = speaker(lang, for_machines=output is TextOrJson.JSON)
    reports = report or []
    check_reports(reports, beside=out, force=force)
    words, reason = lexicon_files(lexicon), " ".join(override.split())
    opened = project_instead_of(files, project, confirm=confirm, decisions=decisions, reference=reference)
    if opened is None:
        harmonised = harmonise_files(
            files or [],
            process=process,
            confirm=confirm,
            decisions=decisions,
            references=reference or (),
            lexicon=words,
            keep=keep,
            override=reason,
            say=say,
        )
    else:
        from procmap.workspace.answering import derived_of

        harmonised = derived_of(opened, process, lexicon=words, keep=keep, override=reason).harmonised
    to_answer = questions_file(harmonised, questions, say) if questions else b""
    if harmonised.result is not None:
        language = speaker(lang).language
        made = make_reports(harmonised, reports, speaker(lang), date=date)  # a report that fails leaves no file behind
        write_common(harmonised.result, out, force=force, language=language, mirror=platform(mirror))
        for report_name, content in made:
            write_bytes(report_name, content, force=force)
        if union:
            # Not over the common process that was just written, whatever is forced.
            is_other = Path(union).resolve() != Path(out).resolve()
            write_union(harmonised, union, force=force and is_other, language=language)
    if to_answer:
        write_bytes(questions, to_answer, force=force)
    answer = harmonise_answer(harmonised, out, say)
    typer.echo(as_json(answer) if output is TextOrJson.JSON else harmonise_text(answer, say), nl=False)
    if output is TextOrJson.TEXT and harmonised.result is not None:
        typer.echo("".join(f"{say.text('report-written', target=target)}\n" for target in reports), nl=False)
    for line in told_of_reports(reports, say) if harmonised.result is not None else ():
        typer.echo(line, err=True)
    complain(answer.unread)
    if answer.unread:
        return USAGE
    return BLOCKING if strict and answer.status == "draft" else 0
