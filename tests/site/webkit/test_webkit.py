"""Walks through the quiz in the WebKit of this system, which Playwright cannot drive."""

import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from selenium.common import exceptions
from selenium.webdriver import Keys, WebKitGTK, WebKitGTKService
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from urllib3.exceptions import HTTPError

from followup.guide import Guide
from followup.questions import BY_ID, Line, lines_of
from scripts.paths import SITE
from scripts.pyodide.distribution import WASM
from scripts.quiz.publish import FROZEN
from scripts.site.html import root_path
from scripts.site.server import SiteServer
from tests.site.embedding import HostSite
from tests.site.quiz_page import ANSWERS, STAGE, fragment, view
from tests.site.test_offline import JUST, Brief, everything

pytestmark = [
    pytest.mark.built,
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning"),
]

SECONDS = 60  # longer than any of it takes on a busy machine
PYTHON = "*.wasm*"  # what the quiz needs to reckon, packed or not
PASSING = (  # while a screen is drawn, or scrolls
    exceptions.NoSuchElementException,
    exceptions.StaleElementReferenceException,
    exceptions.ElementClickInterceptedException,
    exceptions.ElementNotInteractableException,
)
MIDDLE = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })"  # of the window
SEEN = """const { top, bottom } = arguments[0].getBoundingClientRect();
return 0 < top && bottom < innerHeight;"""

TODAY = date.today()  # noqa: DTZ011 - the browser's own day
DAY = (TODAY - timedelta(days=7)).isoformat()
GIVEN = ANSWERS | {"interviewed-on": DAY}
LINK = fragment(GIVEN)
# Thanks go out on any day, so their words can be copied on the day of the test, a Sunday as well.
YESTERDAY = (TODAY - timedelta(days=1)).isoformat()
THANKS = fragment(ANSWERS | {"interviewed-on": YESTERDAY, "thanked": "no"})

CALENDAR = ".fu-keep > :has(#fu-calendar-link) .fu-copier"


def headline(more: dict[str, str]) -> str:
    """Return what Python says first on the same day."""
    return str(view(GIVEN | more, advise=True, today=TODAY.isoformat())["headline"]["text"])


def says(line: Line, value: str) -> bool:
    """Tell whether a line is ticked by those who answer so."""
    return value in {line.value, *line.opens} - {BY_ID[line.question].plain}


@dataclass(frozen=True)
class Reader:
    """Somebody with this browser who answers as plainly as can be."""

    driver: WebKitGTK

    def until(self, look: Callable[[], object]) -> None:
        """Wait until something is so."""
        WebDriverWait(self.driver, SECONDS, 0.1, PASSING).until(lambda _: look())

    def all(self, selector: str) -> list[WebElement]:
        """Return what there is in the quiz."""
        found: list[WebElement] = self.driver.find_elements(
            "css selector", f"{STAGE} :is({selector})"
        )
        return found

    def first(self, selector: str) -> WebElement:
        """Return the first that there is."""
        return self.driver.find_element("css selector", f"{STAGE} :is({selector})")

    def text(self, selector: str) -> str | None:
        """Return the words of the first that there is, seen or not."""
        words: str | None = self.first(selector).get_attribute("textContent")
        return words

    def says(self, selector: str, *words: str) -> None:
        """Wait until the first that there is says one of these."""
        self.until(lambda: self.text(selector) in words)

    def press(self, selector: str) -> None:
        """Press the first that there is, as soon as it can be pressed."""

        def pressed() -> bool:
            self.driver.execute_script(MIDDLE, self.first(selector))
            self.first(selector).click()
            return True

        self.until(pressed)

    @property
    def screen(self) -> str | None:
        """What is shown: the number of a screen, advice, slow or down."""
        stage = self.driver.find_element("css selector", STAGE)
        screen: str | None = stage.get_attribute("data-screen")
        return screen

    def on(self, screen: str) -> None:
        """Wait for a screen."""
        self.until(lambda: self.screen == screen)

    def finish(self) -> None:
        """Answer screen after screen until the advice stands."""
        passed: set[str | None] = {None, "", "slow"}
        while "advice" not in passed:
            self.until(lambda: self.screen not in passed)
            passed.add(self.screen)
            for question, value in GIVEN.items():
                ticked = (f"true-{one.id}" for one in lines_of(question) if says(one, value))
                for name in (*ticked, f"{question}-{value}"):
                    for field in self.all(f"#fu-{name}:not(:checked, [hidden] *)"):
                        self.press(f"#{field.get_attribute('id')}")
                for field in self.all(f"#fu-{question}-typed"):
                    field.send_keys(value)
            if "advice" not in passed:
                self.press("[type=submit]")

    def is_advised(self, **more: str) -> None:
        """Wait until the advice is what Python says."""
        self.on("advice")
        self.says("h1", headline(more))


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKitGTK]:
    """Give the small browser that comes with the driver; what it saves stays with the tests."""
    home = {"HOME": str(tmp_path_factory.mktemp("home"))}
    # Root in a container has no other sandbox to start in.
    env = os.environ | home | {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    socket.setdefaulttimeout(SECONDS)  # Selenium would wait without end for a browser that hangs
    try:
        driver = WebKitGTK(service=WebKitGTKService(env=env))
    except (exceptions.WebDriverException, HTTPError) as error:
        pytest.skip(f"WebKit is here and does not start: {error}")
    yield driver
    driver.quit()


@pytest.fixture
def reader(driver: WebKitGTK) -> Reader:
    """Give a reader whose page is empty."""
    driver.get("about:blank")
    return Reader(driver)


def test_from_the_first_question_to_the_advice(reader: Reader, site_url: str) -> None:
    reader.driver.get(f"{site_url}quiz/")
    reader.finish()
    reader.is_advised()


def test_copy_calendar_and_words_of_ones_own(reader: Reader, site_url: str, guide: Guide) -> None:
    reader.driver.get(f"{site_url}quiz/{THANKS}")
    reader.until(lambda: reader.screen == "advice")
    either = (guide.phrases["copied"], guide.phrases["selected"])  # as the clipboard is open or not
    reader.press(".fu-letter__acts .fu-copier button")
    reader.until(lambda: (reader.text(".fu-letter__acts .fu-copied") or "").startswith(either))
    reader.press("[data-fold=keep] > summary")
    reader.press(f"{CALENDAR} button")
    reader.says(f"{CALENDAR} .fu-copied", guide.phrases["calendar-done"])
    reader.press(".fu-letter__foot .fu-button")
    area = reader.first(".fu-letter textarea")
    area.clear()
    area.send_keys("My own words.")
    reader.press(".fu-letter__foot .fu-button")
    reader.says(".fu-letter__body", "My own words.")


def test_another_answer_is_tried_taken_and_taken_back(reader: Reader, site_url: str) -> None:
    reader.driver.get(f"{site_url}quiz/{LINK}")
    reader.is_advised()
    reader.press("[data-fold=changes] > summary")
    reader.press(".fu-flips__more > summary")
    other = ".fu-flips > li:not([data-question=heard])"  # that would bring a question of its own
    row = reader.first(other)
    more = {str(row.get_attribute("data-question")): str(row.get_attribute("data-to"))}
    assert headline(more) != headline({})
    reader.press(f"{other} .fu-flip__try")
    reader.until(lambda: reader.all(".fu-compare"))
    reader.press(".fu-trying .fu-buttons button")
    reader.is_advised(**more)
    reader.driver.back()
    reader.is_advised()


def test_what_was_typed_is_there_after_loading_again(reader: Reader, site_url: str) -> None:
    reader.driver.get(f"{site_url}quiz/#v=1&heard=nothing")
    reader.on("2")
    reader.first("#fu-interviewed-on-typed").send_keys(DAY)
    for _ in range(2):
        reader.until(lambda: reader.first("#fu-interviewed-on").get_attribute("value") == DAY)
        reader.driver.refresh()
        reader.on("2")


def test_the_menu_opens_and_the_search_finds(reader: Reader, site_url: str) -> None:
    driver = reader.driver
    driver.get(f"{site_url}timing/")

    def holds_focus(selector: str) -> bool:
        return bool(
            driver.execute_script("return document.activeElement.matches(arguments[0])", selector)
        )

    driver.find_element("css selector", "[popovertarget]").send_keys(Keys.ENTER)
    reader.until(lambda: holds_focus("#fu-menu a"))
    driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    reader.until(lambda: holds_focus("[popovertarget]"))
    driver.find_element("css selector", "[data-fu-find]").send_keys(Keys.ENTER)
    reader.until(lambda: holds_focus("#fu-search input"))
    driver.switch_to.active_element.send_keys("they havent replied")
    first = "#fu-search li:first-child a[href$='silence/#what-silence-means']"
    reader.until(lambda: driver.find_element("css selector", first))


@pytest.mark.parametrize(
    ("question", "place"),
    [("timeline", "#fu-timeline-legend"), ("channels", "label:has(#fu-true-channels-phone)")],
    ids=["first", "further down"],
)
def test_a_link_to_a_question_leads_to_it(
    reader: Reader, site_url: str, question: str, place: str
) -> None:
    reader.driver.get(f"{site_url}quiz/#{question}")

    def is_seen() -> bool:
        return bool(reader.driver.execute_script(SEEN, reader.first(place)))

    reader.until(is_seen)
    time.sleep(0.3)  # the browser may go on scrolling
    assert is_seen()


def test_in_a_frame_on_another_site_it_leads_to_the_same_advice(
    reader: Reader, site_url: str
) -> None:
    frame = f'<iframe src="{site_url}embed/" width="100%" height="600"></iframe>'
    with HostSite(frame).running() as site:
        reader.driver.get(site.url)
        reader.driver.switch_to.frame(0)
        reader.finish()
        reader.is_advised()


def site_without(missing: str, folder: Path) -> SiteServer:
    """Serve the site without such files."""
    ignored = shutil.ignore_patterns(missing)
    shutil.copytree(SITE, folder / "lame", copy_function=os.symlink, ignore=ignored)
    return SiteServer(folder / "lame", root_path(SITE))


@pytest.mark.parametrize("missing", [WASM, FROZEN], ids=["awake alone", "whole alone"])
def test_either_python_is_enough(reader: Reader, tmp_path: Path, missing: str) -> None:
    with site_without(f"{missing}*", tmp_path).running() as url:
        reader.driver.get(f"{url}quiz/{LINK}")
        reader.is_advised()


def test_without_python_it_says_so_keeps_the_answers_and_shows_the_list(
    reader: Reader, tmp_path: Path, guide: Guide
) -> None:
    with site_without(PYTHON, tmp_path).running() as url:
        reader.driver.get(f"{url}quiz/{LINK}")
        reader.on("down")
        assert reader.driver.find_element("css selector", ".fu-static").is_displayed()
        assert guide.phrases["down-safe"] in str(reader.text(".fu-notice"))


def test_after_one_page_the_quiz_needs_no_network(reader: Reader) -> None:
    server = Brief(SITE, root_path(SITE))
    with server.running() as url:
        reader.driver.get(f"{url}thank-you/")
        kept = sorted({*everything()})
        reader.until(lambda: reader.driver.execute_script(f"return ({JUST})(arguments[0])", kept))
    server.asked.clear()
    reader.driver.get(f"{url}quiz/")
    reader.finish()
    reader.is_advised()
    assert server.asked == []


@pytest.mark.parametrize("place", ["no-date-yet", "after-their-date"], ids=["heading", "inside"])
def test_an_address_opens_what_it_leads_to(reader: Reader, site_url: str, place: str) -> None:
    named = f"[id='{place}']"
    reader.driver.get(f"{site_url}timing/#{place}")
    below = f"summary:has({named}) + p, td{named}"
    reader.until(lambda: reader.driver.find_element("css selector", below).is_displayed())
