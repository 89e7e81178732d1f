"""Single visits in Chromium, each from a fresh browser: what they take is measured in the page."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, Playwright

from scripts.bench.held import held
from scripts.bench.network import LOCAL, Speed
from scripts.bench.recipes import RECIPES
from scripts.bench.record import Seen
from scripts.bench.server import BenchServer, Count
from scripts.browsers.chromium import ARGUMENTS
from scripts.quiz.plainest import PLAINEST

HERE = Path(__file__).parent
ASK, WATCH, READ = ((HERE / n).read_text() for n in ("worker_page.js", "watch.js", "reader.js"))
REST = 6.0  # seconds in which a browser that is held ends its own start
SETTLE = 6.0  # seconds after which Chromium has written what it keeps of compiled code
PATIENCE = 180_000  # milliseconds
PAUSE = 3000  # what a reader takes for a screen
TRACED = [
    "-*",
    "__metadata",
    "blink.user_timing",
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "loading",
    "v8",
    "v8.wasm",
]

REQUEST = json.dumps({"answers": PLAINEST, "today": "2027-02-09", "advise": True})


def days_ago(days: int) -> str:
    """Return a day before this one, as the quiz takes it."""
    return (datetime.now().astimezone().date() - timedelta(days)).isoformat()


def paths() -> tuple[dict[str, str], ...]:
    """Return what readers answer: on four screens, two and one."""
    return (
        PLAINEST | {"interviewed-on": days_ago(7)},
        {"heard": "asked", "replied": "no", "asked-for": "paper"},
        {"heard": "filled", "replied": "yes", "heard-on": days_ago(3)},
    )


class Start(NamedTuple):
    """From the start of a worker to its first advice."""

    took: float  # milliseconds
    bytes: int
    requests: int
    view: str


class Visits:
    """Goes to the host again and again, with a fresh profile unless one is named."""

    def __init__(self, playwright: Playwright, browser: Path, host: BenchServer) -> None:
        """Drive this browser to this host."""
        self.chromium, self.path, self.host = playwright.chromium, browser, host
        self.options: dict[str, Any] = {"executable_path": browser, "args": list(ARGUMENTS)}

    def worker(self, recipe: str) -> str:
        """Return the address of a worker."""
        if recipe == "ours":
            (found,) = self.host.root.glob("assets/quiz/*/worker.js")
            return f"{self.host.url}{found.relative_to(self.host.root).as_posix()}"
        folder = RECIPES / recipe
        (found,) = (*folder.glob("worker.js"), *folder.glob("*/worker.js"))
        return f"{self.host.bench}{found.relative_to(RECIPES).as_posix()}"

    def version(self) -> str:
        """Return the name and version of the browser."""
        browser = self.chromium.launch(**self.options)
        browser.close()
        return f"Chromium {browser.version}"

    @contextmanager
    def browser(self, profile: str = "", **more: Any) -> Iterator[Page]:  # noqa: ANN401 (Playwright’s own)
        """Start a browser of its own; an empty name of a profile is a fresh one."""
        options = self.options | more
        with self.chromium.launch_persistent_context(profile, **options) as context:
            yield context.pages[0]

    def start(
        self, recipe: str, speed: Speed = LOCAL, profile: str = "", settle: float = 0
    ) -> Start:
        """Start a recipe's worker on an empty page, and ask."""
        found = self.ask(self.worker(recipe), [REQUEST], speed, profile, settle)
        return Start(found["took"][0], found["bytes"], found["requests"], found["view"])

    def ask(
        self,
        worker: str,
        requests: Sequence[str],
        speed: Speed = LOCAL,
        profile: str = "",
        settle: float = 0,
    ) -> dict[str, Any]:
        """Start a worker by its address and ask it one thing after the other."""
        slow = {"executable_path": held(self.path, speed.cores)} if speed.cores else {}
        with self.browser(profile, **slow) as page:
            self.host.over(LOCAL)
            page.goto(f"{self.host.bench}blank.html")
            time.sleep(REST if slow else 0)
            count = self.host.over(speed)
            found: dict[str, Any] = page.evaluate(ASK, [worker, list(requests)])
            found |= {"bytes": count.bytes, "requests": count.requests}
            time.sleep(settle)
            return found

    def quiz(self, profile: str = "", settle: float = 0) -> tuple[Start, Seen]:
        """Open the quiz page and let its worker be asked as soon as it is started."""
        with self.browser(profile) as page:
            count = self._open(page, LOCAL, REQUEST)
            page.wait_for_function("() => seen.ready && seen.advice", timeout=PATIENCE, polling=100)
            found = page.evaluate("() => seen")
            took = found["advice"] - found["started"]
            start = Start(took, count.bytes, count.requests, found["view"])
            time.sleep(settle)  # what is kept for later comes now, and is not counted
            return start, _seen(found)

    def read(self, speed: Speed, answers: dict[str, str]) -> Seen:
        """Open the quiz page and answer it to the end."""
        with self.browser() as page:
            self._open(page, speed)
            *waits, last = page.evaluate(READ, {"answers": answers, "pause": PAUSE})
            page.wait_for_function("() => seen.ready", timeout=PATIENCE, polling=100)
            if last["screen"] != "advice":
                raise RuntimeError(f"a reader ended on {last['screen']}: {waits}")
            return _seen(page.evaluate("() => seen"), [one["wait"] for one in waits])

    def page(self, name: str) -> tuple[int, int]:
        """Open a page of the guide; return the bytes of its files and how many there are.

        What is kept for later is left out, as where a test holds pages to their limits.
        """
        with self.browser(service_workers="block") as page:
            count = self.host.over(LOCAL)
            page.goto(f"{self.host.url}{name}", wait_until="networkidle")
            return count.bodies, count.requests

    def trace(self, speed: Speed) -> tuple[list[dict[str, Any]], dict[str, float]]:
        """Open the quiz page; return what the browser traced until Python is awake, and when."""
        browser = self.chromium.launch(**self.options)
        page = browser.new_page()
        browser.start_tracing(page=page, categories=TRACED)
        self._open(page, speed)
        page.wait_for_function("() => seen.ready", timeout=PATIENCE, polling=100)
        seen = page.evaluate("() => seen")
        events = json.loads(browser.stop_tracing())["traceEvents"]
        browser.close()
        return events, seen

    def _open(self, page: Page, speed: Speed, request: str = "") -> Count:
        """Open the quiz page and wait until a question can be answered."""
        page.add_init_script(WATCH.replace('"REQUEST"', json.dumps(request)))
        count = self.host.over(speed)
        page.goto(f"{self.host.url}quiz/", wait_until="commit")
        page.wait_for_function("() => seen.screen", timeout=PATIENCE, polling=100)
        return count


def _seen(found: dict[str, Any], waits: Sequence[float] = ()) -> Seen:
    blocks = (long for at, long in found["blocks"] if found["started"] <= at < found["ready"])
    return {
        "screen": found["screen"],
        "bytes": found["bytes"],
        "requests": found["requests"],
        "ready": found["ready"],
        "block": max(blocks, default=0.0),
        "waits": [*waits],
    }
