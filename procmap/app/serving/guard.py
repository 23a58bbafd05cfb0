"""What stands before Streamlit: which requests come in, and what every answer carries.

A browser must be told by headers that a page runs nothing but what belongs to it, is shown in no frame and gives
nothing away (OWASP Secure Headers Project). Requests under a foreign name are refused, or any page of the net could
reach an app on the same machine by giving its own name this machine's address (DNS rebinding).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from math import inf
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from procmap.app.assets import asset
from procmap.app.serving.settings import LOCAL
from procmap.messages import LanguageCode, language_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
"""What Streamlit would answer to anybody, and no page needs."""
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), usb=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_LANG = re.compile(rb'<html lang="[^"]*"')
_DESCRIBED = re.compile(rb'<link rel="service-desc"[^>]*>')
_TITLE = b"<title>Streamlit</title>"
_LARGEST = 1_000_000
"""Bytes that Streamlit's page may have; it has about 20,000."""


class Guard:
    """ASGI middleware around the whole app: hosts, closed paths, headers, and the language of the page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refused = _refused(scope, headers)
        if refused:
            await _refuse(refused, scope, receive, send)
        elif scope["type"] == "websocket":
            await self._app(scope, receive, send)
        else:
            if "text/html" in headers.get(b"accept", ""):
                # A page is changed on its way, so it must not be compressed.
                scope = {**scope, "headers": [each for each in scope["headers"] if each[0] != b"accept-encoding"]}
            await self._app(scope, receive, _Answer(scope, headers, send))


class _Answer:
    """Sends an answer on with its headers; that of a page is held back until it is whole, and changed."""

    def __init__(self, scope: Scope, headers: Mapping[bytes, str], send: Send) -> None:
        self._scope, self._asked, self._send = scope, headers, send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        """Take a part of an answer."""
        if message["type"] == "http.response.start":
            kept = [(name, value) for name, value in message["headers"] if name.lower() not in _OURS]
            message = {**message, "headers": [*kept, *_encoded(HEADERS.items())]}
            if _is_page(message):
                self._start = message
            else:
                message["headers"] += _encoded([("Content-Security-Policy", policy(()))])
                await self._send(message)
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if len(self._body) > _LARGEST:
                raise ValueError("the page is larger than any page of Streamlit")
            if not message.get("more_body", False):
                await self._send_page(self._start)

    async def _send_page(self, start: Message) -> None:
        page = page_in(self._body, language_asked_for(self._scope, self._asked))
        kept = [(name, value) for name, value in start["headers"] if name.lower() not in _OF_THE_FILE]
        own = [("Content-Security-Policy", policy(_INLINE.findall(page))), ("Cache-Control", "no-store")]
        if page:
            own.append(("Content-Length", str(len(page))))
        await self._send({**start, "headers": [*kept, *_encoded(own)]})
        await self._send({"type": "http.response.body", "body": page})


_OF_THE_FILE = (b"content-length", b"etag", b"last-modified", b"accept-ranges", b"cache-control")
_OURS = {name.lower().encode() for name in HEADERS} | {b"content-security-policy"}


def policy(inline: Iterable[bytes]) -> str:
    """Return the content security policy of a page with these inline scripts.

    Streamlit hands the scripts of its components to the browser as blobs, and styles everything inline.
    """
    hashes = "".join(f" 'sha256-{base64.b64encode(hashlib.sha256(each).digest()).decode()}'" for each in inline)
    return (
        f"default-src 'none'; script-src 'self' blob:{hashes}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; media-src 'self' blob:; "
        "worker-src 'self' blob:; manifest-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    )


def page_in(page: bytes, language: LanguageCode) -> bytes:
    """Return Streamlit's page in the language that it is read in, with our name and our looks from the first moment.

    Its link to a closed path is taken out.
    """
    spoken = _LANG.sub(b'<html lang="' + language.encode() + b'"', page, count=1)
    named = spoken.replace(_TITLE, b"<title>procmap</title>", 1)
    return _DESCRIBED.sub(b"", named).replace(b"</head>", f"<style>\n{asset('page.css')}</style></head>".encode(), 1)


def language_asked_for(scope: Scope, headers: Mapping[bytes, str]) -> LanguageCode:
    """Return the language of the address (`?lang=nn`), else the first of the browser's that there is, else English."""
    query = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=100).get("lang", [])
    wanted = [part.partition(";")[0] for part in headers.get(b"accept-language", "").split(",")]
    return next(filter(None, map(language_of, [*query, *wanted])), "en")


def is_known(host: str, allowed: Iterable[str]) -> bool:
    """Return whether a request under the name `host` (with or without a port) is for one of `allowed`.

    `*.example.no` allows every name below that one, `*` allows all.
    """
    try:
        parts = urlsplit(f"//{host}")
        name = (parts.hostname or "").rstrip(".")
        _ = parts.port
    except ValueError:
        return False
    if not name or parts.username is not None or parts.path or parts.query or parts.fragment:
        return False
    for each in (known.strip().lower().rstrip(".") for known in allowed):
        if each in ("*", name) or (each.startswith("*.") and name.endswith(each[1:])):
            return True
    return False


def _refused(scope: Scope, headers: Mapping[bytes, str]) -> tuple[int, str] | None:
    """Return why a request does not come in, None for one that does."""
    from streamlit import config

    if not is_known(headers.get(b"host", ""), config.get_option("server.allowedHosts") or LOCAL):
        return 400, "This name is not one that the app is used under (--allowed-host)."
    client = scope.get("client")
    if config.get_option("server.address") is None and client is not None and not _is_near(client[0]):
        return 403, "The app is for this machine alone, until --host says otherwise."
    if scope["path"].rstrip("/").startswith(CLOSED):
        return 404, "There is nothing here."
    if b"transfer-encoding" in headers:
        return 411, "Say how long it is."
    largest = int(config.get_option("server.maxUploadSize"))
    if _length(headers) > largest * _MEGABYTE + _AROUND:
        return 413, f"A file may have {largest} MB."
    return None


def _length(headers: Mapping[bytes, str]) -> float:
    given = headers.get(b"content-length", "0")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 20 else inf


_MEGABYTE = 1_048_576
_AROUND = 10_000
"""Bytes that a form has around its file."""


def _is_near(address: str) -> bool:
    from ipaddress import ip_address

    try:
        found = ip_address(address)
    except ValueError:
        return True  # a socket of the same machine, which has no address
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback


async def _refuse(why: tuple[int, str], scope: Scope, receive: Receive, send: Send) -> None:
    status, text = why
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    body = f"{text}\n".encode()
    own = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))]
    headers = _encoded([*HEADERS.items(), ("Content-Security-Policy", policy(())), *own])
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _is_page(start: Message) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in start["headers"])


def _encoded(headers: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode("latin-1")) for name, value in headers]
