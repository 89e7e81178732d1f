"""Serve the built site as its host would: under its path, with its headers."""

import fnmatch
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from scripts.paths import SITE
from scripts.site.compress import WAYS
from scripts.site.html import root_path

Rules = list[tuple[str, list[tuple[str, str]]]]


def read_headers(text: str) -> Rules:
    """Read a _headers file: a path pattern, then its headers, indented."""
    rules: Rules = []
    for line in text.splitlines():
        if line.lstrip().startswith("#"):
            continue
        if line.startswith((" ", "\t")):
            name, _, value = line.strip().partition(":")
            rules[-1][1].append((name, value.strip()))
        elif line.strip():
            rules.append((line.strip(), []))
    return rules


class Handler(SimpleHTTPRequestHandler):
    """Answers one connection with what lies in a folder."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".whl": "application/zip",
        ".woff2": "font/woff2",
    }

    def setup(self) -> None:
        """Answer from the folder of the server, as it says."""
        super().setup()
        self.host = cast("SiteServer", self.server)
        self.root, self.prefix, self.rules = self.host.root, self.host.prefix, self.host.rules
        self.directory = str(self.root)
        self.twins: dict[str, Path] = {}
        self.encoding: str | None = None

    @property
    def place(self) -> str:
        """The path within the site."""
        return "/" + urlsplit(self.path).path.removeprefix(self.prefix)

    def do_GET(self) -> None:
        """Answer; the site's own page tells what is not there."""
        self.twins, self.encoding = {}, None
        if urlsplit(self.path).path == "/" != self.prefix:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", self.prefix)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """Find the file, packed if that is wanted; paths beside the site's own have none."""
        inside = urlsplit(path).path.startswith(self.prefix)
        found = Path(super().translate_path(self.place if inside else "/(outside)"))
        file = found / "index.html" if found.is_dir() and self.place.endswith("/") else found
        self.twins = {
            way: twin
            for way, (suffix, _) in WAYS.items()
            if (twin := file.with_name(file.name + suffix)).is_file()
        }
        wanted = self.headers.get("Accept-Encoding", "")
        self.encoding = next((way for way in self.twins if way in wanted), None)
        return str(self.twins[self.encoding] if self.encoding else found)

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        """Tell what is in the file, however it is packed."""
        suffix = WAYS[self.encoding][0] if self.encoding else ""
        return super().guess_type(str(path).removesuffix(suffix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's 404 page."""
        page = self.root / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def list_directory(self, _path: str) -> None:  # type: ignore[override]
        """A folder without a page of its own is not there."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Add the site's headers, and how the file is packed."""
        if self.twins:
            self.send_header("Vary", "Accept-Encoding")
        if self.encoding:
            self.send_header("Content-Encoding", self.encoding)
        for pattern, named in self.rules:
            if fnmatch.fnmatchcase(self.place, pattern):
                for name, value in named:
                    self.send_header(name, value)
        super().end_headers()

    def log_request(self, *_args: object) -> None:
        """Remember what was asked for, and print nothing."""
        self.host.asked.append(self.place.removeprefix("/"))

    def log_message(self, *_args: object) -> None:
        """Stay quiet."""


class Server(ThreadingHTTPServer):
    """A server on this machine, for as long as a block runs."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A reader who leaves half way is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Serve from a thread while the block runs."""
        often = {"poll_interval": 0.02}  # or the end of each test waits for half a second
        thread = threading.Thread(target=self.serve_forever, kwargs=often, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.shutdown()
            self.server_close()
            thread.join()


class SiteServer(Server):
    """The built site on this machine, for the eye and for the tests."""

    handler = Handler

    def __init__(self, root: Path = SITE, prefix: str = "/", port: int = 0) -> None:
        """Serve `root` under `prefix`; port 0 takes a free one."""
        headers = root / "_headers"
        self.rules = read_headers(headers.read_text()) if headers.is_file() else []
        self.root, self.prefix = root, prefix
        self.asked: list[str] = []  # places within the site, in order
        super().__init__(("127.0.0.1", port), self.handler)

    @property
    def url(self) -> str:
        """The address of the front page."""
        return f"http://127.0.0.1:{self.server_port}{self.prefix}"

    @contextmanager
    def running(self) -> Iterator[str]:
        """Serve while the block runs, and say where."""
        with self.serving():
            yield self.url


def main() -> int:
    """Serve until Ctrl-C."""
    if not (SITE / "index.html").is_file():
        print("There is no site yet. Run: make build", file=sys.stderr)
        return 1
    server = SiteServer(prefix=root_path(SITE), port=8001)
    print(f"Serving the built site on {server.url} (Ctrl-C stops)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        return 0
    return 0
