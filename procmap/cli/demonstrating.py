"""The command `demo`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from procmap.cli.app import app
from procmap.cli.options import Force, Lang
from procmap.cli.speaking import speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from procmap.answers.align import Aligned
    from procmap.answers.demo import DemoAnswer
    from procmap.messages import Translator


@app.command("demo")
def demo_command(
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the results.")] = Path(
        "procmap-demo"
    ),
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Show the whole story on the shipped sample: three municipalities' building applications become one."""
    from procmap.answers.demo import demo

    say = speaker(lang)
    typer.echo("".join(f"{line}\n" for line in demo_lines(demo(out, force=force, say=say), say)), nl=False)
    return 0


def demo_lines(answer: DemoAnswer, say: Translator) -> Iterator[str]:
    """Yield the story in a screenful."""
    from procmap.answers.reporting import told_of_reports
    from procmap.cli.harmonise_text import harmonise_text

    yield say.text("demo-title")
    yield ""
    yield f"1  {say.text('demo-read')}"
    for line in _columns(
        (
            process.organisation,
            f"{say.text('count-steps', count=len(process.steps))},",
            f"{say.text('count-gateways', count=len(process.gateways))},",
            say.text("demo-attached", count=len(process.attached)),
        )
        for process in answer.checked.processes
    ):
        yield f"   {line}"
    yield ""
    yield f"2  {say.text('demo-align')}"
    told = (("demo-by-words", answer.by_words), ("demo-confirmed", answer.confirmed))
    for line in _columns((say.text(code), _rows(aligned, say)) for code, aligned in told):
        yield f"   {line}"
    yield ""
    yield f"3  {say.text('demo-compare')}"
    yield f"   {say.text('demo-differences', count=len(answer.harmonised.differences))}"
    yield ""
    yield f"4  {say.text('demo-compose')}"
    for line in harmonise_text(answer.harmonised, say, questions=4).splitlines():
        yield f"   {line}" if line else ""
    yield ""
    yield say.text("demo-results", folder=str(answer.folder))
    for line in _columns((name, say.text(f"demo-{name}")) for name in answer.files):
        yield f"   {line}"
    for line in told_of_reports(answer.files, say):
        yield f"   {line}"


def _rows(aligned: Aligned, say: Translator) -> str:
    rows = () if aligned.alignment is None else aligned.alignment.rows
    shared = sum(len({member.process for member in row.steps}) > 1 for row in rows)
    return say.text("demo-rows", shared=shared, alone=len(rows) - shared)


def _columns(lines: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield lines whose parts stand below each other."""
    table = list(lines)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for line in table:
        yield "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
