"""Requests as no browser would send them."""

from __future__ import annotations

import http.client
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: str


def ask(port: int, path: str = "/", method: str = "GET", address: str = "127.0.0.1", **headers: str) -> Answer:
    """Return the answer to a request; underscores in the names of headers stand for hyphens."""
    connection = http.client.HTTPConnection(address, port, timeout=20)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.putrequest(method, path, skip_host="Host" in named, skip_accept_encoding=True)
    for name, value in named.items():
        connection.putheader(name, value)
    connection.endheaders()
    got = connection.getresponse()
    answer = Answer(
        got.status, {name.lower(): value for name, value in got.getheaders()}, got.read().decode("utf-8", "replace")
    )
    connection.close()
    return answer


def open_socket(port: int, **headers: str) -> Answer:
    """Return the answer to a browser's asking for a web socket (RFC 6455, 4.1)."""
    told = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
        **headers,
    }
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.putrequest("GET", "/_stcore/stream", skip_host="Host" in told, skip_accept_encoding=True)
    for name, value in told.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    got = connection.getresponse()
    answer = Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, "")
    connection.close()
    return answer
