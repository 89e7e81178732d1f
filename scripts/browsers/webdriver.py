"""Speak to WebKit in WebDriver, the standard protocol, which Playwright cannot."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

SECONDS = 300  # longer than any of it takes on a busy machine
Json = Any
MINIBROWSER = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"


class CannotStartError(RuntimeError):
    """The browser is here and does not start, which says nothing about the quiz."""


class WebKit:
    """WebKitGTK over WebDriver, the standard protocol."""

    def __init__(self, port: int) -> None:
        """Begin a session in the smallest browser made of it."""
        (browser, *_) = Path("/").glob(MINIBROWSER[1:])
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self.place = f"http://127.0.0.1:{port}/session"
        session = self.say("", {"capabilities": wanted})["sessionId"]
        self.place += f"/{session}"
        self.say("/timeouts", {"script": SECONDS * 1000})

    def say(self, command: str, parameters: Json) -> Json:
        """Send a command and return its result."""
        request = Request(f"{self.place}{command}", json.dumps(parameters).encode())  # noqa: S310
        with urlopen(request, timeout=SECONDS) as reply:  # noqa: S310 - our own driver
            return json.load(reply)["value"]

    def go(self, address: str) -> None:
        """Open an address."""
        self.say("/url", {"url": address})

    def reload(self) -> None:
        """Load the page again."""
        self.say("/refresh", {})

    def enter_frame(self) -> None:
        """Go on in the first frame of the page."""
        self.say("/frame", {"id": 0})

    def run(self, script: str, argument: object) -> Json:
        """Run a script in the page until it calls back, and return what it says."""
        return self.say("/execute/async", {"script": script, "args": [argument]})


@contextmanager
def webkit() -> Iterator[WebKit]:
    """Give a fresh WebKit; it draws on a screen that nobody sees."""
    port = free_port()
    command = ["xvfb-run", "-a", "WebKitWebDriver", f"--port={port}"]
    with tempfile.TemporaryDirectory() as folder, running(command, home=folder):
        wait_for(lambda: answers(port))
        yield WebKit(port)


@contextmanager
def running(command: list[str], home: str) -> Iterator[None]:
    """Keep a program and all that it starts running for as long as it is needed.

    What it saves it puts below its home.
    """
    # Root in a container has no other sandbox to start in.
    env = os.environ | {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1", "HOME": home}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=env, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(SECONDS)


def wait_for(is_so: Callable[[], bool]) -> None:
    """Wait until something is so. Raises ``TimeoutError`` if it never is."""
    end = time.monotonic() + SECONDS
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.1)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def answers(port: int) -> bool:
    """Tell whether somebody listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def started() -> Iterator[WebKit]:
    """Give WebKit, or say why it does not start. Raises ``CannotStartError``."""
    with ExitStack() as stack:
        try:
            browser = stack.enter_context(webkit())
        except (OSError, RuntimeError, ValueError) as error:
            raise CannotStartError(str(error) or type(error).__name__) from error
        yield browser
