"""Somebody else's site, on a port of its own: it shows what a test gives it and notes who asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

from scripts.site.server import Server

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Foreign</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>body {{ font: 18px/1.5 Georgia, serif; max-width: 50rem; margin: 1rem auto }}
@media (prefers-color-scheme: dark) {{ body {{ background: #223; color: #eee }} }}</style></head>
<body><h1>The careers office</h1><p>Our own words.</p>{}<p>And more below.</p></body></html>"""


class ForeignSite(Server):
    """One page, the same at every address. Its host name differs from ours, so it is cross-site."""

    def __init__(self, body: str) -> None:
        """Take what the page holds."""
        self.page = PAGE.format(body).encode()
        self.asked: list[tuple[str, dict[str, str]]] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://localhost:{self.server_port}/"

    @contextmanager
    def running(self) -> Iterator["ForeignSite"]:
        """Serve while the block runs."""
        with self.serving():
            yield self


class _Handler(BaseHTTPRequestHandler):
    server: ForeignSite

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self.server.page)))
        self.end_headers()
        self.wfile.write(self.server.page)

    def log_message(self, *_args: object) -> None:
        """Stay quiet."""
