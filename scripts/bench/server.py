"""A host on this machine: the built site and the recipes beside it, over a network of choice."""

from __future__ import annotations

import fnmatch
import hashlib
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

from scripts.bench.network import LOCAL, Bucket, Speed
from scripts.paths import BUILD, SITE
from scripts.site.html import root_path
from scripts.site.server import Rules, Server, read_headers

BENCH = "/bench/"  # where the recipes lie, beside the site
CACHE = BUILD / "bench" / "brotli"
PIECE = 4096  # bytes that hold the line at once, so that parallel downloads share it
KEEP = "public, max-age=31536000, immutable"  # as the usual recipe's files come from their host
BLANK = b'<!doctype html><title>.</title><link rel="icon" href="data:,">'
HEAD_ENDS = b"\r\n\r\n"
COMPRESSED = frozenset((".png", ".woff2", ".ico", ".br", ".gz"))
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}
BROTLI = """
const {readFileSync, writeFileSync} = require("node:fs");
const {brotliCompressSync, constants} = require("node:zlib");
const [source, target] = process.argv.slice(1);
const bytes = readFileSync(source);
writeFileSync(target, brotliCompressSync(bytes, {params: {
  [constants.BROTLI_PARAM_QUALITY]: 11,
  [constants.BROTLI_PARAM_LGWIN]: 24,
  [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
}}));
"""


@dataclass(slots=True)
class Count:
    """What has gone over the line."""

    requests: int = 0
    bytes: int = 0
    bodies: int = 0  # of these, without the headers
    paths: list[str] = field(default_factory=list)


def compressed(file: Path) -> bytes | None:
    """Return a file as a good host would send it, or None where compressing gains nothing."""
    ready = file.with_name(f"{file.name}.br")
    if ready.is_file():
        return ready.read_bytes()
    content = file.read_bytes()
    if file.suffix in COMPRESSED or not content:
        return None
    made = CACHE / hashlib.sha256(content).hexdigest()
    if not made.is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        fresh = made.with_suffix(f".{threading.get_ident()}")
        subprocess.run(["node", "-e", BROTLI, str(file), str(fresh)], check=True)
        fresh.replace(made)
    small = made.read_bytes()
    return small if len(small) < len(content) else None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: BenchServer

    def setup(self) -> None:
        """Note when the connection came; reading and writing are the base's."""
        super().setup()
        self.connected_at: float | None = time.monotonic()

    def do_GET(self) -> None:
        """Answer with the headers of the site, after the time that the network takes."""
        host = self.server
        ready = host.bucket.answers_at(time.monotonic(), self.connected_at)
        self.connected_at = None
        path = unquote(urlsplit(self.path).path)
        answer = self._answer(path)
        _sleep_until(ready)
        with host.lock:
            host.count.requests += 1
            host.count.bytes += len(answer)
            host.count.bodies += len(answer) - answer.index(HEAD_ENDS) - len(HEAD_ENDS)
            host.count.paths.append(path)
        for start in range(0, len(answer), PIECE):
            piece = answer[start : start + PIECE]
            _sleep_until(host.bucket.reserve(len(piece), time.monotonic()))
            self.wfile.write(piece)

    def _answer(self, path: str) -> bytes:
        status, headers, body = self.server.find(path, self.headers.get("If-None-Match"))
        lines = [f"HTTP/1.1 {status.value} {status.phrase}"]
        lines += [f"{name}: {value}" for name, value in headers]
        lines += [f"Content-Length: {len(body)}", "", ""]
        return "\r\n".join(lines).encode() + body

    def log_message(self, *_args: object) -> None:
        """Stay quiet."""


def _sleep_until(moment: float) -> None:
    wait = moment - time.monotonic()
    if wait > 0:
        time.sleep(wait)


class BenchServer(Server):
    """Serves the site under its own path and a folder of recipes under /bench/."""

    request_queue_size = 64

    def __init__(self, recipes: Path, site: Path = SITE) -> None:
        """Serve on a free port."""
        headers = site / "_headers"
        self.rules: Rules = read_headers(headers.read_text()) if headers.is_file() else []
        self.prefix, self.site, self.recipes = root_path(site), site, recipes
        self.lock = threading.Lock()
        self.found: dict[str, tuple[bytes, str, str]] = {}
        self.over(LOCAL)
        super().__init__(("127.0.0.1", 0), partial(_Handler))

    def over(self, speed: Speed) -> Count:
        """Begin to count anew, over a network of this speed."""
        self.bucket, self.count = Bucket(speed), Count()
        return self.count

    @property
    def home(self) -> str:
        """Return the address of the site's front page."""
        return f"http://127.0.0.1:{self.server_port}{self.prefix}"

    @property
    def bench(self) -> str:
        """Return the address of the folder of recipes."""
        return f"http://127.0.0.1:{self.server_port}{BENCH}"

    def find(self, path: str, known: str | None) -> tuple[HTTPStatus, list[tuple[str, str]], bytes]:
        """Return status, headers and body for a path."""
        named = self._headers(path)
        content = self._content(path)
        if content is None:
            return HTTPStatus.NOT_FOUND, named, b""
        body, kind, encoding = content
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        named += [("Content-Type", kind), ("ETag", tag), ("Vary", "Accept-Encoding")]
        if known == tag:
            return HTTPStatus.NOT_MODIFIED, named, b""
        return (
            HTTPStatus.OK,
            [*named, *([("Content-Encoding", encoding)] if encoding else [])],
            body,
        )

    def _headers(self, path: str) -> list[tuple[str, str]]:
        if path.startswith(BENCH):
            return [("Cache-Control", KEEP), ("Access-Control-Allow-Origin", "*")]
        place = "/" + path.removeprefix(self.prefix)
        return [
            header
            for pattern, headers in self.rules
            if fnmatch.fnmatchcase(place, pattern)
            for header in headers
        ]

    def _content(self, path: str) -> tuple[bytes, str, str] | None:
        """Return body, type and encoding; read and compressed once."""
        if path not in self.found:
            file = self._file(path)
            if path == f"{BENCH}blank.html":
                self.found[path] = (BLANK, TYPES[".html"], "")
            elif file is None:
                return None
            else:
                small = compressed(file)
                kind = TYPES.get(file.suffix, "application/octet-stream")
                self.found[path] = (small or file.read_bytes(), kind, "br" if small else "")
        return self.found[path]

    def _file(self, path: str) -> Path | None:
        root, prefix = (self.recipes, BENCH) if path.startswith(BENCH) else (self.site, self.prefix)
        if not path.startswith(prefix) or ".." in path.split("/"):
            return None
        file = root / path.removeprefix(prefix)
        file = file / "index.html" if file.is_dir() else file
        return file if file.is_file() else None

    @contextmanager
    def running(self) -> Iterator[BenchServer]:
        """Serve while the block runs."""
        with self.serving():
            yield self

    def server_bind(self) -> None:
        """Send small pieces at once: the line is slow enough."""
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().server_bind()
