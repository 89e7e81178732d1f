"""Fixtures that every test may use: the built site, served, and a browser that forgives nothing."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Page,
    Request,
    expect,
    sync_playwright,
)

from followup.guide import Guide, guide_from_json
from scripts.browsers.engines import find
from scripts.guide.reader import GuideSource, read_guide, to_json
from scripts.paths import DOCS, SITE
from scripts.site.html import Page as Built
from scripts.site.html import pages, root_path
from scripts.site.server import SiteServer

OpenPage = Callable[..., AbstractContextManager[Page]]

LOCAL = ("data:", "blob:")
# What is kept for later would be fetched behind each test; the tests of keeping ask for it.
NOTHING_KEPT = {"service_workers": "block"}
# Firefox looks ahead to the page that comes next; our policy says no, and nobody misses anything.
PREFETCHING = ("blocked the loading of a resource (default-src)",)
# A page that is left gives up what it fetches, and Chromium names no reason; each other has one.
GIVEN_UP = re.compile(r"Fetch API cannot load \S+\. $")
PATIENCE = 60_000  # milliseconds for whatever is waited for, on the busiest machine
expect.set_options(timeout=PATIENCE)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the browser be chosen, and the tests among real programs be asked for."""
    parser.addoption("--browser", default="chromium", help="chromium, firefox or webkit")
    parser.addoption("--programs", action="store_true", help="tests among real programs")


@pytest.fixture(scope="session")
def source() -> GuideSource:
    """Read the guide straight from docs/, for looking only: most tests need no build."""
    return read_guide(DOCS)


@pytest.fixture(scope="session")
def guide(source: GuideSource) -> Guide:
    """Give the guide as the quiz has it."""
    return guide_from_json(to_json(source))


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """Give one browser for the whole run; having none is a failure, not a skip."""
    engine = find(pytestconfig.getoption("--browser"))
    with sync_playwright() as playwright, engine.launch(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def site_url() -> Iterator[str]:
    """Serve the built site as its host would; say where its front page is."""
    if not (SITE / "_headers").is_file():
        pytest.fail("There is no built site. Run: make build")
    (built,) = SITE.glob("assets/quiz/*/guide.json")
    if built.read_text(encoding="utf-8") != to_json(read_guide(DOCS)):
        pytest.fail("docs/ says something else than the built site. Run: make build")
    with SiteServer(SITE, root_path(SITE)).running() as url:
        yield url


@pytest.fixture(scope="session")
def built() -> list[Built]:
    """Give the pages of the built site, each read once."""
    return pages(SITE)


@contextmanager
def fresh_page(
    browser: Browser, *origins: str, expected: str | None = None, **options: object
) -> Iterator[Page]:
    """Open a page that nothing is kept for; fail on any fault not named in `expected`.

    The options are the browser context's own: java_script_enabled, color_scheme, viewport …
    """
    with (
        unwatched_page(browser, **options) as page,
        without_faults(page, *origins, expected=expected),
    ):
        yield page


@contextmanager
def unwatched_page(browser: Browser, **options: object) -> Iterator[Page]:
    """Open a page that nothing is kept for, and that may err."""
    with browser.new_context(**(NOTHING_KEPT | options)) as context:  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        yield context.new_page()


def promised(page: Page, promise: str, given: object = None) -> Any:  # noqa: ANN401 - as it may be
    """Return what something promised in the page comes to; ``evaluate`` would wait without end."""
    return page.wait_for_function(promise, arg=given).json_value()


def sheets(page: Page) -> int:
    """Return on how many sheets a page prints that are as narrow as A4 and as short as Letter."""
    return page.pdf(width="210mm", height="279mm").count(b"/Type /Page\n")


@contextmanager
def without_faults(page: Page, *origins: str, expected: str | None = None) -> Iterator[None]:
    """Fail on any error, or request that leaves these origins, but for those that are expected."""
    faults: list[str] = []

    def on_request(request: Request) -> None:
        if not request.url.startswith((*origins, *LOCAL)):
            faults.append(f"request to elsewhere: {request.url}")

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and not GIVEN_UP.search(message.text):
            faults.append(f"console: {message.text}")

    def on_error(error: Error) -> None:
        faults.append(f"page error: {error}")

    heard = {"request": on_request, "console": on_console, "pageerror": on_error}
    for event, listen in heard.items():
        page.on(event, listen)  # type: ignore[call-overload]
    yield
    for event, listen in heard.items():
        page.remove_listener(event, listen)
    forgiven = [*PREFETCHING, *([expected] if expected else [])]
    assert [one for one in faults if not any(part in one for part in forgiven)] == []


@pytest.fixture
def open_page(browser: Browser, site_url: str) -> OpenPage:
    """Give a function that opens a fresh page of a site, as a rule of ours."""

    def opened(url: str = site_url, **options: object) -> AbstractContextManager[Page]:
        return fresh_page(browser, origin_of(url), base_url=url, **options)  # type: ignore[arg-type]

    return opened


@pytest.fixture(scope="module")
def kept(browser: Browser, site_url: str) -> Iterator[Page]:
    """Give one page for a whole module: the next address costs half of what a fresh page costs."""
    with unwatched_page(browser, base_url=site_url) as page:
        yield page


def origin_of(url: str) -> str:
    """Return where requests of a page at this address may go."""
    return "/".join(url.split("/")[:3]) + "/"


@pytest.fixture
def page(open_page: OpenPage) -> Iterator[Page]:
    """Give a fresh page of the built site."""
    with open_page() as page:
        yield page
