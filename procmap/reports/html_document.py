"""A page of HTML as a whole: one file, no network, and nothing runs in it but what its policy names."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Iterable
from importlib.resources import files

from procmap.comparison import Sign
from procmap.messages import Translator
from procmap.reports.html_text import text
from procmap.reports.marks import SIGN_PATHS


def document(title: str, body: Iterable[str], *, styles: Iterable[str], scripts: Iterable[str], say: Translator) -> str:
    """Return a page; `body` are lines of HTML, `styles` and `scripts` texts that become one style sheet, one script.

    The only script and the only style sheet are named by their hashes: nothing else runs, and nothing is fetched.
    """
    style, script = ("\n" + "".join(texts) for texts in (styles, scripts))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'"
    )
    return "\n".join([
        "<!DOCTYPE html>",
        f'<html lang="{say.language}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{text(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        *body,
        f"<script>{script}</script>",
        "</body>",
        "</html>",
        "",
    ])  # fmt: skip


def resource(name: str) -> str:
    """Return a file that lies beside this module."""
    return files("procmap.reports").joinpath(name).read_text("utf-8")


def _hash(content: str) -> str:
    """Return how a content security policy cites an inline script or style (CSP 3, 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def symbols(signs: Collection[Sign]) -> str:
    """Return the drawings of signs, to be shown by their names anywhere in a page."""
    drawn = "".join(
        f'<symbol id="sign-{which}" viewBox="0 0 16 16"><path d="{SIGN_PATHS[which]}"/></symbol>'
        for which in SIGN_PATHS
        if which in signs
    )
    return f'<svg width="0" height="0" class="symbols" aria-hidden="true">{drawn}</svg>'
