"""How Streamlit is set up, however it is started.

Streamlit reads its settings from files, the environment and options before it loads `app.py`. What must hold is set
again when `app.py` is loaded, and each time Streamlit reads its files anew: nothing outside can take it back. What
Streamlit needs before that (where to listen) stands in `.streamlit/config.toml` beside `app.py` too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

LOCAL = ("localhost", "127.0.0.1", "::1")
"""What a browser on the same machine calls it."""
UPLOAD_MB = 20
"""The largest file that is taken, in megabytes of 2^20 bytes, as Streamlit counts them."""

RULES: Mapping[str, Any] = {
    # Collecting all garbage after each run of a script stops every other session meanwhile: with 30 sessions a click
    # took 2.6 s, and takes 20 ms without.
    "runner.postScriptGC": False,
    "runner.magicEnabled": False,
    # What is asked for while a page is made waits for it to be broken off, and is heard together with what came before:
    # else it would take the place of what has not been heard yet (`unbroken`).
    "runner.fastReruns": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "viewer",
    "browser.gatherUsageStats": False,
    "server.showEmailPrompt": False,
    "server.fileWatcherType": "none",
    "server.runOnSave": False,
    "server.allowRunOnSave": False,
    "server.enableAgentApi": False,
    "server.enableStaticServing": False,
    "server.scriptHealthCheckEnabled": False,
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.xsrfCookieSameSite": "strict",
}
"""What always holds."""

CHOICES: Mapping[str, Any] = {
    "server.address": "localhost",
    "server.allowedHosts": list(LOCAL),
    "server.maxUploadSize": UPLOAD_MB,
}
"""What holds unless whoever starts the app says otherwise."""

_LIGHT = {
    "primaryColor": "#0b57a4",
    "backgroundColor": "#ffffff",
    "secondaryBackgroundColor": "#f1f3f5",
    "textColor": "#1b1f24",
    "linkColor": "#0b57a4",
    "borderColor": "#7b848e",
    "codeTextColor": "#1b1f24",
    "codeBackgroundColor": "#f1f3f5",
    "grayTextColor": "#525962",
}
_DARK = {
    "primaryColor": "#6cb2f7",
    "backgroundColor": "#16191d",
    "secondaryBackgroundColor": "#20252b",
    "textColor": "#e9ecef",
    "linkColor": "#8cc4ff",
    "borderColor": "#7f8994",
    "codeTextColor": "#e9ecef",
    "codeBackgroundColor": "#20252b",
    "grayTextColor": "#aab2bb",
}
LOOKS: Mapping[str, Any] = {
    # Pages are shown on a wall.
    "theme.baseFontSize": 17,
    "theme.showWidgetBorder": True,
    "theme.linkUnderline": True,
    **{f"theme.light.{name}": colour for name, colour in _LIGHT.items()},
    **{f"theme.dark.{name}": colour for name, colour in _DARK.items()},
}
"""Colours as in `procmap/reports/page.css`: text at least 4.5:1 on its ground, frames of what can be used 3:1."""


_OURS = "procmap"
"""Where Streamlit is told that a setting comes from."""


def hold() -> None:
    """Set what must hold: now, if Streamlit has read its settings, and whenever it reads them."""
    from streamlit import config

    config.on_config_parsed(_set, force_connect=True)
    config.on_config_parsed(_set)


def _set() -> None:
    from streamlit import config

    for name, value in RULES.items():
        config.set_option(name, value, _OURS)
    for name, value in {**CHOICES, **LOOKS}.items():
        # The address is only used before this: who listens everywhere is told apart by its not being set (`guard`).
        if name != "server.address" and not config.is_manually_set(name):
            config.set_option(name, value, _OURS)
