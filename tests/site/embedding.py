"""Somebody else's page with the quiz in it, and a reader there."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from typing import cast

from playwright.sync_api import Frame, Page, expect

from followup.guide import Guide
from scripts.site.server import Server
from tests.site.quiz_page import QuizPage

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Foreign</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>body {{ font: 18px/1.5 Georgia, serif; max-width: 50rem; margin: 1rem auto }}
@media (prefers-color-scheme: dark) {{ body {{ background: #223; color: #eee }} }}</style></head>
<body><h1>The careers office</h1><p>Our own words.</p>{}<p>And more below.</p></body></html>"""


class HostSite(Server):
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
    def running(self) -> Iterator["HostSite"]:
        """Serve while the block runs."""
        with self.serving():
            yield self


class _Handler(BaseHTTPRequestHandler):
    server: HostSite

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self.server.page)))
        self.end_headers()
        self.wfile.write(self.server.page)

    def log_message(self, *_args: object) -> None:
        """Stay quiet."""


@dataclass(frozen=True)
class EmbeddedQuiz:
    """A reader on a foreign page with the quiz in it."""

    page: Page
    site: HostSite
    guide: Guide

    @property
    def frame(self) -> Frame:
        """The embedded page."""
        return next(one for one in self.page.frames if one != self.page.main_frame)

    @property
    def quiz(self) -> QuizPage:
        """A reader who answers in the frame."""
        return QuizPage(cast("Page", self.frame), self.guide)

    def ready(self) -> "EmbeddedQuiz":
        """Show that a reader is there, and wait until Python is awake."""
        stage = self.frame.locator("[data-quiz]")
        expect(stage).to_have_attribute("data-state", re.compile("."))
        stage.dispatch_event("pointerdown")
        expect(stage).to_have_attribute("data-state", re.compile("asking|advising"))
        return self

    def has_height(self, test: str) -> None:
        """Wait until the frame is as tall as this says: ``"> 1000"``."""
        self.page.wait_for_function(f"document.querySelector('iframe').clientHeight {test}")

    def height(self) -> int:
        """How tall the page shows the frame."""
        return int(self.page.locator("iframe").evaluate("frame => frame.clientHeight"))


Embed = Callable[..., AbstractContextManager[EmbeddedQuiz]]
