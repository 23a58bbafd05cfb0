"""The command `demo`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from procmap.cli.app import app
from procmap.cli.options import Force

if TYPE_CHECKING:
    from collections.abc import Iterator

    from procmap.answers.align import Aligned
    from procmap.answers.demo import DemoAnswer


@app.command("demo")
def demo_command(
    *,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the results.")] = Path(
        "procmap-demo"
    ),
    force: Force = False,
) -> int:
    """Show the whole story on the shipped sample: three municipalities' building applications become one."""
    from procmap.answers.demo import demo

    typer.echo("".join(f"{line}\n" for line in demo_lines(demo(out, force=force))), nl=False)
    return 0


def demo_lines(answer: DemoAnswer) -> Iterator[str]:
    """Yield the story in a screenful."""
    from procmap.cli.harmonise_text import harmonise_text

    yield "Byggesøknad: one service, three ways of doing it"
    yield ""
    yield "1  Read"
    for process in answer.checked.processes:
        yield (
            f"   {process.organisation:10} {len(process.steps):3} steps, {len(process.gateways):2} gateways, "
            f"{len(process.attached):2} controls, risks, levels, rules and notes"
        )
    yield ""
    yield "2  Line up"
    yield f"   by their words alone:            {_rows(answer.by_words)}"
    yield f"   as the workshop confirmed them:  {_rows(answer.confirmed)}"
    yield ""
    yield "3  Compare"
    found = len(answer.harmonised.differences)
    yield f"   {found} differences, from the words of a step to a control that only one has"
    yield ""
    yield "4  Compose one common process"
    for line in harmonise_text(answer.harmonised, questions=4).splitlines():
        yield f"   {line}" if line else ""
    yield ""
    yield f"The results lie in {answer.folder}:"
    for name, what in answer.files:
        yield f"   {name:18} {what}"


def _rows(aligned: Aligned) -> str:
    rows = () if aligned.alignment is None else aligned.alignment.rows
    shared = sum(len({member.process for member in row.steps}) > 1 for row in rows)
    return f"{shared:2} rows of several, {len(rows) - shared:2} of one alone"
