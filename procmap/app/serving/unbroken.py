"""What somebody has asked for is carried out before anything else is heard.

Streamlit carries out a click, a key or a change in a callback, and then runs the page. Wherever a script touches
Streamlit, it looks whether something else has been asked for, and if so it breaks off: also in the middle of a
callback, and before the first one. What was asked for first is then done half, or not at all, and nobody is told.
Here Streamlit is kept from looking until all callbacks of an event have come to their end; a page that is being drawn
is broken off as before.

`runner.fastReruns` has to be off for that (`settings`). Else what is asked for next stops a run that has not begun yet,
together with what it was to do, and runs beside one that has begun.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streamlit.runtime.scriptrunner.script_runner import ScriptRunner

LOOKS = "_maybe_handle_execution_control_request"
"""What Streamlit calls wherever it may break a script off. It is not public: a test holds what is used of it."""


def hold() -> None:
    """Let Streamlit break off no callback, in all sessions of this process; a second call changes nothing."""
    from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
    from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

    looks = getattr(ScriptRunner, LOOKS)
    if hasattr(looks, "__wrapped__"):
        return

    @wraps(looks)
    def look(runner: ScriptRunner) -> None:
        context = get_script_run_ctx(suppress_warning=True)
        # A script has started when its callbacks have been called.
        if context is None or context.has_script_started:
            looks(runner)

    setattr(ScriptRunner, LOOKS, look)
