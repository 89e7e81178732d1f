"""Fixtures that every test may use: the built site, served, and a browser that forgives nothing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from followup.guide import Guide, guide_from_json
from scripts.browsers.chromium import ARGUMENTS, chromium
from scripts.guide.reader import read_guide, to_json
from scripts.paths import DOCS, SITE
from scripts.site.html import root_path
from scripts.site.server import SiteServer

OpenPage = Callable[..., AbstractContextManager[Page]]

LOCAL = ("data:", "blob:")
# What is kept for later would be fetched behind each test; the tests of keeping ask for it.
NOTHING_KEPT = {"service_workers": "block"}


@pytest.fixture(scope="session")
def guide() -> Guide:
    """Read the guide straight from docs/: most tests need no build."""
    return guide_from_json(to_json(read_guide(DOCS)))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give one Chromium for the whole run; having none is a failure, not a skip."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site_url() -> Iterator[str]:
    """Serve the built site as its host would; say where its front page is."""
    if not (SITE / "_headers").is_file():
        pytest.fail("There is no built site. Run: make build")
    with SiteServer(SITE, root_path(SITE)).running() as url:
        yield url


class Faults(list[str]):
    """What went wrong on a page, apart from what a test says it expects."""

    def watch(self, page: Page, *origins: str) -> None:
        """Write down every error and every request that leaves these sites."""

        def on_request(request: Request) -> None:
            if not request.url.startswith((*origins, *LOCAL)):
                self.append(f"request to elsewhere: {request.url}")

        def on_console(message: ConsoleMessage) -> None:
            if message.type == "error":
                self.append(f"console: {message.text}")

        page.on("request", on_request)
        page.on("console", on_console)
        page.on("pageerror", lambda error: self.append(f"page error: {error}"))


@pytest.fixture
def open_page(browser: Browser, site_url: str) -> OpenPage:
    """Give a function that opens a fresh page; it fails on any fault not named in `expected`.

    Further keywords are the browser context's own: java_script_enabled, color_scheme, viewport …
    """

    @contextmanager
    def opened(
        *, url: str = site_url, expected: str | None = None, **options: object
    ) -> Iterator[Page]:
        context = browser.new_context(base_url=url, **(NOTHING_KEPT | options))  # type: ignore[arg-type]
        page = context.new_page()
        faults = Faults()
        faults.watch(page, "/".join(url.split("/")[:3]) + "/")
        yield page
        context.close()
        assert [f for f in faults if not (expected and expected in f)] == []

    return opened


@pytest.fixture
def page(open_page: OpenPage) -> Iterator[Page]:
    """Give a fresh page of the built site."""
    with open_page() as page:
        yield page
