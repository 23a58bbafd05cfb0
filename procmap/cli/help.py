"""Help in the language of the reader. The texts stand in English where commands and options are declared."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.models import CommandFunctionType

from procmap.messages import ENGLISH, Translator

_FIRST_COLUMN = 30
_USAGE = _OPTIONS, _COMMAND = "[OPTIONS]", "COMMAND [ARGUMENTS]"
CHOICE = "|"
"""Between the words that can be chosen, in the metavar of an option."""


class SpokenCommand(TyperCommand):
    """A command whose help is in the language of the context's translator."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page of this command."""
        _write(self, ctx, formatter)


class SpokenGroup(TyperGroup):
    """The command that holds the others; its help is in the language of the context's translator."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page with the list of commands."""
        _write(self, ctx, formatter)


class SpokenTyper(typer.Typer):
    """Commands whose help is in the language of the reader."""

    def command(
        self, name: str | None = None, *, cls: type[TyperCommand] | None = SpokenCommand, **settings: Any
    ) -> Callable[[CommandFunctionType], CommandFunctionType]:
        """Return the decorator that makes a function a command."""
        return super().command(name, cls=cls, **settings)


def help_texts(command: Any) -> Iterator[str]:
    """Yield the texts that the help of a command and of those in it is made of, in English."""
    yield from _USAGE
    yield _about(command)
    for param in command.params:
        texts = (getattr(param, "help", None), None if CHOICE in (param.metavar or "") else param.metavar)
        yield from (text for text in texts if text and "--help" not in param.opts)
    for inner in getattr(command, "commands", {}).values():
        yield from help_texts(inner)


def _write(command: Any, ctx: Any, formatter: Any) -> None:
    spoken = ctx.find_root().obj
    say = spoken if isinstance(spoken, Translator) else ENGLISH
    params = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [param for param in params if param.param_type_name == "option"]
    inner = getattr(command, "commands", {})
    usage = [say.help(_OPTIONS), *(_metavar(say, param) for param in arguments)]
    usage += [say.help(_COMMAND)] if inner else []
    formatter.write_usage(ctx.command_path, " ".join(usage), prefix=f"{say.text('help-usage')} ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(say.help(_about(command)))
    sections = (
        ("help-arguments", [(_metavar(say, param), _help(say, param)) for param in arguments]),
        ("help-options", [(_option(say, param), _help(say, param)) for param in options]),
        ("help-commands", [(name, say.help(_about(inner[name]))) for name in inner]),
    )
    for heading, rows in sections:
        if rows:
            with formatter.section(say.text(heading)):
                formatter.write_dl(rows, col_max=_FIRST_COLUMN)


def _about(command: Any) -> str:
    """Return the first paragraph of what a command is for, on one line."""
    return " ".join(inspect.cleandoc(command.help or "").partition("\n\n")[0].split())


def _help(say: Translator, param: Any) -> str:
    if "--help" in param.opts:
        return say.text("help-of-help")
    return say.help(getattr(param, "help", None) or "")


def _option(say: Translator, param: Any) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    return names if param.is_flag else f"{names} {_metavar(say, param)}"


def _metavar(say: Translator, param: Any) -> str:
    """Return what stands for the value of an argument or option: its name, or all that can be chosen."""
    metavar = str(param.metavar or param.name.upper())
    return metavar if CHOICE in metavar else say.help(metavar)
