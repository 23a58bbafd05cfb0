"""The running server: who gets in, what every answer carries, and how it starts and ends."""

from __future__ import annotations

import pytest

from procmap.app.serving.guard import CLOSED, HEADERS
from tests.app.asking import ask, open_socket
from tests.app.conftest import opened, run_by_streamlit


@pytest.mark.parametrize("path", ["/", "/compare", "/health", "/_stcore/health", "/favicon.png", "/static/none.js"])
def test_every_answer_carries_the_headers(server, path):
    answer = ask(server.port, path, Accept="text/html")
    assert {name: answer.headers[name.lower()] for name in HEADERS} == dict(HEADERS)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "'unsafe-eval'" not in policy
    assert "script-src 'self' blob:" in policy


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_a_page_says_which_scripts_stand_in_it(server, encoding):
    answer = ask(server.port, "/compare", Accept="text/html", Accept_Encoding=encoding)
    assert answer.body.count("<script>") == answer.headers["content-security-policy"].count("'sha256-") > 0


@pytest.mark.parametrize(
    ("path", "asked", "language"),
    [("/", "nn-NO, en", "nn"), ("/?lang=sv", "nb", "sv"), ("/compare?lang=xx", "de, no;q=0.5", "nb"), ("/", "", "en")],
)
def test_a_page_is_in_the_language_of_its_reader(server, path, asked, language):
    page = ask(server.port, path, Accept="text/html", Accept_Language=asked).body
    assert f'<html lang="{language}">' in page
    assert "<title>procmap</title>" in page


def test_it_says_that_it_is_well(server):
    assert (ask(server.port, "/health").status, ask(server.port, "/health").body) == (200, "ok")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8501", "localhost.evil.example", "", "a@localhost"])
def test_a_foreign_host_is_refused(server, host):
    assert ask(server.port, "/", Host=host).status == 400
    assert open_socket(server.port, Host=host).status == 403


def test_a_foreign_origin_is_refused(server):
    assert open_socket(server.port, Origin=server.address).status == 101
    assert open_socket(server.port, Origin="http://evil.example").status == 403


@pytest.mark.parametrize("path", [*CLOSED, "/_stcore/agent/openapi.json", "/_stcore/metrics/"])
def test_what_no_page_needs_is_closed(server, path):
    assert ask(server.port, path).status == 404


def test_what_is_too_large_is_refused(server):
    path = "/_stcore/upload_file/one/two"
    assert ask(server.port, path, "PUT", Content_Length=str(30 * 2**20)).status == 413
    assert ask(server.port, path, "PUT", Content_Length="1" * 5000).status in (400, 413)
    assert ask(server.port, path, "PUT", Transfer_Encoding="chunked").status == 411


def test_an_upload_without_its_token_is_refused(server):
    assert ask(server.port, "/_stcore/upload_file/one/two", "PUT", Content_Length="0").status == 403


def test_it_listens_to_this_machine_alone(server):
    with pytest.raises(OSError, match="refused"):
        ask(server.port, address="127.0.0.2")


def test_it_says_where_it_is_and_ends_in_peace(tmp_path):
    running = opened(tmp_path, "--lang", "en")
    address = running.address
    assert running.stop() == 0
    assert running.said.splitlines() == [
        f"procmap is open at {address}",
        "Stop it with Ctrl+C.",
        "procmap has stopped.",
    ]


def test_streamlit_run_is_the_same_from_any_folder(tmp_path, root):
    running = run_by_streamlit(tmp_path, root / "app.py")
    try:
        answer = ask(running.port, Accept="text/html")
        assert {name: answer.headers[name.lower()] for name in HEADERS} == dict(HEADERS)
        assert ask(running.port, Host="evil.example").status == 400
        with pytest.raises(OSError, match="refused"):
            ask(running.port, address="127.0.0.2")
    finally:
        running.stop()


def test_others_are_let_in_on_purpose(tmp_path):
    running = opened(tmp_path, "--host", "127.0.0.1", "--allowed-host", "procmap.example.no")
    try:
        assert ask(running.port, Host="procmap.example.no").status == 200
        assert ask(running.port, Host="other.example.no").status == 400
    finally:
        running.stop()
