"""Fixtures for the tests in a browser."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from followup.guide import Guide
from tests.conftest import fresh_page
from tests.site.embedding import Embed, EmbeddedQuiz, HostSite
from tests.site.quiz_page import QuizPage, set_day


@pytest.fixture
def quiz(page: Page, guide: Guide) -> QuizPage:
    """Give a reader with a fresh page."""
    return QuizPage(page, guide)


@pytest.fixture
def asleep(quiz: QuizPage) -> QuizPage:
    """Give a reader whom the first screens are enough for: Python never comes, which is faster."""
    return quiz.without_python()


@pytest.fixture
def embed(browser: Browser, site_url: str, guide: Guide) -> Embed:
    """Give a function that opens a foreign page with these tags in it, and forgives no error."""

    @contextmanager
    def embedded(body: str, **options: object) -> Iterator[EmbeddedQuiz]:
        with (
            HostSite(body).running() as site,
            fresh_page(browser, site.url, site_url, **options) as page,  # type: ignore[arg-type]
        ):
            set_day(page)
            page.goto(site.url)
            yield EmbeddedQuiz(page, site, guide)

    return embedded
