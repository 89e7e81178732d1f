"""Fixtures that every test may use: the built site, served, and a browser that forgives nothing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from followup.guide import Guide, guide_from_json
from scripts.browsers.engines import find
from scripts.guide.reader import GuideSource, read_guide, to_json
from scripts.paths import DOCS, SITE
from scripts.site.html import root_path
from scripts.site.server import SiteServer

OpenPage = Callable[..., AbstractContextManager[Page]]

LOCAL = ("data:", "blob:")
# What is kept for later would be fetched behind each test; the tests of keeping ask for it.
NOTHING_KEPT = {"service_workers": "block"}
# Firefox looks ahead to the page that comes next; our policy says no, and nobody misses anything.
PREFETCHING = ("blocked the loading of a resource (default-src)",)
PATIENCE = 60_000  # milliseconds for whatever is waited for, on the busiest machine
expect.set_options(timeout=PATIENCE)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the browser be chosen."""
    parser.addoption("--browser", default="chromium", help="chromium, firefox or webkit")


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


@contextmanager
def fresh_page(
    browser: Browser, *origins: str, expected: str | None = None, **options: object
) -> Iterator[Page]:
    """Open a page that nothing is kept for; fail on any fault not named in `expected`.

    A fault is an error, or a request that leaves these origins. The options are the browser
    context's own: java_script_enabled, color_scheme, viewport …
    """
    faults: list[str] = []

    def on_request(request: Request) -> None:
        if not request.url.startswith((*origins, *LOCAL)):
            faults.append(f"request to elsewhere: {request.url}")

    with browser.new_context(**(NOTHING_KEPT | options)) as context:  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("request", on_request)
        page.on(
            "console",
            lambda one: faults.append(f"console: {one.text}") if one.type == "error" else None,
        )
        page.on("pageerror", lambda error: faults.append(f"page error: {error}"))
        yield page
    forgiven = [*PREFETCHING, *([expected] if expected else [])]
    assert [one for one in faults if not any(part in one for part in forgiven)] == []


@pytest.fixture
def open_page(browser: Browser, site_url: str) -> OpenPage:
    """Give a function that opens a fresh page of a site, as a rule of ours."""

    def opened(url: str = site_url, **options: object) -> AbstractContextManager[Page]:
        origin = "/".join(url.split("/")[:3]) + "/"
        return fresh_page(browser, origin, base_url=url, **options)  # type: ignore[arg-type]

    return opened


@pytest.fixture
def page(open_page: OpenPage) -> Iterator[Page]:
    """Give a fresh page of the built site."""
    with open_page() as page:
        yield page
