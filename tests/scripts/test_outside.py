"""The check of addresses outside tells what is gone, what has moved and what is well."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from scripts import outside
from scripts.guide.reader import Link, Place
from scripts.site.server import Server

ANSWERS = {"/well": 200, "/gone": 404, "/robots": 403, "/moved": 302, "/slash": 302}
LEADS_TO = {"/moved": "/well", "/slash": "/slash/", "/slash/": ""}


class _Elsewhere(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(ANSWERS.get(self.path, 200))
        if LEADS_TO.get(self.path):
            self.send_header("Location", LEADS_TO[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    server = Server(("127.0.0.1", 0), _Elsewhere)
    with server.serving():
        yield f"http://127.0.0.1:{server.server_port}"


@pytest.mark.parametrize("path", ["/well", "/robots", "/slash"])
def test_what_a_reader_can_open_is_well(elsewhere: str, path: str) -> None:
    assert outside.trouble(elsewhere + path) is None


def test_what_is_gone_or_moved_or_silent_is_reported_with_its_place(elsewhere: str) -> None:
    place = Place("docs/timing.md", 7)
    addresses = [f"{elsewhere}/gone", f"{elsewhere}/moved", "http://127.0.0.1:1/"]
    found = {one: [Link(place, "timing", one, "")] for one in addresses}
    gone, moved, silent = outside.report(found)
    assert gone.startswith(f"docs/timing.md:7: {elsewhere}/gone answers 404")
    assert moved.endswith(f"has moved to {elsewhere}/well")
    assert "does not answer" in silent


def test_the_guide_links_to_its_sources() -> None:
    assert len(outside.outside()) > 50
