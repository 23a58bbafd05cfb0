"""What is wrong with a command line, as a sentence."""

from __future__ import annotations

import re

from procmap.cli.help import CHOICE
from procmap.messages import Translator


def usage_sentence(error: Exception, say: Translator) -> str | None:
    """Return what an error of the command line says and what to do, None for any other error.

    Without any command it is the help page. typer hands out only some of its errors by name, and where they come from
    differs by version; what they share is the base of `typer.BadParameter` that formats messages, their names, and what
    they know.
    """
    import typer

    kinds = tuple(cls for cls in typer.BadParameter.__mro__ if hasattr(cls, "format_message"))
    if not isinstance(error, kinds):
        return None
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(getattr(error, "message", error)).rstrip("\n")
    return f"procmap: {_what(error, say)} {say.text('usage-see-help')}"


def _what(error: Exception, say: Translator) -> str:
    param, option = getattr(error, "param", None), getattr(error, "option_name", "")
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return say.text("usage-no-option", option=option)
    if kind == "BadOptionUsage":
        return say.text("usage-option-needs-value", option=option)
    if param is not None:
        names = sorted((name for name in param.opts if name.startswith("-")), key=len)
        name = " / ".join(names) or say.help(param.metavar or param.name)
        if kind == "MissingParameter":
            return say.text("usage-missing", name=name)
        if CHOICE in (param.metavar or ""):
            return say.text("usage-bad-value", name=name, known=", ".join(param.metavar.split(CHOICE)))
        least, most = (getattr(param, bound, None) for bound in ("min", "max"))
        if least is not None and most is not None:
            return say.text("usage-out-of-range", name=name, least=least, most=most)
        if least is not None:
            return say.text("usage-bad-number", name=name, least=least)
        return say.text("usage-other", detail=f"{name}: {_message(error)}")
    context = getattr(error, "ctx", None)
    commands = getattr(context.command, "commands", {}) if context is not None else {}
    wanted = re.search("'([^']+)'", _message(error))  # the error keeps the command nowhere but in its words
    if commands and wanted is not None and wanted[1] not in commands:
        return say.text("usage-no-command", command=wanted[1], known=", ".join(commands))
    return say.text("usage-other", detail=_message(error))


def _message(error: Exception) -> str:
    return str(getattr(error, "message", error)).rstrip(".")
