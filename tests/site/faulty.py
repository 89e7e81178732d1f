"""A server with bad days: what it answers for some files is not what was built."""

import fnmatch
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path

from scripts.paths import SITE
from scripts.site.html import root_path
from scripts.site.server import Handler, SiteServer

HTML = b"<!doctype html><title>Please log in</title>"
SPOILT: dict[str, Callable[[bytes], bytes]] = {  # what arrives whole, and is something else
    "half": lambda content: content[: len(content) // 2],
    "empty": lambda _: b"",
    "html": lambda _: HTML,
    "corrupt": lambda content: spoil(content, 64),
    "one bit": lambda content: spoil(content, 1),
}
REFUSED = {"404": HTTPStatus.NOT_FOUND, "500": HTTPStatus.INTERNAL_SERVER_ERROR}
KINDS = (*SPOILT, *REFUSED, "cut")


def spoil(content: bytes, length: int) -> bytes:
    """Change some bits in the middle."""
    at = len(content) // 2
    return (
        content[:at]
        + bytes(byte ^ 1 for byte in content[at : at + length])
        + content[at + length :]
    )


@dataclass
class Fault:
    """What happens to files whose place fits a pattern; by default each time."""

    pattern: str
    kind: str
    times: int | None = None
    met: int = 0

    def strikes(self, place: str) -> bool:
        """Tell whether it is so now, and count."""
        if not fnmatch.fnmatchcase(place, self.pattern) or self.met == self.times:
            return False
        self.met += 1
        return True


class _Faulty(Handler):
    host: "FaultyServer"

    def do_GET(self) -> None:  # noqa: N802 - as the base names it
        fault = next((one for one in self.host.faults if one.strikes(self.place)), None)
        if fault is None:
            super().do_GET()
            return
        self.twins, self.encoding = {}, None
        if fault.kind == "stall":  # and nothing is sent
            self.host.over.wait()
            self.close_connection = True
        elif fault.kind in REFUSED:
            self.send_error(REFUSED[fault.kind])
        else:
            self._send(fault.kind)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Keep a refusal for as long as the good file, as some hosts let caches do."""
        self.badly_kept = code in REFUSED.values()
        super().send_error(code, message, explain)

    def end_headers(self) -> None:
        if getattr(self, "badly_kept", False) and "/assets/quiz/" in self.place:
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.badly_kept = False
        super().end_headers()

    def _send(self, kind: str) -> None:
        file = self.root / self.place.removeprefix("/")
        content = (file / "index.html" if file.is_dir() else file).read_bytes()
        body = SPOILT[kind](content) if kind in SPOILT else content
        self.send_response(HTTPStatus.OK)
        self.send_header(
            "Content-Type", "text/html" if kind == "html" else self.guess_type(str(file))
        )
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if kind == "cut":
            self.close_connection = True
            body = body[: len(body) // 2]
        self.wfile.write(body)


class FaultyServer(SiteServer):
    """The built site, with faults that come and go."""

    handler = _Faulty

    def __init__(self, *faults: Fault, root: Path = SITE) -> None:
        """Begin with these faults."""
        self.faults = list(faults)
        self.over = threading.Event()
        super().__init__(root, root_path(SITE))

    def server_close(self) -> None:
        """Let go who was kept waiting."""
        self.over.set()
        super().server_close()


@dataclass
class Watch:
    """Seconds since it was made."""

    began: float = field(default_factory=time.perf_counter)

    @property
    def seconds(self) -> float:
        """How long it has been."""
        return time.perf_counter() - self.began
