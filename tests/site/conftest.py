"""Fixtures for the tests in a browser."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from followup.guide import Guide
from tests.conftest import NOTHING_KEPT, Faults
from tests.site.foreign import ForeignSite
from tests.site.meeting import Meet, Visit
from tests.site.pilot import NOON, Pilot


@pytest.fixture
def quiz(page: Page, guide: Guide) -> Pilot:
    """Give a reader with a fresh page."""
    return Pilot(page, guide)


@pytest.fixture
def asleep(quiz: Pilot) -> Pilot:
    """Give a reader whom the first screens are enough for: Python never comes, which is faster."""
    quiz.page.route("**/pyodide.asm.wasm", lambda _: None)
    return quiz


@pytest.fixture
def meet(browser: Browser, site_url: str, guide: Guide) -> Meet:
    """Give a function that opens a foreign page with these tags in it, and forgives no error."""

    @contextmanager
    def met(body: str, *, expected: str | None = None, **options: object) -> Iterator[Visit]:
        with ForeignSite(body).running() as site:
            context = browser.new_context(**(NOTHING_KEPT | options))  # type: ignore[arg-type]
            page = context.new_page()
            faults = Faults()
            faults.watch(page, site.url, site_url)
            page.clock.set_fixed_time(NOON)
            page.goto(site.url)
            yield Visit(page, site, guide)
            context.close()
            assert [f for f in faults if not (expected and expected in f)] == []

    return met
