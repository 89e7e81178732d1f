"""The host of the benchmark sends what a good host would send, and counts it."""

import hashlib
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts.bench import server
from scripts.bench.network import LOCAL
from scripts.bench.server import BenchServer

LONG = "word " * 1000


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[BenchServer]:
    """Give a host of a tiny site and a tiny recipe."""
    monkeypatch.setattr(server, "CACHE", tmp_path / "cache")
    site, recipes = tmp_path / "site", tmp_path / "recipes"
    for folder in (site / "quiz", recipes / "usual"):
        folder.mkdir(parents=True)
    home = '<link rel="canonical" href="https://example.org/here/">'
    (site / "index.html").write_text(home, encoding="utf-8")
    (site / "quiz" / "index.html").write_text(LONG, encoding="utf-8")
    (site / "packed.wasm").write_text(LONG, encoding="utf-8")
    (site / "packed.wasm.br").write_bytes(b"twin")
    (site / "_headers").write_text("/quiz/*\n  X-Policy: strict\n", encoding="utf-8")
    (recipes / "usual" / "worker.js").write_text(LONG, encoding="utf-8")
    with BenchServer(recipes, site).running() as running:
        yield running


def get(host: BenchServer, path: str, known: str = "") -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(host.home).netloc, timeout=10)
    connection.request("GET", path, headers={"If-None-Match": known} if known else {})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_a_page_comes_compressed_with_its_type_and_its_headers(host: BenchServer) -> None:
    response, body = get(host, "/here/quiz/")
    assert response.getheader("Content-Encoding") == "br"
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"
    assert response.getheader("X-Policy") == "strict"
    assert len(body) < len(LONG) / 50


def test_the_twin_that_the_site_ships_is_what_is_sent(host: BenchServer) -> None:
    response, body = get(host, "/here/packed.wasm")
    assert (response.getheader("Content-Type"), body) == ("application/wasm", b"twin")


def test_what_the_browser_knows_already_is_not_sent_again(host: BenchServer) -> None:
    tag = get(host, "/here/quiz/")[0].getheader("ETag") or ""
    response, body = get(host, "/here/quiz/", tag)
    assert (response.status, body) == (304, b"")


def test_recipes_lie_beside_the_site_and_may_be_kept(host: BenchServer) -> None:
    response, _ = get(host, "/bench/usual/worker.js")
    assert "immutable" in (response.getheader("Cache-Control") or "")
    assert response.getheader("X-Policy") is None


@pytest.mark.parametrize("path", ["/", "/elsewhere/", "/here/../../secret", "/bench/none.js"])
def test_nothing_else_is_there(host: BenchServer, path: str) -> None:
    assert get(host, path)[0].status == 404


def test_all_that_is_sent_is_counted(host: BenchServer) -> None:
    count = host.over(LOCAL)
    response, body = get(host, "/here/quiz/")
    head = sum(len(f"{name}: {value}\r\n") for name, value in response.getheaders())
    assert (count.requests, count.bodies) == (1, len(body))
    assert count.bytes == len("HTTP/1.1 200 OK\r\n") + head + len("\r\n") + len(body)
    assert count.paths == ["/here/quiz/"]


def test_nothing_is_compressed_twice(host: BenchServer, tmp_path: Path) -> None:
    get(host, "/here/quiz/")
    name = hashlib.sha256(LONG.encode()).hexdigest()
    assert [file.name for file in (tmp_path / "cache").iterdir()] == [name]
