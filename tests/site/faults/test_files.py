"""Each file of the quiz, broken in each way: what is seen, after how long, and what heals."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from followup.guide import Guide
from scripts.pyodide import distribution
from scripts.quiz.publish import FROZEN
from tests.conftest import unwatched_page
from tests.site.faulty import KINDS, Fault, FaultyServer, Watch
from tests.site.quiz_page import ANSWERS, STYLED, QuizPage, fragment, headline, set_day

pytestmark = [pytest.mark.built, pytest.mark.browser]

FACE = ["quiz.js", "controller.js", "first-screens.json", "worker.js"]
WHOLE = [*distribution.started(), "python.zip", "guide.json"]  # only where the other stops
FILES = [*FACE, FROZEN, *WHOLE]
STANDS = "[data-screen=advice], [data-screen=down], [role=alert]"
Record = Callable[[str, object], None]


def bad(name: str, kind: str, times: int | None = None) -> list[Fault]:
    """List what has to go wrong for this file to be met."""
    awake = [Fault(f"/assets/quiz/*/{FROZEN}", "404")] if name in WHOLE else []
    return [Fault(f"/assets/quiz/*/{name}", kind, times), *awake]


@contextmanager
def visiting(browser: Browser, server: FaultyServer) -> Iterator[Page]:
    """Open the quiz with all answers in the link."""
    with server.running() as url, unwatched_page(browser, base_url=url) as page:
        set_day(page)
        page.goto(f"quiz/{fragment(ANSWERS)}", wait_until="commit")
        yield page


def seen(page: Page) -> str:
    """Wait until something final stands; say what."""
    page.locator(STANDS).first.wait_for()
    if page.get_by_role("alert").count():
        return "a sentence and Try again"
    return page.locator("[data-quiz]").get_attribute("data-screen") or ""


def comes_to_the_right_day(page: Page, guide: Guide) -> None:
    quiz = QuizPage(page, guide)
    quiz.on("advice")
    expect(quiz.stage.locator("h1")).to_have_text(headline(ANSWERS))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", FILES)
def test_one_bad_reply_heals(
    browser: Browser, guide: Guide, record_property: Record, name: str, kind: str
) -> None:
    faults = bad(name, kind, 1)
    with visiting(browser, FaultyServer(*faults)) as page:
        watch, acts = Watch(), "nothing"
        first, seconds = seen(page), watch.seconds
        if first != "advice":
            acts = "Try again"
            page.get_by_role("button", name="Try again").first.click()
        comes_to_the_right_day(page, guide)
        record_property("one bad reply", f"{name:20} {kind:8} {first:26} {seconds:5.1f} s, {acts}")
    assert faults[0].met == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_stays_bad_gives_no_wrong_advice_and_says_so(
    browser: Browser, guide: Guide, record_property: Record, name: str, kind: str
) -> None:
    server = FaultyServer(*bad(name, kind))
    with visiting(browser, server) as page:
        watch = Watch()
        first = seen(page)
        record_property(
            "a file that stays bad", f"{name:20} {kind:8} {first:26} {watch.seconds:5.1f} s"
        )
        if name == FROZEN:  # the whole Python takes its place
            comes_to_the_right_day(page, guide)
            return
        assert first != "advice"
        assert "[object" not in page.locator("body").inner_text()
        server.faults.clear()
        page.get_by_role("button", name="Try again").first.click()
        comes_to_the_right_day(page, guide)


def test_what_was_damaged_and_kept_heals_by_a_reload(browser: Browser, guide: Guide) -> None:
    server = FaultyServer(
        *(Fault(f"/assets/quiz/*/{one}", "one bit") for one in (FROZEN, distribution.WASM))
    )
    with visiting(browser, server) as page:
        QuizPage(page, guide).on("down")
        server.faults.clear()
        page.reload()
        comes_to_the_right_day(page, guide)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_never_comes_is_told_of(
    browser: Browser, guide: Guide, record_property: Record, name: str
) -> None:
    server = FaultyServer(*bad(name, "stall"))
    with visiting(browser, server) as page:
        watch = Watch()
        again = page.get_by_role("button", name="Try again").first
        again.wait_for()
        record_property(
            "a file that never comes", f"{name:20} Try again after {watch.seconds:5.1f} s"
        )
        server.faults.clear()
        again.click()
        server.over.set()  # only now: whoever still waits would heal, and take the button away
        comes_to_the_right_day(page, guide)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("times", [1, None], ids=["once", "always"])
def test_damaged_styles_are_never_worn_and_heal(
    browser: Browser, guide: Guide, kind: str, times: int | None
) -> None:
    server = FaultyServer(Fault("/assets/quiz/*/quiz.css", kind, times))
    with visiting(browser, server) as page:
        comes_to_the_right_day(page, guide)
        if not times:
            assert not page.evaluate(STYLED)
            server.faults.clear()
            page.reload()
            comes_to_the_right_day(page, guide)
        page.wait_for_function(STYLED)


@pytest.mark.parametrize("name", ["quiz.js", "board.js"])
@pytest.mark.parametrize("times", [1, None], ids=["once", "always"])
def test_the_list_heals_or_says_so(browser: Browser, name: str, times: int | None) -> None:
    server = FaultyServer(Fault(f"/assets/quiz/*/{name}", "one bit", times))
    with server.running() as url, unwatched_page(browser, base_url=url) as page:
        page.goto("applications/")
        if not times:
            page.get_by_role("alert").wait_for()
            server.faults.clear()
            page.get_by_role("button", name="Try again").click()
        expect(page.locator("[data-board]")).to_have_attribute("data-state", "ready")
        expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("times", [1, None], ids=["once", "always"])
def test_damaged_holidays_heal_or_the_days_are_counted_without(
    browser: Browser, guide: Guide, kind: str, times: int | None
) -> None:
    server = FaultyServer(Fault("/assets/quiz/*/almanac.json", kind, times))
    with server.running() as url, unwatched_page(browser, base_url=url) as page:
        quiz = QuizPage(page, guide).start(fragment(ANSWERS | {"country": "DE"}))
        quiz.on("advice")
        missed = quiz.stage.get_by_text("We could not count the public holidays")
        if times:
            expect(missed).to_have_count(0)
        else:
            expect(missed.first).to_be_attached()
    assert server.faults[0].met


@pytest.mark.parametrize("kind", KINDS)
def test_a_calendar_that_came_damaged_is_saved_all_the_same(
    browser: Browser, guide: Guide, kind: str
) -> None:
    server = FaultyServer(Fault("/assets/quiz/*/ical.js", kind))
    with server.running() as url, unwatched_page(browser, base_url=url) as page:
        quiz = QuizPage(page, guide).start(fragment(ANSWERS))
        quiz.on("advice")
        quiz.unfold("keep")
        quiz.press("calendar")
        expect(quiz.stage).to_contain_text(guide.phrases["calendar-failed"])
        server.faults.clear()
        with page.expect_download():
            quiz.press("calendar")
