"""Where the command starts, and where every error ends as a sentence."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

_BETWEEN_COLLECTIONS = 200_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0; 1 for blocking findings with --strict; 2 for bad input or usage.

    `arguments` default to those of the command line. No error ends in a traceback.
    """
    import typer

    from procmap.cli.app import STOPPED, USAGE
    from procmap.cli.commands import app
    from procmap.cli.speaking import speaker_before_parsing
    from procmap.cli.usage import usage_sentence

    # A command makes many values that live until its end: looking for cycles among them every 700 takes half its time.
    gc.set_threshold(_BETWEEN_COLLECTIONS, 10, 10)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console that cannot show a character shows a mark for it, rather than ending the command. What goes to a
            # file or another program is UTF-8 on every machine, as JSON must be.
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    given = list(sys.argv[1:] if arguments is None else arguments)
    say = speaker_before_parsing(given)
    try:
        code = app(args=given, prog_name="procmap", standalone_mode=False, obj=say)
    except typer.Exit as stop:
        return stop.exit_code
    except (typer.Abort, KeyboardInterrupt):
        print(f"procmap: {say.text('stopped')}", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # Who reads the output has closed it (procmap … | head): nothing is wrong.
        sys.stderr.close()
        return 0
    except Exception as error:
        from procmap.model import BadInput  # only here, since it takes half of the start-up

        if isinstance(error, BadInput):
            message: str | None = f"procmap: {say.sentence(error.finding)}"
        else:
            message = usage_sentence(error, say)
        if message is None:
            raise
        print(message, file=sys.stderr)
        return USAGE
    return code if isinstance(code, int) else 0
