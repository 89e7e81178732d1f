"""The preview answers as a host would."""

import gzip
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import brotli
import pytest

from scripts.site.server import SiteServer, read_headers


def test_headers_are_read_by_path() -> None:
    text = "/*\n  A: 1: 2\n  B: 3\n/deep/*\n  C: 4\n"
    assert read_headers(text) == [("/*", [("A", "1: 2"), ("B", "3")]), ("/deep/*", [("C", "4")])]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    """Serve a tiny site under /here/."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "index.html").write_text("front")
    (tmp_path / "404.html").write_text("not here")
    (tmp_path / "deep/x.wasm").write_bytes(b"\0asm")
    (tmp_path / "index.html.br").write_bytes(brotli.compress(b"front"))
    (tmp_path / "index.html.gz").write_bytes(gzip.compress(b"front"))
    (tmp_path / "_headers").write_text("/*\n  X-All: 1\n/deep/*\n  X-Deep: 2\n")
    server = SiteServer(tmp_path, "/here/")
    with server.running():
        yield server


def get(server: SiteServer, path: str, accept: str = "") -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", server.server_port)
    connection.request("GET", path, headers={"Accept-Encoding": accept})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_the_front_page_lies_under_the_path(server: SiteServer) -> None:
    response, body = get(server, "/here/")
    assert (response.status, body) == (200, b"front")
    assert response.headers["X-All"] == "1"
    assert response.headers["X-Deep"] is None


def test_a_deeper_rule_adds_to_the_general_one(server: SiteServer) -> None:
    response, _ = get(server, "/here/deep/x.wasm")
    assert (response.headers["X-All"], response.headers["X-Deep"]) == ("1", "2")
    assert response.headers["Content-Type"] == "application/wasm"


@pytest.mark.parametrize("path", ["/here/nowhere", "/here/deep/", "/index.html", "/hereafter/"])
def test_what_is_not_there_is_told_by_the_sites_page(server: SiteServer, path: str) -> None:
    response, body = get(server, path)
    assert (response.status, body) == (404, b"not here")
    assert response.headers["X-All"] == "1"


def test_the_root_leads_to_the_site(server: SiteServer) -> None:
    response, _ = get(server, "/")
    assert (response.status, response.headers["Location"]) == (302, "/here/")


@pytest.mark.parametrize(
    ("accept", "encoding", "unpack"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("", None, bytes),
    ],
)
def test_a_file_comes_packed_as_the_browser_wishes(
    server: SiteServer, accept: str, encoding: str | None, unpack: Callable[[bytes], bytes]
) -> None:
    response, body = get(server, "/here/", accept)
    assert response.headers["Content-Encoding"] == encoding
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers["Content-Type"] == "text/html"
    assert unpack(body) == b"front"


def test_a_file_without_twins_comes_as_it_is(server: SiteServer) -> None:
    response, body = get(server, "/here/deep/x.wasm", "gzip, br")
    assert (response.headers["Content-Encoding"], response.headers["Vary"]) == (None, None)
    assert body == b"\0asm"


def test_one_answer_knows_nothing_of_the_last(server: SiteServer) -> None:
    connection = HTTPConnection("127.0.0.1", server.server_port)
    for path, encoding in (
        ("/here/", "br"),
        ("/here/nowhere", None),
        ("/here/", "br"),
        ("/", None),
    ):
        connection.request("GET", path, headers={"Accept-Encoding": "br"})
        response = connection.getresponse()
        response.read()
        assert response.headers["Content-Encoding"] == encoding
    connection.close()
