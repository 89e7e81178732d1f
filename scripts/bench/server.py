"""A host on this machine: the built site and the recipes beside it, over a network of choice."""

from __future__ import annotations

import io
import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from scripts.bench.network import LOCAL, Bucket, Speed
from scripts.paths import SITE
from scripts.site.html import root_path
from scripts.site.server import Handler, Rules, SiteServer

BENCH = "/bench/"  # where the recipes lie, beside the site
PIECE = 4096  # bytes that hold the line at once, so that parallel downloads share it
KEPT: Rules = [("/*", [("Cache-Control", "public, max-age=31536000, immutable")])]  # as elsewhere


@dataclass(slots=True)
class Count:
    """What has gone over the line."""

    requests: int = 0
    bytes: int = 0
    bodies: int = 0  # of these, without the headers


class _Line(io.RawIOBase):
    """What is written here comes through as the network allows, and is counted."""

    def __init__(self, far_end: io.BufferedIOBase, host: BenchServer) -> None:
        self.far_end, self.host = far_end, host

    def write(self, content: bytes) -> int:  # type: ignore[override]
        with self.host.lock:
            self.host.count.bytes += len(content)
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            _sleep_until(self.host.bucket.reserve(len(piece), time.monotonic()))
            self.far_end.write(piece)
        return len(content)


class _Handler(Handler):
    disable_nagle_algorithm = True

    def setup(self) -> None:
        """Note when the connection came, and write through the line."""
        super().setup()
        self.bench = cast("BenchServer", self.server)
        self.connected_at: float | None = time.monotonic()
        self.wfile = cast("io.BufferedIOBase", _Line(self.wfile, self.bench))

    def do_GET(self) -> None:  # noqa: N802 (the name of the base)
        """Answer from the site or the recipes, after the time that the network takes."""
        _sleep_until(self.bench.bucket.answers_at(time.monotonic(), self.connected_at))
        self.connected_at = None
        with self.bench.lock:
            self.bench.count.requests += 1
        is_recipe = self.path.startswith(BENCH)
        self.directory = str(self.bench.recipes if is_recipe else self.root)
        self.prefix = BENCH if is_recipe else self.bench.prefix
        self.rules = KEPT if is_recipe else self.bench.rules
        super().do_GET()

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
        """Send a body, and count it by itself too."""
        with self.bench.lock:
            self.bench.count.bodies += os.fstat(source.fileno()).st_size
        super().copyfile(source, outputfile)


def _sleep_until(moment: float) -> None:
    if (wait := moment - time.monotonic()) > 0:
        time.sleep(wait)


class BenchServer(SiteServer):
    """Serves the site under its own path and a folder of recipes under /bench/."""

    handler = _Handler
    request_queue_size = 64

    def __init__(self, recipes: Path, site: Path = SITE) -> None:
        """Serve on a free port."""
        super().__init__(site, root_path(site))
        self.recipes, self.lock = recipes, threading.Lock()
        self.over(LOCAL)

    def over(self, speed: Speed) -> Count:
        """Begin to count anew, over a network of this speed."""
        self.bucket, self.count = Bucket(speed), Count()
        return self.count

    @property
    def bench(self) -> str:
        """Return the address of the folder of recipes."""
        return f"http://127.0.0.1:{self.server_port}{BENCH}"
