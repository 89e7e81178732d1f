"""Single visits in Chromium, each from a fresh browser: what they take is measured in the page."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright

from scripts.bench.network import LOCAL, Speed
from scripts.bench.server import BenchServer, Count
from scripts.browsers.chromium import ARGUMENTS
from scripts.quiz.plainest import PLAINEST

HERE = Path(__file__).parent
ASK, WATCH, READ = ((HERE / n).read_text() for n in ("worker_page.js", "watch.js", "reader.js"))
SETTLE = 6.0  # seconds after which Chromium has written what it keeps of compiled code
PATIENCE = 180_000  # milliseconds
PAUSE = 3000  # what a reader takes for a screen

REQUEST = json.dumps({"answers": PLAINEST, "today": "2027-02-09", "advise": True})


def days_ago(days: int) -> str:
    """Return a day before this one, as the quiz takes it."""
    return (datetime.now().astimezone().date() - timedelta(days)).isoformat()


def paths() -> tuple[dict[str, str], ...]:
    """Return what readers answer: on seven screens, five, three and one."""
    return (
        PLAINEST | {"interviewed-on": days_ago(7)},
        PLAINEST | {"interviewed-on": days_ago(130)},
        PLAINEST | {"interviewed-on": days_ago(7), "instructions": "no-contact"},
        {"heard": "filled", "replied": "yes", "heard-on": days_ago(3)},
    )


@dataclass(frozen=True, slots=True)
class Start:
    """From the start of a worker to its first advice."""

    took: float  # milliseconds
    bytes: int
    requests: int
    view: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What a visit of the quiz page was like, in milliseconds since setting out for it."""

    screen: float  # the first question can be answered
    bytes: int  # that had come by then
    requests: int
    ready: float  # Python is awake
    page_block: float  # the longest of the main thread before Python is sent for
    block: float  # and from then until it is awake; 0 where none reached 50 ms
    waits: tuple[float, ...] = ()  # per screen, after Continue


class Visits:
    """Goes to the host again and again."""

    def __init__(self, playwright: Playwright, browser: Path, host: BenchServer) -> None:
        """Drive this browser to this host."""
        self.playwright, self.path, self.host = playwright, browser, host

    @property
    def blank(self) -> str:
        """Return the address of an empty page, outside the site."""
        return f"{self.host.bench}blank.html"

    def worker(self, recipe: str) -> str:
        """Return the address of a worker."""
        if recipe != "ours":
            return f"{self.host.bench}{recipe}/worker.js"
        (found,) = self.host.site.glob("assets/quiz/*/worker.js")
        return f"{self.host.home}{found.relative_to(self.host.site).as_posix()}"

    def version(self) -> str:
        """Return the name and version of the browser."""
        browser = self.playwright.chromium.launch(executable_path=self.path, args=list(ARGUMENTS))
        name = f"Chromium {browser.version}"
        browser.close()
        return name

    @contextmanager
    def browser(self, profile: Path, *, keeping: bool = True) -> Iterator[Page]:
        """Start a browser of its own with this profile; it may keep pages for later or not."""
        context = self.playwright.chromium.launch_persistent_context(
            profile,
            executable_path=self.path,
            args=list(ARGUMENTS),
            service_workers="allow" if keeping else "block",
        )
        try:
            yield context.pages[0] if context.pages else context.new_page()
        finally:
            context.close()

    def start(self, recipe: str, speed: Speed, profile: Path, settle: float = 0) -> Start:
        """Start a recipe's worker on an empty page, and ask."""
        with self.browser(profile) as page:
            self.host.over(LOCAL)
            page.goto(self.blank)
            count = self.host.over(speed)
            found = page.evaluate(ASK, [self.worker(recipe), [REQUEST]])
            start = Start(found["took"][0], count.bytes, count.requests, found["view"])
            time.sleep(settle)
            return start

    def ask(self, worker: str, requests: Sequence[str], profile: Path) -> dict[str, Any]:
        """Start a worker by its address and ask it one thing after the other."""
        with self.browser(profile) as page:
            count = self.host.over(LOCAL)
            page.goto(self.blank)
            found: dict[str, Any] = page.evaluate(ASK, [worker, list(requests)])
            return found | {"bytes": count.bytes}

    def quiz(self, speed: Speed, profile: Path, settle: float = 0) -> tuple[Start, Seen]:
        """Open the quiz page and let its worker be asked as soon as it is started."""
        with self.browser(profile) as page:
            count = self._open(page, speed, REQUEST)
            page.wait_for_function("() => seen.ready && seen.advice", timeout=PATIENCE, polling=100)
            found = page.evaluate("() => seen")
            took = found["advice"] - found["started"]
            start = Start(took, count.bytes, count.requests, found["view"])
            time.sleep(settle)
            return start, _seen(found)

    def read(self, speed: Speed, answers: dict[str, str], profile: Path) -> Seen:
        """Open the quiz page and answer it to the end."""
        with self.browser(profile) as page:
            self._open(page, speed, "")
            waits = page.evaluate(READ, {"answers": answers, "pause": PAUSE})
            page.wait_for_function("() => seen.ready", timeout=PATIENCE, polling=100)
            if waits[-1]["screen"] != "advice":
                raise RuntimeError(f"a reader ended on {waits[-1]['screen']}: {waits}")
            return _seen(page.evaluate("() => seen"), waits[:-1])

    def page(self, name: str, profile: Path) -> tuple[int, int]:
        """Open a page of the guide; return the bytes of its files and how many there are.

        What is kept for later is left out, as where a test holds pages to their limits.
        """
        with self.browser(profile, keeping=False) as page:
            count = self.host.over(LOCAL)
            page.goto(f"{self.host.home}{name}", wait_until="networkidle")
            return count.bodies, count.requests

    def _open(self, page: Page, speed: Speed, request: str) -> Count:
        """Open the quiz page and wait until a question can be answered."""
        page.add_init_script(WATCH.replace('"REQUEST"', json.dumps(request)))
        count = self.host.over(speed)
        page.goto(f"{self.host.home}quiz/", wait_until="commit")
        page.wait_for_function("() => seen.screen", timeout=PATIENCE, polling=100)
        return count


def _seen(found: dict[str, Any], waits: Sequence[dict[str, Any]] = ()) -> Seen:
    early = [length for begins, length in found["blocks"] if begins < found["started"]]
    late = [b[1] for b in found["blocks"] if found["started"] <= b[0] < found["ready"]]
    return Seen(
        screen=found["screen"],
        bytes=found["bytes"],
        requests=found["requests"],
        ready=found["ready"],
        page_block=max(early, default=0.0),
        block=max(late, default=0.0),
        waits=tuple(one["wait"] for one in waits),
    )


@contextmanager
def fresh_profile() -> Iterator[Path]:
    """Give an empty browser profile, and take it away."""
    folder = tempfile.mkdtemp(prefix="bench-")
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
