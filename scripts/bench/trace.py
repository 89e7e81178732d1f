"""Record one cold start of the quiz page as the browser itself traces it.

python -m scripts.bench.trace           writes the page of the site
"""

from __future__ import annotations

import json

from playwright.sync_api import sync_playwright

from scripts.bench import recipes
from scripts.bench.network import FAIR, LOCAL, Speed
from scripts.bench.server import BenchServer
from scripts.bench.tracing import Trace, read
from scripts.bench.visits import PATIENCE, WATCH
from scripts.browsers.chromium import ARGUMENTS, chromium

CATEGORIES = [
    "-*",
    "__metadata",
    "blink.user_timing",
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "loading",
    "v8",
    "v8.wasm",
]


def record(speed: Speed = FAIR) -> Trace:
    """Open the quiz page in a fresh browser and trace it, after a rehearsal without network."""
    path = chromium()
    with sync_playwright() as playwright, BenchServer(recipes.lay_out()).running() as host:
        for over in (LOCAL, speed):
            browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
            tab = browser.new_page()
            tab.add_init_script(WATCH.replace('"REQUEST"', '""'))
            browser.start_tracing(page=tab, categories=CATEGORIES)
            host.over(over)
            tab.goto(f"{host.home}quiz/", wait_until="commit")
            tab.wait_for_function("() => seen.ready", timeout=PATIENCE, polling=100)
            seen = tab.evaluate("() => seen")
            events = json.loads(browser.stop_tracing())["traceEvents"]
            browser.close()
    return read(events, seen, speed)
