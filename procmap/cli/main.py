"""Where the command starts, and where every error ends as a sentence."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0; 1 for blocking findings with --strict; 2 for bad input or usage.

    `arguments` default to those of the command line. No error ends in a traceback.
    """
    import typer

    from procmap.cli import comparing, demonstrating, drawing, harmonising, reading  # noqa: F401 - they add commands
    from procmap.cli.app import STOPPED, USAGE, app
    from procmap.messages import sentence
    from procmap.model import BadInput

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console that cannot show a character shows a mark for it, rather than ending the command.
            stream.reconfigure(errors="replace")
    try:
        code = app(args=list(sys.argv[1:] if arguments is None else arguments), standalone_mode=False)
    except typer.Exit as stop:
        return stop.exit_code
    except BadInput as error:
        print(f"procmap: {sentence(error.finding)}", file=sys.stderr)
        return USAGE
    except (typer.Abort, KeyboardInterrupt):
        print("procmap: stopped.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # Who reads the output has closed it (procmap … | head): nothing is wrong.
        sys.stderr.close()
        return 0
    except Exception as error:
        message = _usage_error(error)
        if message is None:
            raise
        print(f"procmap: {message} Run procmap --help to see what there is.", file=sys.stderr)
        return USAGE
    return code if isinstance(code, int) else 0


def _usage_error(error: Exception) -> str | None:
    """Return what an error of the command line says, None for any other error.

    typer hands out only some of its errors by name, and where they come from differs by version; what they share is
    the base of `typer.BadParameter` that formats messages.
    """
    import typer

    kinds = tuple(cls for cls in typer.BadParameter.__mro__ if hasattr(cls, "format_message"))
    return str(error.format_message()) if isinstance(error, kinds) and hasattr(error, "format_message") else None
