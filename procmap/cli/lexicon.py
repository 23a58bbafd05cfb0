"""The commands `lexicon check`, `lexicon coverage` and `lexicon export`."""

from __future__ import annotations

from typing import Annotated

import typer

from procmap.cli.app import BLOCKING, USAGE, app, complain, give_help, hand_down
from procmap.cli.help import SpokenGroup, SpokenTyper
from procmap.cli.options import Files, Force, Format, Lang, LexiconFiles, Strict, TextOrJson, lexicon_files
from procmap.cli.speaking import speaker

lexicon = SpokenTyper(
    name="lexicon",
    cls=SpokenGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(lexicon)


@lexicon.callback(invoke_without_command=True)
def _common(context: typer.Context, *, lang: Lang = None) -> None:
    """Look after the words that labels are compared by."""
    give_help(context)
    hand_down(lang, context)


@lexicon.command("check")
def check_command(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Layers of words (TSV, CSV, XLSX).")],
    *,
    output: Format = TextOrJson.TEXT,
    strict: Strict = False,
    lang: Lang = None,
) -> int:
    """Show what is wrong with layers of words."""
    from procmap.answers.lexicon import check_layers
    from procmap.answers.shapes import UnreadFile, as_json
    from procmap.cli.lexicon_text import layers_text

    say = speaker(lang, for_machines=output is TextOrJson.JSON)
    answer = check_layers(files, say)
    typer.echo(as_json(answer) if output is TextOrJson.JSON else layers_text(answer, say), nl=False)
    unread = [file for file in answer.files if isinstance(file, UnreadFile)]
    complain(unread)
    if unread:
        return USAGE
    return BLOCKING if strict and answer.blocking else 0


@lexicon.command("coverage")
def coverage_command(
    files: Files,
    *,
    lexicon: LexiconFiles = None,
    out: Annotated[
        str,
        typer.Option("-o", "--out", metavar="OUT.xlsx", help="Write the unknown words here (TSV, XLSX), to fill in."),
    ] = "",
    force: Force = False,
    output: Format = TextOrJson.TEXT,
    lang: Lang = None,
) -> int:
    """Show how many words of the labels of processes are known, and which are not."""
    from procmap.answers.lexicon import cover, write_candidates
    from procmap.answers.shapes import UnreadFile, as_json
    from procmap.cli.lexicon_text import coverage_text

    say = speaker(lang, for_machines=output is TextOrJson.JSON)
    answer = cover(files, lexicon_files(lexicon), say)
    if out:
        write_candidates(answer, out, force=force, say=speaker(lang))
    typer.echo(as_json(answer) if output is TextOrJson.JSON else coverage_text(answer, say), nl=False)
    unread = [file for file in answer.processes if isinstance(file, UnreadFile)]
    complain(unread)
    return USAGE if unread else 0


@lexicon.command("export")
def export_command(
    *,
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT.xlsx", help="The table to write (TSV, XLSX).")],
    lexicon: LexiconFiles = None,
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Write the lexicon, with the layers over it, as one table."""
    from procmap.answers.lexicon import export_lexicon

    count = export_lexicon(out, lexicon_files(lexicon), force=force)
    typer.echo(speaker(lang).text("lexicon-written", target=out, count=count))
    return 0
