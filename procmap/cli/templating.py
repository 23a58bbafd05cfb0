"""The command `template`."""

from __future__ import annotations

from typing import Annotated

import typer

from procmap.cli.app import app
from procmap.cli.options import Force, Lang
from procmap.cli.speaking import speaker


@app.command("template")
def template_command(
    target: Annotated[str, typer.Argument(metavar="OUT", help="File to write: .xlsx or .csv.")],
    *,
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Write an empty spreadsheet to fill in, with explanations and an example."""
    from procmap.answers.template import template

    say = speaker(lang)
    answer = template(target, say.language, force=force)
    typer.echo(say.text("template-written", target=answer.target))
    return 0
