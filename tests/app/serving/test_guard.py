"""What the guard lets through, and what it makes of a page."""

from __future__ import annotations

import asyncio
import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit import config

from procmap.app.assets import asset
from procmap.app.serving.guard import Guard, is_known, language_asked_for, page_in, policy

NAMES = st.from_regex(r"[a-z][a-z0-9]{0,8}(\.[a-z][a-z0-9]{0,8}){0,3}", fullmatch=True)


@given(NAMES, st.integers(1, 65535))
def test_a_name_is_known_with_and_without_a_port(name, port):
    assert is_known(name, [name])
    assert is_known(f"{name}:{port}", [name.upper()])
    assert is_known(f"{name}.", [name])
    assert not is_known(f"{name}.evil.example", [name])
    assert not is_known(f"x{name}", [name])
    assert not is_known(f"{name}@evil.example", [name])


@given(NAMES)
def test_a_star_stands_for_every_name_below(name):
    assert is_known(f"www.{name}", [f"*.{name}"])
    assert not is_known(name, [f"*.{name}"])
    assert is_known(name, ["*"])


@given(st.text())
def test_no_host_stops_the_guard(host):
    assert is_known(host, ["localhost"]) in (True, False)


@pytest.mark.parametrize("host", ["[::1]", "[::1]:8501"])
def test_addresses_of_the_next_generation_are_names_too(host):
    assert is_known(host, ["::1"])
    assert not is_known(host, ["::2"])


def test_a_policy_names_the_scripts_of_a_page():
    script = b"window.prerenderReady = false"
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
    assert f"script-src 'self' blob: 'sha256-{digest}';" in policy([script])


def test_a_page_gets_its_language_and_its_looks_and_loses_what_leads_to_closed_doors():
    page = b'<html lang="en"><link rel="service-desc" href="./x" /><title>Streamlit</title></head><p lang="en">'
    start, end = page_in(page, "nn").split(asset("page.css").encode())
    assert start == b'<html lang="nn"><title>procmap</title><style>\n'
    assert end == b'</style></head><p lang="en">'


@given(st.binary(max_size=80), st.text(max_size=80))
def test_some_language_is_found_whatever_is_asked(query, asked):
    assert language_asked_for({"query_string": query}, {b"accept-language": asked}) in ("en", "nb", "nn", "sv")


async def _inner(scope, _, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": scope["path"].encode()})


def answered(client: str, host: str = "localhost") -> int:
    sent = []

    async def send(message):
        sent.append(message)

    async def receive():
        return {"type": "http.request"}

    scope = {
        "type": "http", "path": "/", "query_string": b"", "headers": [(b"host", host.encode())], "client": (client, 1),
    }  # fmt: skip
    asyncio.run(Guard(_inner)(scope, receive, send))
    return sent[0]["status"]


@pytest.mark.parametrize(
    ("client", "status"),
    [
        ("127.0.0.1", 200),
        ("127.9.9.9", 200),
        ("::1", 200),
        ("::ffff:127.0.0.1", 200),
        ("10.0.0.7", 403),
        ("2001:db8::7", 403),
        ("testclient", 200),
    ],
)
def test_where_nobody_named_an_address_only_this_machine_is_let_in(client, status, monkeypatch):
    monkeypatch.setattr(config, "get_option", {"server.maxUploadSize": 20}.get)
    assert answered(client) == status


def test_where_somebody_did_others_are(monkeypatch):
    known = {"server.maxUploadSize": 20, "server.address": "10.0.0.1", "server.allowedHosts": ["procmap.example.no"]}
    monkeypatch.setattr(config, "get_option", known.get)
    assert answered("10.0.0.7", "procmap.example.no") == 200
    assert answered("10.0.0.7", "evil.example") == 400
