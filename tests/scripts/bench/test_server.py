"""The host of the benchmark sends what a host of the site would send, and counts it."""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from scripts.bench.network import LOCAL
from scripts.bench.server import BenchServer

LONG = "word " * 1000


@pytest.fixture
def host(tmp_path: Path) -> Iterator[BenchServer]:
    """Give a host of a tiny site and a tiny recipe."""
    site, recipes = tmp_path / "site", tmp_path / "recipes"
    for folder in (site / "quiz", recipes / "usual"):
        folder.mkdir(parents=True)
    (site / "index.html").write_text('<link rel="canonical" href="https://example.org/here/">')
    (site / "quiz" / "index.html").write_text(LONG)
    (site / "_headers").write_text("/quiz/*\n  X-Policy: strict\n")
    (recipes / "usual" / "worker.js").write_text(LONG)
    server = BenchServer(recipes, site)
    with server.running():
        yield server


def get(host: BenchServer, *paths: str) -> tuple[HTTPResponse, bytes]:
    """Ask for one thing after the other; return the last answer."""
    connection = HTTPConnection("127.0.0.1", host.server_port, timeout=10)
    for path in paths:
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read()
    connection.close()
    return response, body


def test_recipes_lie_beside_the_site_and_may_be_kept(host: BenchServer) -> None:
    response, body = get(host, "/here/quiz/", "/bench/usual/worker.js")
    assert body == LONG.encode()
    assert "immutable" in (response.getheader("Cache-Control") or "")
    assert response.getheader("X-Policy") is None


@pytest.mark.parametrize("path", ["/elsewhere/", "/here/../../secret", "/bench/none.js"])
def test_nothing_else_is_there(host: BenchServer, path: str) -> None:
    assert get(host, path)[0].status == 404


def test_all_that_is_sent_is_counted(host: BenchServer) -> None:
    count = host.over(LOCAL)
    response, body = get(host, "/bench/usual/worker.js", "/here/quiz/")
    head = sum(len(f"{name}: {value}\r\n") for name, value in response.getheaders())
    assert response.getheader("X-Policy") == "strict"
    assert (count.requests, count.bodies) == (2, 2 * len(body))
    count = host.over(LOCAL)
    get(host, "/here/quiz/")
    assert count.bytes == len("HTTP/1.1 200 OK\r\n") + head + len("\r\n") + len(body)
