"""Fixtures for the tests in a browser."""

import pytest
from playwright.sync_api import Page

from followup.guide import Guide
from tests.site.pilot import Pilot


@pytest.fixture
def quiz(page: Page, guide: Guide) -> Pilot:
    """Give a reader with a fresh page."""
    return Pilot(page, guide)


@pytest.fixture
def asleep(quiz: Pilot) -> Pilot:
    """Give a reader whom the opening book is enough for: Python never comes, which is faster."""
    quiz.page.route("**/pyodide.asm.wasm", lambda _: None)
    return quiz
