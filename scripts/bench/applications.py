"""Measure how soon the kept days of five hundred applications show, beside an empty list.

The two take turns, so that a busy machine slows both. Prints the medians, and fails if the full
list takes more than one and a half times as long.
"""

import json
import sys
from datetime import UTC, date, datetime, timedelta
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from scripts.browsers.engines import find
from scripts.paths import SITE
from scripts.site.html import root_path
from scripts.site.server import SiteServer

MANY, RUNS, AT_MOST = 500, 15, 1.5
PATIENCE = 120_000  # milliseconds
SHOWN = """() => new Promise((done) => {
  const $board = document.querySelector("[data-board]");
  const look = () => $board.dataset.kept !== undefined && requestAnimationFrame(() =>
    setTimeout(() => done(performance.now())));
  new MutationObserver(look).observe($board, { attributes: true });
  look();
})"""
FILL = """(all) => {
  for (const one of all) localStorage[`should-i-call.kept.${one.id}`] = JSON.stringify(one);
}"""
STATE = """(state) => document.querySelector("[data-board]").dataset.state === state"""


def application(number: int, today: date) -> dict[str, Any]:
    """Return an application whose interview was some days ago."""
    interview = today - timedelta(days=number % 21)
    answers = {
        "heard": "nothing",
        "interviewed-on": interview.isoformat(),
        "timeline": "none",
        "thanked": "yes",
        "check-ins": "0",
        "channels": "email+phone",
    }
    names = {"employer": f"Employer {number}", "job": "Baker", "person": ""}
    return {"version": 1, "id": f"n{number}", **names, "answers": answers}


def shown(browser: Browser, url: str, kept: list[dict[str, Any]]) -> tuple[float, float]:
    """Return after how many milliseconds a kept list stands, and a new one is all worked out."""
    with browser.new_context(base_url=url, service_workers="block") as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto("applications/")
        page.evaluate(FILL, kept)
        page.reload()
        page.wait_for_function(STATE, arg="ready")
        worked_out: float = page.evaluate("performance.now()")
        page.close()  # else its end would be measured as well
        back = context.new_page()
        back.goto("applications/", wait_until="commit")
        back.wait_for_selector("[data-board]", state="attached")
        took: float = back.evaluate(SHOWN)
        return took, worked_out


def main() -> int:
    """Measure both, and say what was seen."""
    today = datetime.now(tz=UTC).date()
    many = [application(number, today) for number in range(MANY)]
    size = sum(len(json.dumps(one)) for one in many)
    engine, server = find("chromium"), SiteServer(SITE, root_path(SITE))
    with (
        server.running() as url,
        sync_playwright() as playwright,
        engine.launch(playwright) as browser,
    ):
        pairs = [(shown(browser, url, []), shown(browser, url, many)) for _ in range(RUNS)]
    empty, full = (median(pair[which][0] for pair in pairs) for which in (0, 1))
    ready = median(pair[1][1] for pair in pairs)
    print(f"empty {empty:.0f} ms, {MANY} applications ({size:,} letters) {full:.0f} ms")
    print(f"{full / empty:.2f} times as long; all worked out anew after {ready:.0f} ms")
    return 0 if full <= AT_MOST * empty else 1


if __name__ == "__main__":
    sys.exit(main())
