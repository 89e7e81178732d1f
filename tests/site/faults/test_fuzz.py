"""Fragments that nobody means, in the real page: none is an error, none holds it up."""

import os
import random
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from followup import bridge
from followup.address import read_fragment
from followup.errors import AnswerError
from scripts.guide.reader import GuideSource, to_json
from tests.followup import fuzzing
from tests.site.quiz_page import QuizPage

pytestmark = [pytest.mark.built, pytest.mark.browser]

TRIES = int(os.environ.get("FRAGMENTS", "10000"))
REQUESTS = int(os.environ.get("REQUESTS", "100000"))
AT_ONCE = 100
SECONDS = 2  # of the processor, for the slowest request
SLOWEST = 5000  # milliseconds for which a page may be busy with one of them, on a busy machine
ODD = (
    "%",
    "%%%",
    "%E2%82",
    "=",
    "&&&",
    "__proto__=1",
    "constructor=2",
    "v=2",
    "#",
    "?",
    "\0",
    "é=ü",
)
# Each is followed as a link would be; how long the page was busy with it.
FOLLOW = """async (links) => {
  const slow = [];
  for (const link of links) {
    const began = performance.now();
    location.hash = link;
    await new Promise((done) => setTimeout(done));
    slow.push(performance.now() - began);
  }
  return Math.max(...slow);
}"""


def fragments(count: int) -> Iterator[str]:
    """Yield spoiled links, odd ones, places of the page, and some that are long."""
    rnd = random.Random(18)  # noqa: S311 - not for secrets
    spoiled = fuzzing.links(count, seed=18)
    for number, link in enumerate(spoiled):
        kind = number % 10
        if kind == 0:
            yield rnd.choice(ODD) * rnd.randint(1, 20)
        elif kind == 1:
            yield "".join(chr(rnd.randint(33, 0x2FFF)) for _ in range(rnd.randint(1, 60)))
        elif kind == 2 and number % 100 == 2:
            yield "&".join(f"k{one}=1" for one in range(rnd.choice((60, 70, 10_000, 50_000))))
        elif kind == 3 and number % 100 == 3:
            yield f"heard={'x' * rnd.choice((8_000, 9_000, 1_000_000))}"
        else:
            yield link.removeprefix("#")


@pytest.mark.parametrize("path", ["quiz/", "timing/"])
def test_no_fragment_is_an_error_or_holds_up_the_page(
    asleep: QuizPage, record_property: Callable[[str, object], None], path: str
) -> None:
    page: Page = asleep.page
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path)
    if path == "quiz/":
        asleep.on("1")
    every, slowest = list(fragments(TRIES)), 0.0
    for at in range(0, len(every), AT_ONCE):
        slowest = max(slowest, page.evaluate(FOLLOW, every[at : at + AT_ONCE]))
    long = sum(1 for one in every if is_refused(one))
    record_property(
        "fragments",
        f"{path:8} {len(every):,}, {long} too long, {len(errors)} errors, slowest {slowest:.0f} ms",
    )
    assert errors == []
    assert slowest <= SLOWEST
    if path == "quiz/":
        page.evaluate("location.hash = 'v=1&heard=nothing'")
        asleep.on("2")
        expect(asleep.stage.locator("h1")).to_be_visible()


def test_the_bridge_answers_each_request_soon(
    source: GuideSource, record_property: Callable[[str, object], None]
) -> None:
    bridge.start(to_json(source))
    slowest, refused = 0.0, 0
    for request in fuzzing.requests(REQUESTS, seed=18):
        began = time.process_time()
        try:
            bridge.view(request)
        except AnswerError:
            refused += 1
        slowest = max(slowest, time.process_time() - began)
    record_property(
        "requests", f"{REQUESTS:,}, {refused:,} refused by name, slowest {slowest * 1000:.0f} ms"
    )
    assert slowest <= SECONDS


def is_refused(link: str) -> bool:
    """Tell whether Python, too, reads nothing of it."""
    try:
        read_fragment(link)
    except AnswerError:
        return True
    return False
