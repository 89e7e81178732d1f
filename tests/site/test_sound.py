"""Every byte is what was built: what is not is never used and never kept, and heals by itself."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from playwright.sync_api import Browser, expect

from followup.guide import Guide
from scripts.paths import SITE
from scripts.pyodide.distribution import WASM
from scripts.quiz.publish import FROZEN
from tests.conftest import PATIENCE, unwatched_page
from tests.site.faulty import Fault, FaultyServer
from tests.site.quiz_page import ANSWERS, STYLED, QuizPage, fragment, headline
from tests.site.test_offline import everything, wait_until_kept

pytestmark = [pytest.mark.built, pytest.mark.browser]

QUIZ = "/assets/quiz/*/"
AWAKE, WHOLE, GUIDE = (f"{QUIZ}{name}" for name in (FROZEN, WASM, "guide.json"))
Visit = Callable[[FaultyServer], AbstractContextManager[QuizPage]]


@pytest.fixture
def visit(browser: Browser, guide: Guide) -> Visit:
    """Give a function that opens the quiz, with answers in the link, on a server with faults."""

    @contextmanager
    def visited(server: FaultyServer) -> Iterator[QuizPage]:
        with server.running() as url, unwatched_page(browser, base_url=url) as page:
            yield QuizPage(page, guide).start(fragment(ANSWERS))

    return visited


def has_the_right_day(quiz: QuizPage) -> None:
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))


ONCE = [  # each file in each way: make test-faults
    {FROZEN: "one bit"},
    {"quiz.js": "one bit", "quiz.css": "one bit", "controller.js": "404"},
]


@pytest.mark.parametrize("faults", ONCE, ids=" ".join)
def test_one_bad_reply_is_not_used_and_heals_by_itself(
    visit: Visit, faults: dict[str, str]
) -> None:
    server = FaultyServer(*(Fault(f"{QUIZ}{name}", kind, 1) for name, kind in faults.items()))
    with visit(server) as quiz:
        has_the_right_day(quiz)
        quiz.page.wait_for_function(STYLED)
    asked = [place.rpartition("/")[2] for place in server.asked]
    assert [asked.count(name) for name in (*faults, WASM)] == [*[2] * len(faults), 0]


def test_where_it_stays_damaged_the_whole_python_answers_and_heals_as_well(visit: Visit) -> None:
    server = FaultyServer(Fault(AWAKE, "one bit"), Fault(GUIDE, "one bit", 1))
    with visit(server) as quiz:
        has_the_right_day(quiz)
    assert [fault.met for fault in server.faults] == [2, 1]


def test_where_all_stays_damaged_there_is_no_advice_and_try_again_heals(visit: Visit) -> None:
    server = FaultyServer(Fault(AWAKE, "one bit"), Fault(WHOLE, "one bit"))
    with visit(server) as quiz:
        quiz.on("down")
        server.faults.clear()
        quiz.press("down-again")
        has_the_right_day(quiz)


def test_nothing_damaged_is_kept_for_later(browser: Browser) -> None:
    places = (AWAKE, GUIDE, "/timing/", "/assets/js/theme.js")
    faults = [Fault(place, "one bit", 1) for place in places]
    with browser.new_context() as context:
        context.set_default_timeout(PATIENCE)
        with FaultyServer(*faults).running() as url:
            page = context.new_page()
            page.goto(f"{url}thank-you/")
            wait_until_kept(page, everything())
            assert page.evaluate(DAMAGED, f"{url}sw.js") == []
    assert [fault.met for fault in faults] == [1] * len(faults)


@pytest.mark.parametrize("fault", [None, Fault(GUIDE, "one bit")], ids=["good", "damaged"])
def test_a_page_compares_the_quiz_as_it_arrives_with_the_list(
    browser: Browser, fault: Fault | None
) -> None:
    server = FaultyServer(*[fault] if fault else [])
    with server.running() as url, unwatched_page(browser, base_url=url) as page:
        page.goto("about/checking/")
        page.get_by_role("button", name="Check the quiz").click()
        said = page.locator("[data-verified]")
        expect(said).to_contain_text("Not as they were" if fault else "are as they were built")
        assert ("guide.json" in said.inner_text()) == bool(fault)
        expect(said).to_contain_text(hashlib.sha256((SITE / "SHA256SUMS").read_bytes()).hexdigest())


DAMAGED = """async (script) => {
  const kept = await caches.keys().then(([name]) => caches.open(name));
  const text = await (await fetch(script)).text();
  const hex = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const found = await Promise.all((await kept.keys()).map(async (key) => {
    const body = await (await kept.match(key)).arrayBuffer();
    const hash = `sha256-${hex(await crypto.subtle.digest("SHA-256", body))}`;
    return text.includes(hash) ? [] : [key.url];
  }));
  return found.flat();
}"""
