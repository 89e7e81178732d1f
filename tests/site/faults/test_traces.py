"""What a journey leaves on the disk of a real browser, and what is left of it after erasing."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from followup.guide import Guide
from scripts.browsers.chromium import ARGUMENTS, NoBrowserError, chromium
from scripts.browsers.engines import find
from tests.conftest import PATIENCE
from tests.site.faults.profiles import traces
from tests.site.quiz_page import ANSWERS, QuizPage, fragment, set_day

pytestmark = [pytest.mark.built, pytest.mark.browser]

# A day and words that stand in no file of ours.
DAY, NAME, SEARCHED = "2027-01-29", "Zyxwolda", "Wyxolvar"
WORDS = (DAY, "January 29", "January\u00a029", NAME, SEARCHED)
# Where a browser notes the tabs that are open, to open them again; and the pages visited.
TABS = {"chromium": "Default/Sessions/", "firefox": "sessionstore"}
VISITED = {"chromium": "Default/History", "firefox": "places.sqlite"}
NOTED = "sessionstore-backups/recovery.jsonlz4"
SOON = {"browser.sessionstore.interval": 500}  # milliseconds until Firefox notes its tabs
LAST = "timing/"  # where each journey ends
STARTS = 2  # after which Chromium has dropped its notes on tabs that have gone on since
Traces = dict[str, list[str]]
Record = Callable[[str, object], None]


class Reader:
    """Somebody with a browser of their own, which keeps what it writes between two starts."""

    def __init__(self, engine: str, profile: Path, url: str, guide: Guide) -> None:
        """Raise ``NoBrowserError`` if the browser is not here."""
        self.engine, self.profile, self.url, self.guide = engine, profile, url, guide
        self.running: Traces = {}
        self.arguments: tuple[str, ...] = ()
        self.options: dict[str, Any]
        if engine == "chromium":  # the one without windows keeps no history
            self.options, self.arguments = {"executable_path": chromium()}, ARGUMENTS
        else:
            self.options = find(engine).options
            self.options.pop("firefox_user_prefs", None)

    @contextmanager
    def browsing(self, *arguments: str) -> Iterator[list[Page]]:
        """Start the browser; close it properly."""
        with sync_playwright() as playwright:
            context = getattr(playwright, self.engine).launch_persistent_context(
                self.profile,
                args=[*self.arguments, *arguments],
                firefox_user_prefs=SOON,
                **self.options,
            )
            context.set_default_timeout(PATIENCE)
            yield context.pages
            context.close()

    def travels(self, *, link: bool = False, erase: bool = False) -> None:
        """Answer, type a name wherever one is asked for, look into the guide, search there."""
        with self.browsing() as (page, *_):
            set_day(page)
            page.goto(
                f"{self.url}quiz/{fragment(ANSWERS | {'interviewed-on': DAY}) if link else ''}"
            )
            quiz = QuizPage(page, self.guide)
            quiz.on("advice" if link else "1")
            while quiz.screen != "advice":
                quiz.fill_in()
                if quiz.screen == "2":
                    quiz.answer("interviewed-on", DAY)
                quiz.submit()
            page.evaluate(
                "document.querySelectorAll('details').forEach((one) => (one.open = true))"
            )
            for field in page.locator("[data-quiz] input[type=text]:visible").all():
                field.press_sequentially(NAME)
            if erase:
                quiz.press("start-again")
                quiz.on("1")
            page.goto(f"{self.url}{LAST}")
            page.get_by_role("button", name="Search").click()
            dialog = page.get_by_role("dialog")
            dialog.get_by_role("searchbox").press_sequentially(SEARCHED)
            expect(dialog.get_by_role("status")).not_to_be_empty()
            if self.engine == "firefox":
                self.running = self.noted()

    def noted(self) -> Traces:
        """Wait until Firefox has noted its tabs; return what lies there then.

        Playwright closes its tabs before Firefox itself, and they are noted no more.
        """
        while not traces(self.profile, [LAST]).get(NOTED):
            time.sleep(0.5)
        return traces(self.profile, WORDS)

    def comes_back_to(self, screen: str) -> None:
        """Start Chromium with the tabs of last time, and go back: this screen stands there."""
        with self.browsing("--restore-last-session") as pages:
            (page,) = [page for page in pages if page.url.endswith(LAST)]
            page.go_back()
            quiz = QuizPage(page, self.guide)
            quiz.on(screen)
            expect(page.locator("[data-quiz] input:checked")).to_have_count(0)

    def outside_of_tabs(self, found: Traces) -> list[str]:
        """List the files that are not the browser's notes on its open tabs."""
        return [place for place in found if not place.startswith(TABS[self.engine])]

    def starts_anew(self) -> None:
        """Start without these tabs, look at a page of the guide, and leave."""
        with self.browsing() as (page, *_):
            page.goto(f"{self.url}timing/")


def apart(function: Callable[..., Any], **given: object) -> Any:  # noqa: ANN401 - as it may be
    """Run something in a thread of its own: in this one, Playwright may have another browser."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(function, **given).result()


@pytest.fixture(params=["chromium", "firefox"])
def reader(request: pytest.FixtureRequest, tmp_path: Path, site_url: str, guide: Guide) -> Reader:
    """Give a reader with Chromium, and one with Firefox where it is here."""
    given = {"profile": tmp_path / "profile", "url": site_url, "guide": guide}
    try:
        made: Reader = apart(Reader, engine=request.param, **given)
    except NoBrowserError:
        if request.param == "chromium":
            raise
        pytest.skip("no Firefox here")
    return made


def test_answers_are_noted_with_the_open_tab_alone_and_names_nowhere(
    reader: Reader, record_property: Record
) -> None:
    apart(reader.travels)
    found = reader.running | traces(reader.profile, WORDS)
    record_property("traces", f"{reader.engine}, answered by hand: {found}")
    assert reader.outside_of_tabs(found) == []
    assert {word for words in found.values() for word in words} == {DAY}
    assert VISITED[reader.engine] in traces(reader.profile, [f"{reader.url}quiz/"])
    if reader.engine == "chromium":
        apart(reader.comes_back_to, screen="advice")


def test_erased_answers_do_not_come_back_and_leave_the_disk(
    reader: Reader, record_property: Record
) -> None:
    apart(reader.travels, erase=True)
    found = reader.running | traces(reader.profile, WORDS)
    record_property("traces", f"{reader.engine}, erased: {found or 'none'}")
    assert reader.outside_of_tabs(found) == []
    if reader.engine == "chromium":
        apart(reader.comes_back_to, screen="1")
    for _ in range(STARTS):
        apart(reader.starts_anew)
    assert traces(reader.profile, WORDS) == {}


def test_a_link_that_was_opened_is_remembered_as_the_page_says(
    reader: Reader, record_property: Record
) -> None:
    apart(reader.travels, link=True, erase=True)
    found = reader.running | traces(reader.profile, WORDS)
    record_property("traces", f"{reader.engine}, a link, erased: {found}")
    assert VISITED[reader.engine] in found
    assert {word for words in found.values() for word in words} == {DAY}
