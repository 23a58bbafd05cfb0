"""The command `procmap` itself, which the modules of commands add theirs to; exit codes, and complaints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from procmap.cli.help import SpokenGroup, SpokenTyper
from procmap.cli.options import Lang

if TYPE_CHECKING:
    from procmap.answers.shapes import UnreadFile
    from procmap.messages import LanguageCode

BLOCKING = 1
USAGE = 2
STOPPED = 130

app = SpokenTyper(
    name="procmap",
    cls=SpokenGroup,
    help="Align, compare and harmonise how several organisations do one service.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        from procmap.version import VERSION

        typer.echo(f"procmap {VERSION}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _common(
    context: typer.Context,
    *,
    lang: Lang = None,
    version: Annotated[  # noqa: ARG001 - its callback does it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    give_help(context)
    hand_down(lang, context)


def give_help(context: typer.Context) -> None:
    """Show the help of a group that was asked for no command, and stop."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(USAGE)


def hand_down(lang: LanguageCode | None, context: typer.Context) -> None:
    """Let the command that a group was asked for speak a language that was said before it."""
    if lang is not None and context.invoked_subcommand is not None:
        context.default_map = {context.invoked_subcommand: {"lang": lang}}


def complain(unread: Iterable[UnreadFile]) -> None:
    """Say on standard error which files could not be used, and why."""
    for file in unread:
        typer.echo(f"procmap: {file.error.text}", err=True)
